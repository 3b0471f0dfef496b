import { ANSWERED } from '@/domain/closing';
import { ROLES } from '@/domain/mentoring';
import type { BoardRow } from '../queries';
import { ANSWERED_LABELS, ROLE_LABELS } from './board-labels';

const shareOf = (part: number, of: number): string => (of === 0 ? '–' : `${Math.round((100 * part) / of)} %`);

/** How many of each role have answered; of people whom the reader may see. */
export function BoardCounts({ rows }: { rows: readonly BoardRow[] }) {
  const groups = [
    ...ROLES.map((role) => ({ name: ROLE_LABELS[role], rows: rows.filter((row) => row.role === role) })),
    { name: 'Both', rows },
  ];
  return (
    <div className="table-wrap">
      <table className="table cards">
        <caption className="hidden-visually">Answers by role</caption>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Asked</th>
            {ANSWERED.toReversed().map((state) => (
              <th key={state} scope="col">
                {ANSWERED_LABELS[state]}
              </th>
            ))}
            <th scope="col">Answered, percent</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, rows: group }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-label="Asked">{group.length}</td>
              {ANSWERED.toReversed().map((state) => (
                <td key={state} data-label={ANSWERED_LABELS[state]}>
                  {group.filter(({ answered }) => answered === state).length}
                </td>
              ))}
              <td data-label="Answered, percent">
                {shareOf(group.filter(({ answered }) => answered === 'answered').length, group.length)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
