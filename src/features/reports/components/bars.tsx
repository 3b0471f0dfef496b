import { scaleLinear } from 'd3-scale';
import type { Report } from '@/domain/reports/report';

const [LABEL, BAR, GAP] = [20, 16, 12];
/** The longest bar leaves room for its number. */
const LONGEST = 84;
const FILLS = ['mentor', 'mentee'] as const;

type Props = Pick<Report, 'rows' | 'columns'>;

/** Bars below the words of their row, each with its number. Widths are shares of the page, so that words stay as large on a phone. */
export function Bars({ rows, columns }: Props) {
  const most = Math.max(1, ...rows.flatMap(({ figures }) => figures.map((figure) => figure ?? 0)));
  const scale = scaleLinear().domain([0, most]).range([0, LONGEST]);
  const height = LABEL + columns.length * BAR + GAP;
  return (
    <svg className="chart bars" width="100%" height={rows.length * height} role="img" aria-hidden="true">
      {rows.map(({ key, label, figures }, index) => (
        <svg key={key} y={index * height} width="100%" height={height}>
          <text y={LABEL - 6}>{label}</text>
          {figures.map((figure, at) => (
            <svg key={columns[at]} y={LABEL + at * BAR} width="100%" height={BAR}>
              <rect
                className={FILLS[at] ?? 'mentor'}
                width={`${figure ? Math.max(0.4, scale(figure)) : 0}%`}
                height={BAR - 3}
              />
              <text className="mark" x={`${figure ? scale(figure) : 0}%`} dx="6" y={BAR - 5}>
                {figure ?? 'hidden'}
              </text>
            </svg>
          ))}
        </svg>
      ))}
    </svg>
  );
}
