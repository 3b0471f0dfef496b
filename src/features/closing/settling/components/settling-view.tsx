import { Tag } from '@/ui/static/shapes';
import type { ToSettle } from '../queries';

/** What should be settled before the cycle is archived, each with the page on which that is done. */
export function SettlingView({ items, archived }: { items: readonly ToSettle[]; archived: boolean }) {
  const open = items.filter(({ done }) => !done).length;
  return (
    <section className="card stack-s" aria-labelledby="settle">
      <h2 id="settle">{archived ? 'What is left to settle' : 'Before this cycle is archived'}</h2>
      <p className="small soft">{open === 0 ? 'All of it is done.' : `${open} of ${items.length} are not done yet.`}</p>
      <ul className="plain stack-s">
        {items.map(({ key, what, done, how, href }) => (
          <li key={key}>
            <Tag tone={done ? 'match' : 'wait'}>{done ? 'Done' : 'To do'}</Tag> <a href={href}>{what}</a>
            {done ? null : <span className="small soft block">{how}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
