import { paths } from '@/lib/paths';
import { Reference } from '@/ui/static/shapes';
import { wholePoints } from '../../components/fits';
import type { Grid } from '../queries';
import { GridKeys } from './grid-keys';
import type { GridDesk } from './pair-panel';

type Props = { desk: GridDesk; grid: Grid };

/** Every pair at one look: points, the matches of the plan, and what is excluded. */
export const GridView = ({ desk, grid }: Props) => {
  const { plan, mentors, rows, start, next, allMentors } = grid;
  const { code } = desk;
  const names = Object.fromEntries([...mentors, ...rows.map(({ mentee }) => mentee)].map(({ id, name }) => [id, name]));
  return (
    <div className="stack-l">
      <div className="stack">
        <p className="crumbs">
          <a href={paths.matching(code)}>Matching</a> · <a href={paths.plan(code, plan.number)}>Plan {plan.number}</a>
        </p>
        <h1>Grid of every pair</h1>
        <p>
          Points of each mentee with each mentor. A ring marks a match of this plan; a dash is a pair that a rule
          excludes, and the rule is read on it. Arrow keys move from cell to cell.
        </p>
        {next !== null || start > 0 ? (
          <p className="row">
            Mentors {start + 1}–{start + mentors.length} of {allMentors}
            {start > 0 ? <a href={`${paths.planGrid(code, plan.number)}?from=0`}>First mentors</a> : null}
            {next === null ? null : <a href={`${paths.planGrid(code, plan.number)}?from=${next}`}>Next mentors</a>}
          </p>
        ) : null}
      </div>
      <GridKeys desk={desk} names={names}>
        <Cells code={code} grid={grid} />
      </GridKeys>
    </div>
  );
};

const Cells = ({ code, grid: { plan, mentors, rows } }: { code: string; grid: Grid }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
  <table className="table grid" role="grid" aria-label="Every mentee with every mentor">
    <thead>
      <tr>
        <th scope="col">Mentee</th>
        {mentors.map(({ id, name, places }) => (
          <th scope="col" key={id}>
            <span className="upright">
              {name} <span className="soft">({places})</span>
            </span>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ mentee, matched, cells }, row) => (
        <tr key={mentee.id}>
          <th scope="row">
            <a href={paths.plan(code, plan.number, `?mentee=${mentee.id}#candidates`)}>{mentee.name}</a>{' '}
            <Reference>{mentee.reference}</Reference>
            {matched ? null : <span className="lost"> unmatched</span>}
          </th>
          {cells.map((cell, column) => (
            <Cell
              key={cell.mentorId}
              cell={cell}
              // One cell is in the order of the Tab key; arrows lead to the others.
              tabIndex={row === 0 && column === 0 ? 0 : -1}
              pair={{
                'data-mentee': mentee.id,
                'data-mentor': cell.mentorId,
                'data-match': cell.matchId || undefined,
                'data-taken': matched && !cell.matchId ? 'yes' : undefined,
                'data-free': mentors[column]?.free ? 'yes' : undefined,
                'data-why': cell.notBecause.join('. ') || undefined,
              }}
            />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

type CellProps = {
  cell: Grid['rows'][number]['cells'][number];
  tabIndex: number;
  pair: Readonly<Record<`data-${string}`, string | undefined>>;
};

function Cell({ cell: { fit, notBecause, matchId }, tabIndex, pair }: CellProps) {
  if (notBecause.length > 0)
    return (
      <td className="number not" tabIndex={tabIndex} {...pair} title={notBecause.join('. ')}>
        <span aria-hidden="true">–</span>
        <span className="hidden-visually">{notBecause.join('. ')}</span>
      </td>
    );
  return (
    <td className={`number ${matchId ? 'is-match' : ''}`} tabIndex={tabIndex} {...pair}>
      {wholePoints(fit)}
      {matchId ? <span className="hidden-visually"> matched</span> : null}
    </td>
  );
}
