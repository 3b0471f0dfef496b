import { PHASE_LABELS } from '@/domain/cycle';
import { nextStep } from '@/domain/timeline';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { EmptyState } from '@/ui/static/notice';
import { Tag } from '@/ui/static/shapes';
import type { ProgramView } from '../../queries';

function ProgramLine({ program, now }: { program: ProgramView; now: Date }) {
  const { cycle } = program;
  return (
    <li className="card stack-s">
      <div className="between">
        <h2>
          <a href={paths.program(program.slug)}>{program.name}</a>
        </h2>
        <Tag tone={cycle?.phase === 'applications' ? 'match' : 'plain'}>
          {cycle ? PHASE_LABELS[cycle.phase] : 'Paused'}
        </Tag>
      </div>
      <p>{program.summary}</p>
      {cycle ? (
        <p className="small soft">
          <strong>{cycle.name}.</strong> {nextStep(cycle, cycle.acts, now)}
        </p>
      ) : (
        <p className="small soft">No dates yet. Goals, activities and resources stay public.</p>
      )}
    </li>
  );
}

/** Every program of the install, with its phase and next date. */
export function HomePage({ programs, now }: { programs: readonly ProgramView[]; now: Date }) {
  return (
    <Document entry title="Mentoring programs" link={{ href: paths.resume(), text: 'Return to a saved application' }}>
      <div className="stack-l">
        <div className="stack">
          <h1 className="display">Mentoring programs</h1>
          <p className="lead">Choose a program to see what it asks, what it gives, and when it opens.</p>
        </div>
        {programs.length > 0 ? (
          <ul className="plain programs">
            {programs.map((program) => (
              <ProgramLine key={program.id} program={program} now={now} />
            ))}
          </ul>
        ) : (
          <EmptyState heading="No program yet">
            <p>
              This is where the association’s mentoring programs will be. Staff set up the first one after signing in.
            </p>
            <p>
              <a href={paths.signIn()}>Sign in as staff</a>
            </p>
          </EmptyState>
        )}
        <p className="small">
          <a href={paths.signIn()}>Sign in as committee or staff</a>
        </p>
      </div>
    </Document>
  );
}
