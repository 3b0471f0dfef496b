import { paths } from '@/lib/paths';
import type { Desk } from '../queries';

/** For staff: where cycles are set up, the public page is worded and roles are given. */
export function ProgramDesks({ desks }: { desks: readonly Desk[] }) {
  if (desks.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="desks">
      <h2 id="desks">Programs you run</h2>
      <ul className="plain tasks">
        {desks.map(({ slug, name, _count }) => (
          <li key={slug}>
            <div>
              <a href={paths.programDesk(slug)}>
                <strong>{name}</strong>
              </a>
              <span className="small soft block">Set up cycles, word the public page, give roles.</span>
            </div>
            <span>{_count.cycles === 1 ? '1 cycle' : `${_count.cycles} cycles`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
