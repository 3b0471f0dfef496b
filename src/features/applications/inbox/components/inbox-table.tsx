import { formatSlipDay } from '@/domain/dates';
import { formatScore } from '@/domain/review';
import { paths } from '@/lib/paths';
import { Reference, RoleTag, Tag } from '@/ui/static/shapes';
import type { InboxRow } from '../queries';
import { writeFilter, type InboxFilter } from '../schema';
import { StateTag } from './state-tag';

type Cycle = { code: string; timeZone: string };
type Props = {
  cycle: Cycle;
  filter: InboxFilter;
  rows: readonly InboxRow[];
  /** Whether the viewer reviews: others have no column of their own. */
  reviews: boolean;
  /** Whether rows can be ticked, for what is done to several at once. */
  ticks: boolean;
  now: Date;
};

export function InboxTable({ cycle, filter, rows, reviews, ticks, now }: Props) {
  const suffix = writeFilter(filter);
  return (
    <div className="table-wrap">
      <table className="table cards compact">
        <caption className="hidden-visually">Applications</caption>
        <Head reviews={reviews} ticks={ticks} />
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} cycle={cycle} suffix={suffix} reviews={reviews} ticks={ticks} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Head = ({ reviews, ticks }: { reviews: boolean; ticks: boolean }) => (
  <thead>
    <tr>
      {ticks ? (
        <th scope="col">
          <span className="hidden-visually">Tick</span>
        </th>
      ) : null}
      <th scope="col">Name</th>
      <th scope="col">Role</th>
      <th scope="col">State</th>
      <th scope="col" className="number">
        Reviews
      </th>
      {reviews ? <th scope="col">Mine</th> : null}
      <th scope="col" className="number">
        Mean of 4
      </th>
      <th scope="col">Sent</th>
    </tr>
  </thead>
);

const MINE_WORDS = { done: 'Reviewed', abstained: 'Abstained' } as const;

type RowProps = { row: InboxRow; cycle: Cycle; suffix: string; reviews: boolean; ticks: boolean; now: Date };

function Row({ row, cycle: { code, timeZone }, suffix, reviews, ticks, now }: RowProps) {
  const { id, name, reference, role, reviewCount, mine, submittedAt } = row;
  return (
    <tr>
      {ticks ? (
        <td className="tick">
          <input type="checkbox" name="ids" value={id} aria-label={`Tick ${name}`} />
        </td>
      ) : null}
      <th scope="row">
        <a href={paths.application(code, id, suffix)}>{name}</a>{' '}
        {name === reference ? null : <Reference>{reference}</Reference>}
      </th>
      <td>
        <RoleTag shape={role} />
      </td>
      <td>
        <Stands row={row} timeZone={timeZone} now={now} />
      </td>
      <td className="number" data-label="Reviews">
        {reviewCount}
      </td>
      {reviews ? <td data-label="Mine">{mine ? MINE_WORDS[mine] : <span className="quiet">Not yet</span>}</td> : null}
      <td className="number" data-label="Mean of 4">
        <Mean row={row} reviews={reviews} />
      </td>
      <td data-label="Sent">
        <span className="mono">{submittedAt ? formatSlipDay(submittedAt, timeZone, now) : ''}</span>
      </td>
    </tr>
  );
}

function Stands({
  row: { state, discussSince, unread, laterBy },
  timeZone,
  now,
}: {
  row: InboxRow;
  timeZone: string;
  now: Date;
}) {
  return (
    <span className="row-s">
      <StateTag state={state} />
      {discussSince ? <Tag tone="wait">To discuss</Tag> : null}
      {unread > 0 ? <span className="small">{unread === 1 ? '1 new comment' : `${unread} new comments`}</span> : null}
      {laterBy ? <span className="small">later, by {formatSlipDay(laterBy, timeZone, now)}</span> : null}
    </span>
  );
}

function Mean({ row: { summary, mine }, reviews }: { row: InboxRow; reviews: boolean }) {
  const mean = summary?.mean ?? null;
  if (mean !== null) return formatScore(mean);
  return <span className="quiet">{mine || !reviews ? 'none' : 'after mine'}</span>;
}
