import type { FairnessReport, Share } from '@/domain/matching/reports/fairness';
import { counted, points } from '../../components/fits';

const WIDTH = 100;

/** How the plan treats different people. Never by identity. */
export const FairnessView = ({ fairness }: { fairness: FairnessReport }) => (
  <section className="stack" aria-labelledby="fairness">
    <h2 id="fairness">Fairness</h2>
    <p>{summaryOf(fairness)}</p>
    <div className="tables">
      <Bands fairness={fairness} />
      <Shares name="Career stage" shares={fairness.byStage} />
      <Shares name="Setting" shares={fairness.bySetting} />
      <Shares name="State or province" shares={fairness.byState} />
    </div>
  </section>
);

function summaryOf({ mentees, matched, lowest, median }: FairnessReport): string {
  if (lowest === null || median === null) return 'Nobody is matched in this plan.';
  return `${matched} of ${counted(mentees, 'mentee', 'mentees')} matched. The weakest match has ${points(lowest)} points, the middle one ${points(median)}.`;
}

function Bands({ fairness: { bands } }: { fairness: FairnessReport }) {
  const most = Math.max(1, ...bands.map(({ mentees }) => mentees ?? 0));
  return (
    <table className="table">
      <caption>Mentees by fit</caption>
      <thead>
        <tr>
          <th scope="col">Points</th>
          <th scope="col" className="number">
            Mentees
          </th>
          <th aria-hidden="true" className="bar-cell" />
        </tr>
      </thead>
      <tbody>
        {bands.toReversed().map(({ from, mentees }) => (
          <tr key={from}>
            <th scope="row">
              {from}–{from === 90 ? 100 : from + 9}
            </th>
            <td className="number">{mentees ?? 'few'}</td>
            <td className="bar-cell" aria-hidden="true">
              <svg className="bar" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none">
                <rect className="p1" width={(WIDTH * (mentees ?? 0)) / most} height="8" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Shares = ({ name, shares }: { name: string; shares: readonly Share[] }) => (
  <table className="table">
    <caption>{name}</caption>
    <thead>
      <tr>
        <th scope="col">{name}</th>
        <th scope="col" className="number">
          Matched
        </th>
      </tr>
    </thead>
    <tbody>
      {shares.map(({ value, label, mentees, matched }) => (
        <tr key={value}>
          <th scope="row">{label}</th>
          <td className="number">
            {matched ?? 'few'} of {mentees ?? 'few'}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
