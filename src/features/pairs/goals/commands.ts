import { db, type Tx } from '@/db/client';
import { dayAt, GOALS_MOST } from '@/domain/pair';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { lockPair, notePair, writerOf, type Own } from '../home/commands';
import type { GoalInput } from './schema';

type Saving = { goalId: string | null; input: GoalInput };

const valuesOf = ({ words, steps, due_on, progress }: GoalInput, { side }: Own, now: Date) => ({
  words,
  steps: steps.map((step) => ({ ...step })),
  dueOn: dayAt(due_on),
  progress,
  savedBy: side,
  savedAt: now,
});

async function addGoal(tx: Tx, pair: Own, input: GoalInput, now: Date): Promise<string> {
  const taken = await tx.pairGoal.findMany({ where: { matchId: pair.id }, select: { position: true } });
  const places = Array.from({ length: GOALS_MOST }, (_, index) => index + 1);
  const position = places.find((place) => taken.every((goal) => goal.position !== place));
  if (position === undefined) throw new Refusal('pair.goals_full');
  const id = newId(now);
  const { organizationId } = pair;
  const values = valuesOf(input, pair, now);
  await tx.pairGoal.create({ data: { id, organizationId, matchId: pair.id, position, ...values } });
  return id;
}

async function changeGoal(tx: Tx, pair: Own, { goalId, input }: Saving & { goalId: string }, now: Date) {
  const { count } = await tx.pairGoal.updateMany({
    where: { id: goalId, matchId: pair.id, version: input.version },
    data: { ...valuesOf(input, pair, now), version: { increment: 1 } },
  });
  if (count > 0) return goalId;
  const left = await tx.pairGoal.count({ where: { id: goalId, matchId: pair.id } });
  throw new Refusal(left > 0 ? 'pair.changed' : 'pair.goal_gone');
}

/**
 * Sets a goal, or changes one. Either of the two may; there are at most three.
 *
 * @throws {Refusal} `pair.changed` when the other saved meanwhile, `pair.goal_gone`, `pair.goals_full`, `pair.not_now`
 */
export async function saveGoal(pair: Own, { goalId, input }: Saving, now: Date): Promise<string> {
  const actor = writerOf(pair, now);
  return db.$transaction(async (tx) => {
    await lockPair(tx, pair);
    const id =
      goalId === null ? await addGoal(tx, pair, input, now) : await changeGoal(tx, pair, { goalId, input }, now);
    await notePair(tx, pair, { actor, action: goalId === null ? 'pair.goal_set' : 'pair.goal_changed', at: now });
    return id;
  });
}

/** Takes a goal away as it was seen. @throws {Refusal} `pair.changed`, `pair.not_now` */
export async function removeGoal(pair: Own, { goalId, version }: { goalId: string; version: number }, now: Date) {
  const actor = writerOf(pair, now);
  await db.$transaction(async (tx) => {
    await lockPair(tx, pair);
    const where = { id: goalId, matchId: pair.id };
    const { count } = await tx.pairGoal.deleteMany({ where: { ...where, version } });
    if (count === 0 && (await tx.pairGoal.count({ where })) > 0) throw new Refusal('pair.changed');
    if (count > 0) await notePair(tx, pair, { actor, action: 'pair.goal_removed', at: now });
  });
}
