'use client';

import { usePathname } from 'next/navigation';

export type NavLink = { href: string; text: string; exact?: boolean };

const isCurrent = (path: string, { href, exact = false }: NavLink) =>
  path === href || (!exact && path.startsWith(`${href}/`));

/** The pages of one cycle; the one that is open is marked. */
export function CycleNav({ label, links }: { label: string; links: readonly NavLink[] }) {
  const path = usePathname();
  return (
    <nav className="nav" aria-label={label}>
      {links.map((link) => (
        <a key={link.href} href={link.href} aria-current={isCurrent(path, link) ? 'page' : undefined}>
          {link.text}
        </a>
      ))}
    </nav>
  );
}
