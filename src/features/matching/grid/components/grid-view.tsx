import { paths } from '@/lib/paths';
import { Reference } from '@/ui/static/shapes';
import { wholePoints } from '../../components/fits';
import type { Grid } from '../queries';

type Props = { code: string; grid: Grid };

/** Every pair at one look: points, the matches of the plan, and what is excluded. */
export const GridView = ({ code, grid }: Props) => {
  const { plan, mentors, start, next, allMentors } = grid;
  return (
    <div className="stack-l">
      <div className="stack">
        <p className="crumbs">
          <a href={paths.matching(code)}>Matching</a> · <a href={paths.plan(code, plan.number)}>Plan {plan.number}</a>
        </p>
        <h1>Grid of every pair</h1>
        <p>
          Points of each mentee with each mentor. A ring marks a match of this plan; a dash is a pair that a rule
          excludes, and the rule is read on it.
        </p>
        {next !== null || start > 0 ? (
          <p className="row">
            Mentors {start + 1}–{start + mentors.length} of {allMentors}
            {start > 0 ? <a href={`${paths.planGrid(code, plan.number)}?from=0`}>First mentors</a> : null}
            {next === null ? null : <a href={`${paths.planGrid(code, plan.number)}?from=${next}`}>Next mentors</a>}
          </p>
        ) : null}
      </div>
      {/* A wide table is scrolled with the keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-wrap grid-wrap" aria-label="Grid of every pair" tabIndex={0}>
        <Cells code={code} grid={grid} />
      </section>
    </div>
  );
};

const Cells = ({ code, grid: { plan, mentors, rows } }: Props) => (
  <table className="table grid">
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
      {rows.map(({ mentee, matched, cells }) => (
        <tr key={mentee.id}>
          <th scope="row">
            <a href={paths.plan(code, plan.number, `?mentee=${mentee.id}#candidates`)}>{mentee.name}</a>{' '}
            <Reference>{mentee.reference}</Reference>
            {matched ? null : <span className="lost"> unmatched</span>}
          </th>
          {cells.map((cell) => (
            <Cell key={cell.mentorId} cell={cell} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

function Cell({ cell: { fit, notBecause, isMatch } }: { cell: Grid['rows'][number]['cells'][number] }) {
  if (notBecause.length > 0)
    return (
      <td className="number not" title={notBecause.join('. ')}>
        <span aria-hidden="true">–</span>
        <span className="hidden-visually">{notBecause.join('. ')}</span>
      </td>
    );
  return (
    <td className={`number ${isMatch ? 'is-match' : ''}`}>
      {wholePoints(fit)}
      {isMatch ? <span className="hidden-visually"> matched</span> : null}
    </td>
  );
}
