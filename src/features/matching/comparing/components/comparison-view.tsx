import type { PlanFigures } from '@/domain/matching/compare';
import { paths } from '@/lib/paths';
import { Reference } from '@/ui/static/shapes';
import { counted, points, pointsChange } from '../../components/fits';
import { Claim, PlanTag } from '../../components/words';
import type { PlansCompared } from '../queries';

type Props = { code: string; hasIdentity: boolean; compared: PlansCompared };

const KINDS = { moved: 'Another mentor', gained: 'Now matched', lost: 'No longer matched', same: 'Same' } as const;

const least = ({ minimumFit }: PlanFigures) => (minimumFit === null ? '–' : points(minimumFit));

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
      <ChangesTable compared={compared} />
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
                {least(figure)}
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

function ChangesTable({ compared: { changed, plans } }: { compared: PlansCompared }) {
  if (changed.length === 0) return null;
  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption>Who changes</caption>
        <thead>
          <tr>
            <th scope="col">Mentee</th>
            <th scope="col">In plan {plans[0].number}</th>
            <th scope="col">In plan {plans[1].number}</th>
            <th scope="col">Change</th>
            <th scope="col" className="number">
              Fit
            </th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ id, name, reference, from, to, kind, fitChange }) => (
            <tr key={id}>
              <th scope="row">
                {name} <Reference>{reference}</Reference>
              </th>
              <td data-label={`In plan ${plans[0].number}`}>{from ?? 'Unmatched'}</td>
              <td data-label={`In plan ${plans[1].number}`}>{to ?? 'Unmatched'}</td>
              <td data-label="Change">
                <span className={kind}>{KINDS[kind]}</span>
              </td>
              <td className="number" data-label="Fit">
                {pointsChange(fitChange)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
