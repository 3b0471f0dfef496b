import { db, type Tx } from '@/db/client';
import { inForceAt } from '@/db/grants';
import { COMMITTEE } from '@/domain/actor';
import { lastDayOf } from '@/domain/liaisons';

/** States in which a pair needs somebody who looks after it. */
export const CARED_FOR = ['confirmed', 'active', 'on_hold'] as const;

type Place = { cycleId: string; programId: string };

/** Members of the committee, with how many pairs of the cycle they look after and whom they must not judge. */
export async function listCarers({ cycleId, programId }: Place, now: Date, tx: Tx | typeof db = db) {
  const rows = await tx.user.findMany({
    where: { grants: { some: { programId, role: { in: [...COMMITTEE] }, ...inForceAt(now) } } },
    select: {
      id: true,
      name: true,
      personId: true,
      conflicts: { where: { state: 'in_force' }, select: { personId: true } },
      grants: { where: { programId, role: { in: [...COMMITTEE] }, ...inForceAt(now) }, select: { until: true } },
      _count: { select: { pairs: { where: { cycleId, state: { in: [...CARED_FOR] } } } } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, name, personId, conflicts, grants, _count }) => ({
    id,
    name,
    /** The end of their term; null when it has none. */
    until: lastDayOf(grants),
    load: _count.pairs,
    closed: [personId, ...conflicts.map((conflict) => conflict.personId)],
  }));
}

export type Carers = Awaited<ReturnType<typeof listCarers>>;

type Two = { cycleId: string; mentor: { personId: string | null }; mentee: { personId: string | null } };

/** Those who may look after this pair. */
export async function listCarersFor(pair: Two, { programId }: { programId: string }, now: Date) {
  const people = [pair.mentor.personId, pair.mentee.personId].map((personId) => personId ?? '');
  const carers = await listCarers({ cycleId: pair.cycleId, programId }, now);
  return carers
    .filter(({ closed }) => people.every((person) => !closed.includes(person)))
    .map(({ id, name, load }) => ({ id, name, load }));
}
