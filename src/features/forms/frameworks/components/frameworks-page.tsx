import type { GuardedCycle } from '@/auth/guard';
import type { Framework } from '@/domain/forms/frameworks';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';
import { FrameworkForm } from './framework-form';

type Props = { cycle: GuardedCycle; frameworks: readonly Framework[]; done: string };

/** What people can be asked to rate themselves in. */
export const FrameworksPage = ({ cycle, frameworks, done }: Props) => (
  <div className="stack-xl">
    {done === 'made' ? <Done>It is here for the forms of all cycles: choose it in a question of ratings.</Done> : null}
    <header className="stack-s">
      <p className="small">
        <a href={paths.form(cycle.code)}>Application form</a>
      </p>
      <h1>Competency frameworks</h1>
      <p className="soft reading">
        The areas in which mentors and mentees rate themselves; they decide most of a match. A framework is never
        changed, so that ratings of different years can be compared: make a new one instead.
      </p>
    </header>
    <div className="grid gap-8 lg:grid-cols-2">
      <ul className="plain stack-l">
        {frameworks.map(({ key, name, areas }) => (
          <li key={key} className="card stack-s">
            <h2>{name}</h2>
            <ol className="steps">
              {areas.map(({ value, label }) => (
                <li key={value}>{label}</li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
      <section className="stack-s" aria-labelledby="new">
        <h2 id="new">A new framework</h2>
        <FrameworkForm cycle={cycle.code} cycleId={cycle.id} />
      </section>
    </div>
  </div>
);
