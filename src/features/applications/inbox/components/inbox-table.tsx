import { STATE_LABELS } from '@/domain/application';
import { formatSlipDay } from '@/domain/dates';
import { formatScore } from '@/domain/review';
import { paths } from '@/lib/paths';
import type { InboxRow } from '../queries';
import { writeFilter, type InboxFilter } from '../schema';
import { InboxRows, type ShownRow } from './inbox-rows';
import { TONES } from './state-tag';

type Props = {
  cycle: { code: string; timeZone: string };
  filter: InboxFilter;
  rows: readonly InboxRow[];
  /** Whether the viewer reviews: others have no column of their own. */
  reviews: boolean;
  /** Whether rows can be ticked, for what is done to several at once. */
  ticks: boolean;
  now: Date;
};

export function InboxTable({ cycle: { code, timeZone }, filter, rows, reviews, ticks, now }: Props) {
  return (
    <div className="table-wrap">
      <table className="table cards compact">
        <caption className="hidden-visually">Applications</caption>
        <Head reviews={reviews} ticks={ticks} />
        <InboxRows
          rows={rows.map((row) => inWords(row, { reviews, timeZone, now }))}
          base={paths.application(code, '')}
          suffix={writeFilter(filter)}
          reviews={reviews}
          ticks={ticks}
        />
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

function meanOf({ summary, mine }: InboxRow, reviews: boolean): string {
  const mean = summary?.mean ?? null;
  if (mean !== null) return formatScore(mean);
  return mine || !reviews ? 'none' : 'after mine';
}

type Shown = { reviews: boolean; timeZone: string; now: Date };

function inWords(row: InboxRow, { reviews, timeZone, now }: Shown): ShownRow {
  const day = (at: Date | null) => (at ? formatSlipDay(at, timeZone, now) : '');
  return {
    id: row.id,
    name: row.name,
    // Who reads blind sees the reference in the place of the name, and not twice.
    reference: row.name === row.reference ? '' : (row.reference ?? ''),
    role: row.role,
    state: STATE_LABELS[row.state],
    tone: TONES[row.state],
    isMarked: row.discussSince !== null,
    unread: row.unread,
    later: day(row.laterBy),
    reviews: row.reviewCount,
    mine: row.mine ? MINE_WORDS[row.mine] : 'Not yet',
    mean: meanOf(row, reviews),
    sent: day(row.submittedAt),
  };
}
