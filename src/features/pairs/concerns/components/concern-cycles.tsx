import { paths } from '@/lib/paths';
import type { ConcernCycle } from '../queries';

const waits = (count: number) => (count === 1 ? 'One waits to be read' : `${count} wait to be read`);

/** The cycles whose concerns a person reads, in their list of cycles. */
export function ConcernCycles({ cycles }: { cycles: readonly ConcernCycle[] }) {
  if (cycles.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="concerns">
      <h2 id="concerns">Concerns told in confidence</h2>
      <ul className="plain tasks">
        {cycles.map(({ code, name, program, waiting }) => (
          <li key={code}>
            <div>
              <a href={paths.concerns(code)}>
                <strong>
                  {program.name}, {name}
                </strong>
              </a>{' '}
              <span className="reference">{code}</span>
              <span className="small soft block">{waiting === 0 ? 'Nothing waits' : waits(waiting)}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
