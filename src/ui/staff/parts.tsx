import type { ReactNode } from 'react';

/** A rating as filled squares and in words beside them. */
export function Pips({ value, of }: { value: number; of: number }) {
  return (
    <svg className="pips" width={of * 14 - 2} height="12" viewBox={`0 0 ${of * 14 - 2} 12`} aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <rect key={index} className={index < value ? 'on' : ''} x={index * 14 + 0.5} y="0.5" width="11" height="11" />
      ))}
    </svg>
  );
}

type PagesProps = { page: number; size: number; total: number; href: (page: number) => string; noun: string };

/** "1–50 of 312 applications", with links to the pages before and after. */
export function Pages({ page, size, total, href, noun }: PagesProps) {
  const [first, last] = [(page - 1) * size + 1, Math.min(page * size, total)];
  return (
    <nav className="pager" aria-label={`Pages of ${noun}`}>
      <span>{total === 0 ? `No ${noun}` : `${first}–${last} of ${total} ${noun}`}</span>
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          Previous {size}
        </a>
      ) : null}
      {last < total ? (
        <a href={href(page + 1)} rel="next">
          Next {Math.min(size, total - last)}
        </a>
      ) : null}
    </nav>
  );
}

type Tab = { href: string; text: string; count?: number; current: boolean };
type TabsProps = { label: string; tabs: readonly Tab[] };

/** Choices of one filter as links, each with how many it shows where that is known. */
export const Tabs = ({ label, tabs }: TabsProps) => (
  <nav className="tabs" aria-label={label}>
    {tabs.map(({ href, text, count, current }) => (
      <a key={href} href={href} aria-current={current ? 'page' : undefined}>
        {text} {count === undefined ? null : <span className="mono">{count}</span>}
      </a>
    ))}
  </nav>
);

type SelectProps = { name: string; label: string; value: string; options: readonly { value: string; label: string }[] };

/** A select of a GET form of filters. */
export const FilterSelect = ({ name, label, value, options }: SelectProps) => (
  <div className="field">
    <label className="label small" htmlFor={`filter-${name}`}>
      {label}
    </label>
    <select className="select" id={`filter-${name}`} name={name} defaultValue={value}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);

/** What was just done, in a sentence: announced, and gone with the next page. */
export const Done = ({ children }: { children: ReactNode }) => (
  <output className="notice good block">{children}</output>
);
