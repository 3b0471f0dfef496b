import { paths } from '@/lib/paths';
import { ChangesTable, leastFit } from '../../components/difference';
import { counted, points } from '../../components/fits';
import { Claim, PlanTag } from '../../components/words';
import type { PlansCompared } from '../queries';

type Props = { code: string; hasIdentity: boolean; compared: PlansCompared };

/** Matched, total and weakest match of two plans, and who changes. */
export function ComparisonView({ code, hasIdentity, compared }: Props) {
  const [a, b] = compared.plans;
  return (
    <div className="stack-l">
      <div className="stack">
        <p className="crumbs">
          <a href={paths.matching(code)}>Matching</a>
        </p>
        <h1>
          Plan {a.number} beside plan {b.number}
        </h1>
        <p>{findingOf(compared)}</p>
      </div>
      <FiguresTable code={code} hasIdentity={hasIdentity} compared={compared} />
      <ChangesTable changed={compared.changed} before={`In plan ${a.number}`} after={`In plan ${b.number}`} />
    </div>
  );
}

function findingOf({ changed, same }: PlansCompared): string {
  if (changed.length === 0) return `The same pairs: all ${same} of them.`;
  const kept = same === 0 ? 'No pair stays as it is' : `${counted(same, 'pair stays', 'pairs stay')} as they are`;
  return `${counted(changed.length, 'mentee changes', 'mentees change')}. ${kept}.`;
}

const FiguresTable = ({ code, hasIdentity, compared: { plans, figures } }: Props) => (
  <div className="table-wrap">
    <table className="table cards">
      <caption>The two plans</caption>
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <th scope="col" className="number">
            Matched
          </th>
          <th scope="col" className="number">
            Total fit
          </th>
          <th scope="col" className="number">
            Weakest match
          </th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {[figures.before, figures.after].map((figure, index) => {
          const plan = index === 0 ? plans[0] : plans[1];
          return (
            <tr key={plan.number}>
              <th scope="row">
                <a href={paths.plan(code, plan.number)}>Plan {plan.number}</a> <PlanTag state={plan.state} />
              </th>
              <td className="number" data-label="Matched">
                {figure.matched}
              </td>
              <td className="number" data-label="Total fit">
                {points(figure.totalFit)}
              </td>
              <td className="number" data-label="Weakest match">
                {leastFit(figure)}
              </td>
              <td>
                <Claim hasIdentity={hasIdentity} verified={plan.verified} handMade={plan.handMade} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
