import { counted } from '../../components/fits';
import type { StudyView } from '../queries';

const listed = (labels: readonly string[]) => labels.join(', ');

/** Which factors matter to this plan. */
export const WeightsView = ({ weights: { effects, changeNothing, decideAlone } }: Pick<StudyView, 'weights'>) => (
  <section className="stack-s" aria-labelledby="weights">
    <h2 id="weights">What the weights do</h2>
    <p className="reading">
      {changeNothing.length === 0
        ? 'Every factor changes some match.'
        : `Without ${listed(changeNothing)} the plan would be the same.`}{' '}
      {decideAlone.length === 0 ? 'No factor decides alone.' : `${listed(decideAlone)} alone would give the same plan.`}
    </p>
    <div className="table-wrap">
      <table className="table cards">
        <caption>Mentees who would have another mentor, or none</caption>
        <thead>
          <tr>
            <th scope="col">Factor</th>
            <th scope="col" className="number">
              Weight
            </th>
            <th scope="col" className="number">
              Without it
            </th>
            <th scope="col" className="number">
              With it alone
            </th>
          </tr>
        </thead>
        <tbody>
          {effects.map(({ factor, label, weight, changedWithout, changedAlone }) => (
            <tr key={factor}>
              <th scope="row">{label}</th>
              <td className="number" data-label="Weight">
                {weight}
              </td>
              <td className="number" data-label="Without it">
                {counted(changedWithout, 'mentee', 'mentees')}
              </td>
              <td className="number" data-label="With it alone">
                {counted(changedAlone, 'mentee', 'mentees')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
