import { formatScore } from '@/domain/review';
import { leaningInWords, LEAST_REVIEWERS, LEAST_SHARED } from '@/domain/strictness';
import type { StrictnessRow } from '../queries';

/** Who rates below or above the others on the same applications, with how it is worked out in one sentence. */
export const StrictnessView = ({ rows }: { rows: readonly StrictnessRow[] | null }) => (
  <section className="stack-s" aria-labelledby="strictness">
    <h2 id="strictness">Strict and kind</h2>
    {rows === null ? (
      <p className="reading">
        Not told yet: it takes {LEAST_REVIEWERS} reviewers with ratings who share, directly or by way of others,{' '}
        {LEAST_SHARED} applications. With fewer, a strict reader cannot be told from weak applications.
      </p>
    ) : (
      <>
        <p className="soft reading">
          How far each reviewer’s ratings lie from those of others for the same applications: least squares of an
          application effect and a reviewer effect, with few reviews held towards zero. An adjusted mean is each review
          less its writer’s leaning; it stands beside the plain mean and never in its place.
        </p>
        <div className="table-wrap">
          <table className="table cards compact">
            <caption className="hidden-visually">Reviewers by how strictly they rate</caption>
            <thead>
              <tr>
                <th scope="col">Reviewer</th>
                <th scope="col">Rates</th>
                <th scope="col" className="number">
                  Own mean of 4
                </th>
                <th scope="col" className="number">
                  Reviews with ratings
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, name, leaning, mean, reviews }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td data-label="Rates">{leaningInWords(leaning)}</td>
                  <td className="number" data-label="Own mean of 4">
                    {formatScore(mean)}
                  </td>
                  <td className="number" data-label="Reviews with ratings">
                    {reviews}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </>
    )}
  </section>
);
