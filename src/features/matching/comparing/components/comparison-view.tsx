import type { CycleWishes } from '@/domain/plan';
import { paths } from '@/lib/paths';
import { Reference } from '@/ui/static/shapes';
import { leastFit } from '../../components/difference';
import { counted, points } from '../../components/fits';
import { Claim, PlanTag } from '../../components/words';
import type { PlansCompared } from '../queries';

type Props = { code: string; wishes: CycleWishes; compared: PlansCompared };

/** "Plan 1 beside plan 2 and plan 4" */
export function comparisonTitle(numbers: readonly number[]): string {
  const [first, ...others] = numbers.map((number) => `plan ${number}`);
  return `P${(first ?? '').slice(1)} beside ${others.join(' and ')}`;
}

/** Matched, total, weakest match and points per factor of two to four plans, and who differs. */
export const ComparisonView = ({ code, wishes, compared }: Props) => (
  <div className="stack-l">
    <div className="stack">
      <p className="crumbs">
        <a href={paths.matching(code)}>Matching</a>
      </p>
      <h1>{comparisonTitle(compared.plans.map(({ number }) => number))}</h1>
      <p>{findingOf(compared)}</p>
    </div>
    <Figures code={code} wishes={wishes} compared={compared} />
    <Factors compared={compared} />
    <Differences compared={compared} />
  </div>
);

function findingOf({ changed, same }: PlansCompared): string {
  if (changed.length === 0) return `The same pairs: all ${same} of them.`;
  const kept = same === 0 ? 'No pair is in all of them' : `${counted(same, 'pair is', 'pairs are')} in all of them`;
  return `${counted(changed.length, 'mentee differs', 'mentees differ')}. ${kept}.`;
}

const Figures = ({ code, wishes, compared: { plans } }: Props) => (
  <div className="table-wrap">
    <table className="table cards">
      <caption>The plans</caption>
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
        {plans.map((plan) => (
          <tr key={plan.number}>
            <th scope="row">
              <a href={paths.plan(code, plan.number)}>Plan {plan.number}</a> <PlanTag state={plan.state} />
            </th>
            <td className="number" data-label="Matched">
              {plan.matched}
            </td>
            <td className="number" data-label="Total fit">
              {points(plan.totalFit)}
            </td>
            <td className="number" data-label="Weakest match">
              {leastFit(plan)}
            </td>
            <td>
              <Claim wishes={wishes} {...plan} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Where one plan is better than another. */
const Factors = ({ compared: { plans } }: Pick<Props, 'compared'>) => (
  <div className="table-wrap">
    <table className="table cards">
      <caption>Points per factor, over all matches</caption>
      <thead>
        <tr>
          <th scope="col">Factor</th>
          {plans.map(({ number }) => (
            <th scope="col" className="number" key={number}>
              Plan {number}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plans[0]?.factors.map(({ key, label }, row) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {plans.map(({ number, factors }) => (
              <td className="number" data-label={`Plan ${number}`} key={number}>
                {points(factors[row]?.points ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

function Differences({ compared: { changed, plans } }: Pick<Props, 'compared'>) {
  if (changed.length === 0) return null;
  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption>Who differs</caption>
        <thead>
          <tr>
            <th scope="col">Mentee</th>
            {plans.map(({ number }) => (
              <th scope="col" key={number}>
                In plan {number}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changed.map(({ id, name, reference, partners }) => (
            <tr key={id}>
              <th scope="row">
                {name} <Reference>{reference}</Reference>
              </th>
              {partners.map((partner, index) => (
                <td data-label={`In plan ${plans[index]?.number}`} key={plans[index]?.number}>
                  {partner ? `${partner.name}, ${points(partner.fit)} points` : <span className="lost">Unmatched</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
