import { scaleLinear } from 'd3-scale';

/** A value before and after on one line; values of 1 to 5. */
export type Change = { key: string; label: string; before: number; after: number };

type Props = {
  changes: readonly Change[];
  /** What the chart shows, for who does not see it; the table under it has the numbers. */
  title: string;
  before: string;
  after: string;
  /** A number as it is written in the language at hand. */
  format: (value: number) => string;
};

const WIDTH = 560;
/** Room at both ends for a number beside a dot on the end of its line. */
const [LEFT, RIGHT] = [48, WIDTH - 48];
const EDGE = 16;
const ROW = 62;
const HEAD = 30;
const STEPS = [1, 2, 3, 4, 5] as const;
const at = scaleLinear().domain([1, 5]).range([LEFT, RIGHT]);

/** Beside the mark, on its outer side, so that the two numbers never touch. */
function sidesOf({ before, after }: Change): { before: -1 | 1; after: -1 | 1 } {
  return before <= after ? { before: -1, after: 1 } : { before: 1, after: -1 };
}

type NumberProps = { value: number; side: -1 | 1; y: number; children: string };

const Number = ({ value, side, y, children }: NumberProps) => (
  <text className="mark-number" x={at(value) + side * 13} y={y + 5} textAnchor={side < 0 ? 'end' : 'start'}>
    {children}
  </text>
);

function Line({ change, y, format }: { change: Change; y: number; format: Props['format'] }) {
  const { label, before, after } = change;
  const sides = sidesOf(change);
  return (
    <g>
      <text className="mark-label" x={EDGE} y={y - 22}>
        {label}
      </text>
      <line className="track" x1={LEFT} x2={RIGHT} y1={y} y2={y} />
      <line className="span" x1={at(before)} x2={at(after)} y1={y} y2={y} />
      <circle className="before" cx={at(before)} cy={y} r={7} />
      <circle className="after" cx={at(after)} cy={y} r={before === after ? 4 : 7} />
      {before === after ? null : (
        <Number value={before} side={sides.before} y={y}>
          {format(before)}
        </Number>
      )}
      <Number value={after} side={sides.after} y={y}>
        {format(after)}
      </Number>
    </g>
  );
}

/** Two dots on one line for each area: open before, full after. Drawn on the server; it prints and follows the dark. */
export function ChangeChart({ changes, title, before, after, format }: Props) {
  const height = HEAD + changes.length * ROW + 24;
  const end = height - 6;
  return (
    <svg className="change-chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={title}>
      <circle className="before" cx={EDGE + 7} cy={12} r={7} />
      <text className="mark-number" x={EDGE + 20} y={17}>
        {before}
      </text>
      <circle className="after" cx={WIDTH / 2} cy={12} r={7} />
      <text className="mark-number" x={WIDTH / 2 + 13} y={17}>
        {after}
      </text>
      {changes.map((change, index) => (
        <Line key={change.key} change={change} y={HEAD + index * ROW + 38} format={format} />
      ))}
      {STEPS.map((step) => (
        <text key={step} className="mark-step" x={at(step)} y={end} textAnchor="middle">
          {step}
        </text>
      ))}
    </svg>
  );
}
