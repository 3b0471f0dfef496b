'use client';

/** One row, in words already: what a browser gets of it is what it shows. */
export type ShownRow = {
  id: string;
  name: string;
  reference: string;
  role: 'mentor' | 'mentee';
  state: string;
  tone: string;
  /** Marked for discussion. */
  isMarked: boolean;
  unread: number;
  later: string;
  reviews: number;
  mine: string;
  mean: string;
  sent: string;
};

type Props = {
  rows: readonly ShownRow[];
  /** The address of an application is this, its id and the filter. */
  base: string;
  suffix: string;
  /** Whether the viewer reviews: others have no column of their own. */
  reviews: boolean;
  /** Whether rows can be ticked, for what is done to several at once. */
  ticks: boolean;
};

/** Rows are handed over as data: as a tree of elements, fifty of them would be sent twice, and the second time at twice the length. */
export const InboxRows = ({ rows, base, suffix, reviews, ticks }: Props) => (
  <tbody>
    {rows.map((row) => (
      <tr key={row.id}>
        {ticks ? (
          <td className="tick">
            <input type="checkbox" name="ids" value={row.id} aria-label={`Tick ${row.name}`} />
          </td>
        ) : null}
        <th scope="row">
          <a href={`${base}${row.id}${suffix}`}>{row.name}</a>{' '}
          {row.reference ? <span className="reference">{row.reference}</span> : null}
        </th>
        <td>
          <span className={`tag shaped ${row.role}`}>{row.role === 'mentor' ? 'Mentor' : 'Mentee'}</span>
        </td>
        <td>
          <Stands row={row} />
        </td>
        <td className="number" data-label="Reviews">
          {row.reviews}
        </td>
        {reviews ? <Quiet label="Mine" text={row.mine} isQuiet={row.mine === 'Not yet'} /> : null}
        <Quiet label="Mean of 4" text={row.mean} isQuiet={!/^\d/.test(row.mean)} isNumber />
        <td data-label="Sent">
          <span className="mono">{row.sent}</span>
        </td>
      </tr>
    ))}
  </tbody>
);

type QuietProps = { label: string; text: string; isQuiet: boolean; isNumber?: boolean };

const Quiet = ({ label, text, isQuiet, isNumber = false }: QuietProps) => (
  <td className={isNumber ? 'number' : undefined} data-label={label}>
    {isQuiet ? <span className="quiet">{text}</span> : text}
  </td>
);

const Stands = ({ row: { state, tone, isMarked, unread, later } }: { row: ShownRow }) => (
  <span className="row-s">
    <span className={`tag ${tone}`}>{state}</span>
    {isMarked ? <span className="tag wait">To discuss</span> : null}
    {unread > 0 ? <span className="small">{unread === 1 ? '1 new comment' : `${unread} new comments`}</span> : null}
    {later ? <span className="small">later, by {later}</span> : null}
  </span>
);
