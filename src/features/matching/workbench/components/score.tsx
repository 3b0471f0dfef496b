import { FACTORS } from '@/domain/matching/factors';
import { points } from '../../components/fits';

type Points = readonly { key: string; label: string; points: number }[];

const FULL = 100;
const GAP = 0.8;

const shadeOf = (key: string) => `p${FACTORS.findIndex((factor) => factor.key === key) + 1}`;

/** Points per factor, side by side; 100 points are the whole width. The same numbers stand below. */
function Bar({ factors }: { factors: Points }) {
  const before = (index: number) => factors.slice(0, index).reduce((sum, { points: value }) => sum + value, 0);
  const parts = factors.map(({ key, points: value }, index) => ({
    key,
    from: before(index) / 1000,
    width: Math.max(0, value / 1000 - GAP),
  }));
  return (
    <svg className="bar" viewBox={`0 0 ${FULL} 8`} preserveAspectRatio="none" aria-hidden="true">
      {parts.map((part) => (
        <rect key={part.key} className={shadeOf(part.key)} x={part.from} width={part.width} height="8" />
      ))}
    </svg>
  );
}

/** What the fit is made of, as a bar and as numbers. */
export function Score({ factors, notConsidered }: { factors: Points; notConsidered: readonly string[] }) {
  return (
    <>
      <Bar factors={factors} />
      <ul className="points plain">
        {factors.map(({ key, label, points: value }) => (
          <li key={key}>
            <svg className="swatch" viewBox="0 0 10 10" aria-hidden="true">
              <rect className={shadeOf(key)} width="10" height="10" />
            </svg>
            {label} <b>{points(value)}</b>
          </li>
        ))}
        {notConsidered.length > 0 ? (
          <li className="quiet">Not considered: {notConsidered.join(', ').toLowerCase()}</li>
        ) : null}
      </ul>
    </>
  );
}
