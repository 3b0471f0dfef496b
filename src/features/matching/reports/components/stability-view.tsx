import { counted, points } from '../../components/fits';
import type { UnstablePair } from '../queries';

const MOST_SHOWN = 20;

/** Pairs that would both rather have each other: a figure to know, not an aim. */
export const StabilityView = ({ unstable }: { unstable: readonly UnstablePair[] }) => (
  <section className="stack-s" aria-labelledby="stability">
    <h2 id="stability">Who would rather have each other</h2>
    <p className="reading">
      {unstable.length === 0
        ? 'Nobody: there is no mentee and mentor who by fit would both rather have each other than what this plan gives them.'
        : `${counted(unstable.length, 'pair', 'pairs')} would by fit rather have each other than what this plan gives them. A plan that serves all gives some of them up on purpose.`}
    </p>
    {unstable.length === 0 ? null : (
      <details>
        <summary>Show {counted(Math.min(MOST_SHOWN, unstable.length), 'pair', 'pairs')}</summary>
        <ul className="plain stack-s">
          {unstable.slice(0, MOST_SHOWN).map((pair) => (
            <li key={`${pair.mentee} ${pair.mentor}`}>
              <strong>{pair.menteeName}</strong> and <strong>{pair.mentorName}</strong>: {points(pair.fit)} points
              instead of {pair.menteeHas === null ? 'no match' : points(pair.menteeHas)};{' '}
              {pair.givesUpName === null ? 'a place is free' : `${pair.givesUpName} would give way`}.
            </li>
          ))}
        </ul>
      </details>
    )}
  </section>
);
