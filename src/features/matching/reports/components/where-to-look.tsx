import { counted, pointsChange } from '../../components/fits';
import type { StudyView } from '../queries';

type Props = { findings: StudyView['whereToLook']; call: string };

const MOST_SHOWN = 8;

/** What a further mentor would bring, by region and strongest competency, and the draft of a call for them. */
export const WhereToLook = ({ findings, call }: Props) => (
  <section className="stack-s" aria-labelledby="where">
    <h2 id="where">Where to look for mentors</h2>
    <p className="reading">
      One further mentor such as the cycle has, tried in each region where mentees live and with each competency as the
      strongest. Gains are of one mentor more and do not add up.
    </p>
    {findings.length === 0 ? (
      <p>A further mentor would gain nothing.</p>
    ) : (
      <Findings findings={findings.slice(0, MOST_SHOWN)} />
    )}
    <details>
      <summary>Draft of a call for mentors</summary>
      <label className="label small" htmlFor="call">
        To copy and to change
      </label>
      <textarea className="textarea" id="call" rows={12} readOnly defaultValue={call} />
    </details>
  </section>
);

const Findings = ({ findings }: { findings: StudyView['whereToLook'] }) => (
  <div className="table-wrap">
    <table className="table cards">
      <caption>Best first</caption>
      <thead>
        <tr>
          <th scope="col">Region</th>
          <th scope="col">Strongest in</th>
          <th scope="col" className="number">
            Mentees gained
          </th>
          <th scope="col" className="number">
            Total fit
          </th>
        </tr>
      </thead>
      <tbody>
        {findings.map(({ region, area, menteesGained, fitGained }) => (
          <tr key={`${region} ${area}`}>
            <th scope="row">{region}</th>
            <td data-label="Strongest in">{area}</td>
            <td className="number" data-label="Mentees gained">
              {counted(menteesGained, 'mentee', 'mentees')}
            </td>
            <td className="number" data-label="Total fit">
              {pointsChange(fitGained)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
