import { paths } from '@/lib/paths';
import type { FundingCycle } from '../queries';

/** The cycles whose funding requests a person works on, in their list of cycles. */
export function FundingCycles({ cycles }: { cycles: readonly FundingCycle[] }) {
  if (cycles.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="funding">
      <h2 id="funding">Funding requests</h2>
      <ul className="plain tasks">
        {cycles.map(({ code, name, program, offer }) => (
          <li key={code}>
            <div>
              <a href={paths.funding(code)}>
                <strong>
                  {program.name}, {name}
                </strong>
              </a>{' '}
              <span className="reference">{code}</span>
              <span className="small soft block">{offer}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
