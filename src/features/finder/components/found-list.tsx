import type { Found } from '../schema';

/** What was found, for a page: headings and links. */
export function FoundList({ found }: { found: readonly Found[] }) {
  const groups = [...new Set(found.map(({ group }) => group))];
  return groups.map((group) => (
    <section key={group} className="stack-s" aria-label={group}>
      <h2>{group}</h2>
      <ul className="plain">
        {found
          .filter((one) => one.group === group)
          .map(({ href, text, more }) => (
            <li key={href}>
              <a href={href}>{text}</a> {more ? <span className="soft small">{more}</span> : null}
            </li>
          ))}
      </ul>
    </section>
  ));
}
