import { formatInstant } from '@/domain/dates';
import { planClaim, type CycleWishes } from '@/domain/plan';
import { paths } from '@/lib/paths';
import { counted, points } from '../../components/fits';
import { PlanTag } from '../../components/words';
import type { PlanRow } from '../queries';

type Props = { code: string; plans: readonly PlanRow[]; mentees: number; wishes: CycleWishes; timeZone: string };

/** The plans of a cycle, latest first. */
export const PlansTable = ({ code, plans, mentees, wishes, timeZone }: Props) => (
  <div className="table-wrap">
    <table className="table cards">
      <caption>{counted(plans.length, 'plan', 'plans')}</caption>
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
          <th scope="col">Made</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={plan.id}>
            <th scope="row">
              <a href={paths.plan(code, plan.number)}>Plan {plan.number}</a> <PlanTag state={plan.state} />
            </th>
            <td className="number" data-label="Matched">
              {plan.matched} of {mentees}
            </td>
            <td className="number" data-label="Total fit">
              {points(plan.totalFit)}
            </td>
            <td className="number" data-label="Weakest match">
              {plan.minimumFit === null ? '–' : points(plan.minimumFit)}
            </td>
            <td className="reading">{planClaim({ ...plan, wishes })}</td>
            <td data-label="Made">
              {plan.author}, {formatInstant(plan.createdAt, timeZone)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Picks plans to lay side by side: the two latest at first. */
export function CompareForm({ code, plans }: { code: string; plans: readonly PlanRow[] }) {
  if (plans.length < 2) return null;
  return (
    <form className="stack-s" method="get" action={`${paths.matching(code)}/compare`}>
      <fieldset>
        <legend className="legend small">Compare two to four plans</legend>
        <div className="row">
          {plans.map(({ number }, index) => (
            <label className="choice" key={number}>
              <input type="checkbox" name="p" value={number} defaultChecked={index < 2} />
              <span>Plan {number}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p>
        <button className="button" type="submit">
          Compare plans
        </button>
      </p>
    </form>
  );
}
