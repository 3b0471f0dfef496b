import { isDeepStrictEqual } from 'node:util';
import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { assertRubric } from '@/domain/rubric';
import { newId } from '@/lib/id';
import { getReviewing } from './queries';
import type { SaveRubricInput, SettingsInput } from './schema';

/** The cycle, which nobody else changes until the transaction ends, if the actor may say how it is reviewed. */
async function cycleFor(tx: Tx, actor: UserActor, cycleId: string, now: Date) {
  await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${cycleId}::uuid FOR UPDATE`;
  const cycle = await tx.cycle.findUnique({
    where: { id: cycleId },
    select: { id: true, organizationId: true, programId: true, releasedAt: true },
  });
  if (!cycle) throw new Refusal('actor.forbidden');
  authorize(actor, 'review.arrange', { programId: cycle.programId, personId: null }, now);
  if (cycle.releasedAt) throw new Refusal('rubric.released');
  return cycle;
}

type Noted = { action: string; detail: Record<string, string | number | boolean> };

const note = (
  tx: Tx,
  actor: UserActor,
  { id, organizationId }: { id: string; organizationId: string },
  { action, detail, at }: Noted & { at: Date },
) => recordEvent(tx, { actor, organizationId, cycleId: id, subjectType: 'cycle', subjectId: id, action, detail, at });

/** Saves the criteria as the next version. Reviews keep the version they were given to, its words and its weights. */
export async function saveRubric(
  actor: UserActor,
  { cycleId, base, rubric }: SaveRubricInput,
  now: Date,
): Promise<number> {
  return db
    .$transaction(async (tx) => {
      const cycle = await cycleFor(tx, actor, cycleId, now);
      const current = await getReviewing(cycleId, tx);
      if (current.number !== base) throw new Refusal('rubric.changed');
      assertRubric(rubric);
      if (isDeepStrictEqual(rubric, current.rubric)) throw new Refusal('rubric.unchanged');
      const number = base + 1;
      const { organizationId } = cycle;
      await tx.rubric.create({
        data: {
          id: newId(now),
          organizationId,
          cycleId,
          number,
          criteria: { ...rubric },
          savedById: actor.userId,
          savedAt: now,
        },
      });
      await tx.cycle.update({
        where: { id: cycleId },
        data: { rubricNumber: number, reviewVersion: { increment: 1 } },
      });
      await note(tx, actor, cycle, { action: 'rubric.saved', detail: { number }, at: now });
      return number;
    })
    .catch(refuseOn('rubrics_cycle_id_number_key', 'rubric.changed'));
}

/** Says how a cycle is reviewed from now on; what was reviewed stays as it is. */
export async function saveReviewing(
  actor: UserActor,
  { cycleId, version, ...settings }: SettingsInput,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const cycle = await cycleFor(tx, actor, cycleId, now);
    const { style, wanted, blind } = settings;
    const { count } = await tx.cycle.updateMany({
      where: { id: cycleId, reviewVersion: version },
      data: { reviewStyle: style, reviewsWanted: wanted, blindReview: blind, reviewVersion: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('rubric.changed');
    await note(tx, actor, cycle, { action: 'reviewing.changed', detail: { ...settings }, at: now });
  });
}

type NewCycle = { id: string; organizationId: string };

/** How an earlier cycle is reviewed, for a new one: style, criteria as its first version, blindness, and how many reviews. */
export async function copyReviewing(
  tx: Tx,
  actor: UserActor,
  { from, to }: { from: string; to: NewCycle },
  now: Date,
): Promise<void> {
  const { style, number, wanted, blind, rubric } = await getReviewing(from, tx);
  const { id: cycleId, organizationId } = to;
  if (number > 0)
    await tx.rubric.create({
      data: {
        id: newId(now),
        organizationId,
        cycleId,
        number: 1,
        criteria: { ...rubric },
        savedById: actor.userId,
        savedAt: now,
      },
    });
  await tx.cycle.update({
    where: { id: cycleId },
    data: { reviewStyle: style, rubricNumber: number > 0 ? 1 : 0, reviewsWanted: wanted, blindReview: blind },
  });
}
