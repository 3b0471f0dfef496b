import { points } from '../../components/fits';
import type { BenchRow } from '../queries';

const substitute = (found: BenchRow['nextMentor']) => (found ? `${found.name}, ${points(found.fit)} points` : 'Nobody');

/** Who could step in for one side of a match without touching any other. */
export const BenchView = ({ bench }: { bench: readonly BenchRow[] }) => (
  <section className="stack-s" aria-labelledby="bench">
    <h2 id="bench">Bench</h2>
    <p className="reading">
      For each match the best mentee who waits, and the best mentor with a free place: they could step in at once, and
      no other match would change.
    </p>
    <details>
      <summary>Show who could step in</summary>
      <div className="table-wrap">
        <table className="table cards">
          <caption>Ready to step in</caption>
          <thead>
            <tr>
              <th scope="col">Match</th>
              <th scope="col">If the mentee withdraws</th>
              <th scope="col">If the mentor withdraws</th>
            </tr>
          </thead>
          <tbody>
            {bench.map(({ id, menteeName, mentorName, nextMentor, nextMentee }) => (
              <tr key={id}>
                <th scope="row">
                  {menteeName} with {mentorName}
                </th>
                <td data-label="If the mentee withdraws">{substitute(nextMentee)}</td>
                <td data-label="If the mentor withdraws">{substitute(nextMentor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  </section>
);
