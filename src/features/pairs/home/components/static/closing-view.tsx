import { paths } from '@/lib/paths';
import { formatInstant } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import type { Pair } from '../../queries';
import { nameOf } from './pair-frame';

const GO = { not_yet: 'closing.go', begun: 'closing.goOn', answered: 'closing.see' } as const;

/** The closing questions while they are open, and one's own answers afterwards. */
export function ClosingView({ pair, open }: { pair: Pair; open: boolean }) {
  const { closing, cycle } = pair;
  if (!open && closing.answered !== 'answered') return null;
  return (
    <section className="stack-s" aria-labelledby="closing">
      <h2 id="closing">{say('closing.title')}</h2>
      {closing.answered === 'not_yet' ? null : <p>{say(`closing.${closing.answered}`)}</p>}
      {open ? <p>{say('closing.waiting', { until: formatInstant(closing.closesAt, cycle.timeZone) })}</p> : null}
      <p>
        <a href={paths.pairClosing(nameOf(pair))}>{say(GO[closing.answered])}</a>
      </p>
      {closing.answered === 'answered' ? (
        <p>
          <a href={paths.pairGrowth(nameOf(pair))}>{say('closing.seeGrowth')}</a>
        </p>
      ) : null}
    </section>
  );
}
