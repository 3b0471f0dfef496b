import { Notice } from '@/ui/static/notice';
import { counted, pointsChange } from '../../components/fits';
import type { RepairView } from '../queries';

type Move = RepairView['chains'][number][number];

function moveWords({ name, kind, from, to, fitChange }: Move): string {
  if (kind === 'gained') return `${name}, unmatched until now, gets ${to}: ${pointsChange(fitChange)} points.`;
  if (kind === 'lost') return `${name} had ${from} and is unmatched.`;
  return `${name} moves from ${from} to ${to}: ${pointsChange(fitChange)} points.`;
}

/** Who moves after whom, so that as many as can be are served. */
export function RepairFound({ repair: { possible, matched, changed, proved, chains } }: { repair: RepairView }) {
  if (!possible)
    return (
      <Notice tone="warning" heading="Not with so few changes">
        <p>To serve as many as can be, more matches must change. Allow more of them, or run the matching again.</p>
      </Notice>
    );
  return (
    <section className="stack-s" aria-labelledby="chains">
      <p>
        {counted(matched, 'mentee is', 'mentees are')} matched;{' '}
        {counted(changed, 'other match changes', 'other matches change')}.{' '}
        {proved
          ? 'No plan with as few changes is better.'
          : 'It is the best of those that were found; with exactly as many changes another might be better.'}
      </p>
      <h2 id="chains">What changes, in its order</h2>
      {chains.length === 0 ? <p>Nothing: every other match stays, and nobody can step in.</p> : null}
      {chains.map((chain) => (
        <ol key={chain[0]?.id} className="stack-s">
          {chain.map((move) => (
            <li key={move.id}>{moveWords(move)}</li>
          ))}
        </ol>
      ))}
    </section>
  );
}
