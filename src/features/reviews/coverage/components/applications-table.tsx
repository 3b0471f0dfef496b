import { paths } from '@/lib/paths';
import { Pips } from '@/ui/staff/parts';
import { Reference, RoleTag, Tag } from '@/ui/static/shapes';
import type { Coverage } from '../queries';

type Row = Coverage['rows'][number];

const TAGS = {
  done: { tone: 'good', words: 'Read enough' },
  waiting: { tone: 'plain', words: 'Asked' },
  short: { tone: 'wait', words: 'Needs a reader' },
} as const;

/** What light reviews say against it. */
function Said({ row: { concerns, questions } }: { row: Row }) {
  return (
    <>
      {concerns > 0 ? <Tag tone="bad">{concerns === 1 ? '1 concern' : `${concerns} concerns`}</Tag> : null}{' '}
      {questions > 0 ? <Tag tone="wait">{questions === 1 ? '1 question' : `${questions} questions`}</Tag> : null}
    </>
  );
}

/** Every application by how many reviews it has, and who has read it or is asked. */
export const ApplicationsTable = ({ code, rows, wantedCount }: { code: string; rows: Row[]; wantedCount: number }) => (
  <div className="table-wrap">
    <table className="table cards compact">
      <caption className="hidden-visually">Applications by their reviews</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">Reviews</th>
          <th scope="col">Stands</th>
          <th scope="col">Read by</th>
          <th scope="col">Asked</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={paths.application(code, row.id)}>{row.name}</a> <Reference>{row.reference}</Reference>
            </th>
            <td>
              <RoleTag shape={row.role} />
            </td>
            <td data-label="Reviews">
              <Pips value={row.done.length} of={Math.max(wantedCount, row.done.length)} />
              {row.done.length} of {wantedCount}
            </td>
            <td>
              <Tag tone={TAGS[row.covered].tone}>{TAGS[row.covered].words}</Tag> <Said row={row} />
            </td>
            <td data-label="Read by">{row.done.join(', ') || <span className="quiet">nobody</span>}</td>
            <td data-label="Asked">
              {row.waiting.join(', ') || <span className="quiet">nobody</span>}
              {row.ended.length > 0 ? (
                <span className="small soft block">Term ended: {row.ended.join(', ')}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
