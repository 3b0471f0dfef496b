import { paths } from '@/lib/paths';
import { Reference, Tag } from '@/ui/static/shapes';
import type { FundingRow } from '../queries';
import { RequestTags } from './request-tags';

const reviews = (count: number) => (count === 0 ? 'None yet' : String(count));

/** Requests, each with where it stands and whether I have read it. */
export const RequestsTable = ({
  code,
  caption,
  rows,
}: {
  code: string;
  caption: string;
  rows: readonly FundingRow[];
}) => (
  <div className="table-wrap">
    <table className="table cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Who asks</th>
          <th scope="col">Application</th>
          <th scope="col">State</th>
          <th scope="col">Reviews</th>
          <th scope="col">Mine</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, references, applied, state, staged, count, mine }) => (
          <tr key={id}>
            <th scope="row">
              <a href={paths.fundingRequest(code, id)}>{name}</a>
            </th>
            <td data-label="Application">
              {references.map((reference) => (
                <Reference key={reference}>{reference} </Reference>
              ))}
              {applied ? null : <Tag tone="bad">Withdrawn</Tag>}
            </td>
            <td data-label="State">
              <RequestTags state={state} staged={staged} />
            </td>
            <td data-label="Reviews">{reviews(count)}</td>
            <td data-label="Mine">{mine ? 'Done' : <span className="soft">Not yet</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
