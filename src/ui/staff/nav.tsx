'use client';

import { usePathname } from 'next/navigation';

export type NavLink = { href: string; text: string; exact?: boolean };

const isCurrent = (path: string, { href, exact = false }: NavLink) =>
  path === href || (!exact && path.startsWith(`${href}/`));

/**
 * The pages of one cycle; the one that is open is marked. On a phone they fold into one line that names it, so that the
 * page begins at its heading. Links stand twice, since a folded element cannot be opened by width alone in every
 * browser; only one of the two is ever shown or read out.
 */
export function CycleNav({ label, links }: { label: string; links: readonly NavLink[] }) {
  const path = usePathname();
  const current = links.find((link) => isCurrent(path, link));
  const pages = links.map((link) => (
    <a key={link.href} href={link.href} aria-current={link === current ? 'page' : undefined}>
      {link.text}
    </a>
  ));
  return (
    <nav className="pages" aria-label={label}>
      <div className="nav wide">{pages}</div>
      <details className="narrow">
        <summary>{current ? `Pages: ${current.text}` : 'Pages'}</summary>
        <div className="nav">{pages}</div>
      </details>
    </nav>
  );
}
