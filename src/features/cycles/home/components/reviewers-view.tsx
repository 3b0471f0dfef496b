import { Tag } from '@/ui/static/shapes';
import type { CycleHome } from '../queries';

type Props = { reviewers: CycleHome['reviewers']; /** For chair and staff. */ coverageHref: string | null };

/** Who has read how much, fewest first. */
export function ReviewersView({ reviewers, coverageHref }: Props) {
  if (reviewers.length === 0) return null;
  return (
    <section className="card" aria-labelledby="reviewers">
      <h2 id="reviewers">Reviews by member</h2>
      <table className="table border-0!">
        <thead className="hidden-visually">
          <tr>
            <th scope="col">Member</th>
            <th scope="col">Reviews</th>
          </tr>
        </thead>
        <tbody>
          {reviewers.map(({ id, name, reviewed, behind }) => (
            <tr key={id}>
              <th scope="row" className="pl-0!">
                {name} {behind ? <Tag tone="wait">Behind</Tag> : null}
              </th>
              <td className="number">{reviewed}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet mt-2">Behind: fewer than half as many as the busiest member.</p>
      {coverageHref ? (
        <p className="small mt-2">
          <a href={coverageHref}>Coverage and assignments</a>
        </p>
      ) : null}
    </section>
  );
}
