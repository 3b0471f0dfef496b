import type { AreaGrowth } from '@/domain/growth';

export const meanOf = (value: number | null): string => (value === null ? '–' : String(Math.round(value * 10) / 10));
const signed = (value: number | null): string =>
  value === null ? '–' : `${value > 0 ? '+' : value < 0 ? '−' : ''}${meanOf(Math.abs(value))}`;

/** The numbers under a chart. */
export const GrowthTable = ({ name, areas }: { name: string; areas: readonly AreaGrowth[] }) => (
  <div className="table-wrap">
    <table className="table cards">
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
            <td data-label="People">{n}</td>
            <td data-label="When applying">{meanOf(before)}</td>
            <td data-label="At the end">{meanOf(after)}</td>
            <td data-label="Change">{signed(change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
