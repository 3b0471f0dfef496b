import type { PlanFigures } from '@/domain/matching/compare';
import { Reference } from '@/ui/static/shapes';
import { points, pointsChange } from './fits';

const KINDS = { moved: 'Another mentor', gained: 'Now matched', lost: 'No longer matched', same: 'Same' } as const;

/** "41.2", or a dash when nobody is matched. */
export const leastFit = ({ minimumFit }: PlanFigures) => (minimumFit === null ? '–' : points(minimumFit));

type Changed = {
  id: string;
  name: string;
  reference: string;
  from: string | null;
  to: string | null;
  kind: keyof typeof KINDS;
  fitChange: number;
};
type Props = { changed: readonly Changed[]; before: string; after: string };

/** Who would have another mentor, one, or none. */
export function ChangesTable({ changed, before, after }: Props) {
  if (changed.length === 0) return null;
  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption>Who changes</caption>
        <thead>
          <tr>
            <th scope="col">Mentee</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
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
              <td data-label={before}>{from ?? 'Unmatched'}</td>
              <td data-label={after}>{to ?? 'Unmatched'}</td>
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
