import type { Proposal } from '../queries';

/** What everybody has read or is asked to read, before and after. */
export function LoadTable({ loads }: { loads: Proposal['loads'] }) {
  const most = Math.max(1, ...loads.map(({ before, after }) => Math.max(before, after)));
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="hidden-visually">Reviewed and assigned, before and after</caption>
        <thead>
          <tr>
            <th scope="col">Reviewer</th>
            <th scope="col" className="number">
              Before
            </th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {loads.map(({ id, name, before, after }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="number">{before}</td>
              <td className="load-cell">
                <span className="load-number">{after}</span>
                <svg className="load" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="after" width={(after / most) * 100} height="10" />
                  <rect className="before" width={(Math.min(before, after) / most) * 100} height="10" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
