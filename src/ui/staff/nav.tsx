'use client';

import { usePathname } from 'next/navigation';

export type NavLink = {
  href: string;
  text: string;
  exact?: boolean;
  /** Pages with an address elsewhere that one comes to from this one: they mark it too. */
  also?: readonly string[];
  /** Where there are many pages: the part of the cycle that this one belongs to. */
  part?: string;
};
type Part = { name: string; links: readonly NavLink[] };

const isBelow = (path: string, href: string) => path === href || path.startsWith(`${href}/`);

const isCurrent = (path: string, { href, exact = false, also = [] }: NavLink) =>
  path === href || (!exact && isBelow(path, href)) || also.some((other) => isBelow(path, other));

const partsOf = (links: readonly NavLink[]): Part[] =>
  [...new Set(links.map(({ part = '' }) => part))].map((name) => ({
    name,
    links: links.filter(({ part = '' }) => part === name),
  }));

type Props = {
  label: string;
  links: readonly NavLink[];
  /** More than fit into one line: they stand in parts. */
  isLong: boolean;
};

/**
 * The pages of one cycle; the one that is open is marked. Many pages stand in parts: a line of parts, and below it the pages of
 * the part at hand. On a phone all fold into one line that names the page, so that it begins at its heading. Links stand twice,
 * since a folded element cannot be opened by width alone in every browser; only one of the two is ever shown or read out.
 */
export function CycleNav({ label, links, isLong }: Props) {
  const path = usePathname();
  const current = links.find((link) => isCurrent(path, link));
  const parts = partsOf(links);
  const here = parts.find((part) => current && part.links.includes(current));
  return (
    <nav className={isLong ? 'pages parts' : 'pages'} aria-label={label}>
      {isLong ? (
        <Parts parts={parts} here={here} current={current} />
      ) : (
        <div className="nav wide">
          <Links links={links} current={current} />
        </div>
      )}
      <details className="narrow">
        <summary>{current ? `Pages: ${current.text}` : 'Pages'}</summary>
        {parts.map(({ name, links: own }) => (
          <div key={name}>
            {isLong && own.length > 1 ? <p className="small quiet">{name}</p> : null}
            <div className="nav">
              <Links links={own} current={current} />
            </div>
          </div>
        ))}
      </details>
    </nav>
  );
}

type LinksProps = { links: readonly NavLink[]; current: NavLink | undefined };

const Links = ({ links, current }: LinksProps) =>
  links.map((link) => (
    <a key={link.href} href={link.href} aria-current={link === current ? 'page' : undefined}>
      {link.text}
    </a>
  ));

type PartsProps = { parts: readonly Part[]; here: Part | undefined; current: NavLink | undefined };

/** A part leads to its first page. */
const Parts = ({ parts, here, current }: PartsProps) => (
  <>
    <div className="nav wide">
      {parts.map((part) => {
        const [first] = part.links;
        return (
          <a key={part.name} href={first?.href} aria-current={part === here ? 'true' : undefined}>
            {part.links.length === 1 ? first?.text : part.name}
          </a>
        );
      })}
    </div>
    {here && here.links.length > 1 ? (
      <div className="nav wide within">
        <Links links={here.links} current={current} />
      </div>
    ) : null}
  </>
);
