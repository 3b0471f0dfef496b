import { PHASE_LABELS } from '@/domain/cycle';
import { nextStep } from '@/domain/timeline';
import { paths } from '@/lib/paths';
import { EmptyState } from '@/ui/static/notice';
import { Tag } from '@/ui/static/shapes';
import type { ListedCycle } from '../queries';

/** The cycles a person works on, by program, newest first. */
export function CycleList({ cycles, now }: { cycles: readonly ListedCycle[]; now: Date }) {
  if (cycles.length === 0) {
    return (
      <EmptyState heading="No cycle is open to you">
        <p>Your role in a program may have ended. The contact below can tell.</p>
      </EmptyState>
    );
  }
  const programs = [...new Set(cycles.map(({ program }) => program.name))];
  return programs.map((program) => (
    <section key={program} className="stack-s" aria-label={program}>
      <h2>{program}</h2>
      <ul className="plain tasks">
        {cycles
          .filter((cycle) => cycle.program.name === program)
          .map((cycle) => (
            <Row key={cycle.id} cycle={cycle} now={now} />
          ))}
      </ul>
    </section>
  ));
}

function Row({ cycle, now }: { cycle: ListedCycle; now: Date }) {
  const { code, name, phase, applications, acts } = cycle;
  return (
    <li>
      <div>
        <a href={paths.cycleHome(code)}>
          <strong>{name}</strong>
        </a>{' '}
        <span className="reference">{code}</span>
        <span className="small soft block">{nextStep(cycle, acts, now)}</span>
      </div>
      <div className="row-s">
        <span>{applications} applications</span>
        <Tag tone="match">{PHASE_LABELS[phase]}</Tag>
      </div>
    </li>
  );
}
