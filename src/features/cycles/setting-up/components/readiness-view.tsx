import { paths } from '@/lib/paths';
import { Tag } from '@/ui/static/shapes';
import type { Readiness } from '../queries';

type Props = { ready: Readiness; opened: boolean; code: string; slug: string };

/** What should be so before applications open. */
export function ReadinessView({ ready, opened, code, slug }: Props) {
  const href = {
    dates: paths.cycleDays(code),
    form: paths.form(code),
    members: paths.members(slug),
    program: paths.programWords(slug),
    eligibility: paths.eligibility(code),
  };
  const open = ready.filter(({ done }) => !done).length;
  return (
    <section className="card stack-s" aria-labelledby="ready">
      <h2 id="ready">{opened ? 'What stands' : 'Before applications open'}</h2>
      <p className="small soft">{open === 0 ? 'All of it is done.' : `${open} of ${ready.length} are not done yet.`}</p>
      <ul className="plain stack-s">
        {ready.map(({ key, what, done, how, path }) => (
          <li key={key}>
            <Tag tone={done ? 'match' : 'wait'}>{done ? 'Done' : 'To do'}</Tag>{' '}
            {path ? <a href={href[path]}>{what}</a> : what}
            {done ? null : <span className="small soft block">{how}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
