import type { AreaGrowth } from '@/domain/growth';

export const meanOf = (value: number | null): string => (value === null ? '–' : String(Math.round(value * 10) / 10));
const signed = (value: number | null): string =>
  value === null ? '–' : `${value > 0 ? '+' : value < 0 ? '−' : ''}${meanOf(Math.abs(value))}`;

/** The numbers under a chart. */
export const GrowthTable = ({ name, areas }: { name: string; areas: readonly AreaGrowth[] }) => (
  <div className="table-wrap">
    <table className="table">
      <caption className="hidden-visually">{name}: ratings before and after</caption>
      <thead>
        <tr>
          <th scope="col">Area</th>
          <th scope="col">People</th>
          <th scope="col">When applying</th>
          <th scope="col">At the end</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {areas.map(({ area, label, n, before, after, change }) => (
          <tr key={area}>
            <th scope="row">{label}</th>
            <td>{n}</td>
            <td>{meanOf(before)}</td>
            <td>{meanOf(after)}</td>
            <td>{signed(change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
