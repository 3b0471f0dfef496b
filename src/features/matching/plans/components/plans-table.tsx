import { formatInstant } from '@/domain/dates';
import { planClaim } from '@/domain/plan';
import { paths } from '@/lib/paths';
import { counted, points } from '../../components/fits';
import { PlanTag } from '../../components/words';
import type { PlanRow } from '../queries';

type Props = { code: string; plans: readonly PlanRow[]; mentees: number; hasIdentity: boolean; timeZone: string };

/** The plans of a cycle, latest first. */
export const PlansTable = ({ code, plans, mentees, hasIdentity, timeZone }: Props) => (
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
            <td className="reading">{planClaim({ ...plan, hasIdentity })}</td>
            <td data-label="Made">
              {plan.author}, {formatInstant(plan.createdAt, timeZone)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Picks two plans to lay side by side. */
export function CompareForm({ code, plans }: { code: string; plans: readonly PlanRow[] }) {
  const [latest, before] = plans;
  if (!latest || !before) return null;
  return (
    <form className="filters" method="get" action={`${paths.matching(code)}/compare`} aria-label="Compare two plans">
      <Choice name="a" label="Compare" plans={plans} chosen={before.number} />
      <Choice name="b" label="with" plans={plans} chosen={latest.number} />
      <button className="button" type="submit">
        Compare plans
      </button>
    </form>
  );
}

type ChoiceProps = { name: string; label: string; plans: readonly PlanRow[]; chosen: number };

const Choice = ({ name, label, plans, chosen }: ChoiceProps) => (
  <label className="field">
    <span className="label small">{label}</span>
    <select className="select" name={name} defaultValue={chosen}>
      {plans.map(({ number }) => (
        <option key={number} value={number}>
          Plan {number}
        </option>
      ))}
    </select>
  </label>
);
