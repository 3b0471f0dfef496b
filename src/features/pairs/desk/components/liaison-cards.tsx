import type { GuardedCycle } from '@/auth/guard';
import { formatDay } from '@/domain/dates';
import { leavesBefore } from '@/domain/liaisons';
import type { Carers } from '../../liaisons/queries';
import type { PairRow } from '../queries';
import { HandOverForm, SpreadForm } from './spread-form';

const NEEDS = ['silent', 'healthy', 'waiting', 'on_hold'];

type CareProps = { cycle: GuardedCycle; pairs: readonly PairRow[]; carers: Carers };

const needed = (pairs: readonly PairRow[]) => pairs.filter(({ health }) => NEEDS.includes(health));
/** Whoever looked after the pair is no member any more. */
export const hasEnded = (liaisonId: string | null, carers: Carers) =>
  liaisonId !== null && carers.every(({ id }) => id !== liaisonId);

/** Pairs without a liaison, or with one whose term is over, and the button that spreads them. */
export function Unlooked({ cycle, pairs, carers }: CareProps) {
  const left = needed(pairs).filter(({ liaisonId }) => liaisonId === null || hasEnded(liaisonId, carers)).length;
  if (left === 0) return null;
  return (
    <section className="card stack-s" aria-labelledby="liaisons">
      <h2 id="liaisons">{left === 1 ? 'One pair has no liaison' : `${left} pairs have no liaison`}</h2>
      <p className="reading">
        A liaison is a member of the committee who looks after a pair; whose term has ended looks after none. Spread
        evenly, everybody gets as many pairs as the others, and nobody a pair with somebody they must not judge. You can
        change each on the page of its pair.
      </p>
      <SpreadForm place={{ cycle: cycle.code, cycleId: cycle.id }} />
    </section>
  );
}

/** Members whose term ends before the year of their pairs does: what they know goes with the pair, its tasks and its history. */
export function Leaving({ cycle, pairs, carers }: CareProps) {
  const leaving = carers
    .filter((carer) => leavesBefore(carer, cycle.endsAt))
    .map((carer) => ({ ...carer, has: needed(pairs).filter(({ liaisonId }) => liaisonId === carer.id).length }))
    .filter(({ has }) => has > 0);
  if (leaving.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="leaving">
      <h2 id="leaving">Terms that end before the cycle does</h2>
      <p className="reading">
        Hand their pairs over while they can still tell the next liaison how it stands. Tasks and history stay with the
        pair.
      </p>
      <ul className="plain stack-s">
        {leaving.map((carer) => (
          <li key={carer.id} className="between">
            <span>
              <strong>{carer.name}</strong>, {carer.has === 1 ? 'one pair' : `${carer.has} pairs`}
              {carer.until ? `, until ${formatDay(carer.until, cycle.timeZone)}` : ''}
            </span>
            <HandOverForm place={{ cycle: cycle.code, cycleId: cycle.id }} carer={carer} />
          </li>
        ))}
      </ul>
    </section>
  );
}
