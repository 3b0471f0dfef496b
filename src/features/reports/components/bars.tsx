import { scaleLinear } from 'd3-scale';
import type { Report } from '@/domain/reports/report';

const [WIDTH, BAR, GAP, LABEL] = [560, 14, 6, 190];
const FILLS = ['mentor', 'mentee'] as const;

/** Horizontal bars, as many a row as there are columns, each with its number beside it. The table under it says the same. */
export function Bars({ rows, columns }: Pick<Report, 'rows' | 'columns'>) {
  const most = Math.max(1, ...rows.flatMap(({ figures }) => figures.map((figure) => figure ?? 0)));
  const perRow = columns.length * BAR + GAP + 6;
  const scale = scaleLinear()
    .domain([0, most])
    .range([0, WIDTH - LABEL - 60]);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${rows.length * perRow}`} role="img" aria-hidden="true">
      {rows.map(({ key, label, figures }, index) => (
        <g key={key} transform={`translate(0 ${index * perRow})`}>
          <text x={LABEL - 8} y={(columns.length * BAR) / 2 + 5} textAnchor="end">
            {label.length > 28 ? `${label.slice(0, 27)}…` : label}
          </text>
          {figures.map((figure, at) => (
            <g key={columns[at]} transform={`translate(${LABEL} ${at * BAR})`}>
              <rect
                className={FILLS[at] ?? 'mentor'}
                width={figure === null ? 0 : Math.max(1, scale(figure))}
                height={BAR - 3}
              />
              <text className="mark" x={(figure === null ? 0 : scale(figure)) + 6} y={BAR - 4}>
                {figure ?? 'hidden'}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
