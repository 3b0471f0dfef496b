import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { spread } from '@/domain/liaisons';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { matchFor } from '../desk/commands';
import { CARED_FOR, listCarers } from './queries';
import type { SetLiaisonInput, SpreadInput } from './schema';

type Giving = { actor: UserActor; matchId: string; organizationId: string; cycleId: string };

/** Gives a pair a liaison, or none, with a line in its history. @returns false when somebody was faster */
async function give(
  tx: Tx,
  { actor, ...pair }: Giving,
  who: { before: string | null; userId: string | null },
  now: Date,
) {
  const { matchId, organizationId, cycleId } = pair;
  const { count } = await tx.match.updateMany({
    where: { id: matchId, liaisonId: who.before },
    data: { liaisonId: who.userId },
  });
  if (count === 0) return false;
  const event = { subjectType: 'match', subjectId: matchId, action: 'pair.liaison_set', at: now };
  await recordEvent(tx, { actor, organizationId, cycleId, ...event, detail: { liaison: who.userId } });
  return true;
}

/**
 * Says who looks after a pair.
 *
 * @throws {Refusal} `pair.no_liaison` for somebody who may not, `pair.moved_on` when another was faster
 */
export async function setLiaison(actor: UserActor, input: SetLiaisonInput, now: Date): Promise<void> {
  const { matchId, before = null, userId = null } = input;
  await db.$transaction(async (tx) => {
    const match = await matchFor(tx, matchId);
    const { programId } = match.plan.cycle;
    const people = [match.mentor.personId, match.mentee.personId].map((personId) => personId ?? '');
    authorize(actor, 'pair.arrange', { programId }, now);
    for (const personId of people) authorize(actor, 'pair.view', { programId, personId }, now);
    const carers = userId ? await listCarers({ cycleId: match.cycleId, programId }, now, tx) : [];
    const carer = carers.find(({ id }) => id === userId);
    if (userId && !(carer && people.every((person) => !carer.closed.includes(person))))
      throw new Refusal('pair.no_liaison');
    const { organizationId, cycleId } = match;
    if (!(await give(tx, { actor, matchId, organizationId, cycleId }, { before, userId }, now)))
      throw new Refusal('pair.moved_on');
  });
}

/** Pairs of a cycle that are cared for and open to the actor, with whoever looks after them now. */
const listOpen = (tx: Tx, cycleId: string, closed: readonly string[]) => {
  const open = { personId: { notIn: [...closed] } };
  return tx.match.findMany({
    where: { cycleId, state: { in: [...CARED_FOR] }, plan: { state: 'approved' }, mentor: open, mentee: open },
    select: {
      id: true,
      liaisonId: true,
      mentor: { select: { personId: true } },
      mentee: { select: { personId: true } },
    },
    orderBy: [{ reference: 'asc' }, { id: 'asc' }],
  });
};

/**
 * Gives every pair of a cycle that has no liaison, or one whose term has ended, another, evenly, and never one who must not judge
 * one of the two. Or hands the pairs of one member over to the others. Pairs that are closed to the actor are left to somebody else.
 *
 * @returns how many pairs got one
 * @throws {Refusal} `pair.nobody_to_spread`
 */
export async function spreadLiaisons(actor: UserActor, { cycleId, from }: SpreadInput, now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${cycleId}::uuid FOR UPDATE`;
    const cycle = await tx.cycle.findUnique({
      where: { id: cycleId },
      select: { organizationId: true, programId: true },
    });
    if (!cycle) throw new Refusal('actor.forbidden');
    const { organizationId, programId } = cycle;
    authorize(actor, 'pair.arrange', { programId }, now);
    const carers = (await listCarers({ cycleId, programId }, now, tx)).filter(({ id }) => id !== from);
    const known = new Set(carers.map(({ id }) => id));
    const isLeft = (liaisonId: string | null) => (from ? liaisonId === from : !liaisonId || !known.has(liaisonId));
    const rows = (await listOpen(tx, cycleId, actor.closed)).filter(({ liaisonId }) => isLeft(liaisonId));
    const before = new Map(rows.map(({ id, liaisonId }) => [id, liaisonId]));
    const pairs = rows.map(({ id, mentor, mentee }) => ({
      id,
      people: [mentor.personId ?? '', mentee.personId ?? ''],
    }));
    const given = spread(pairs, carers);
    if (given.size === 0) throw new Refusal('pair.nobody_to_spread');
    for (const [matchId, userId] of given)
      await give(tx, { actor, matchId, organizationId, cycleId }, { before: before.get(matchId) ?? null, userId }, now);
    return given.size;
  });
}
