import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { nextToUndo } from '@/domain/plan-history';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { pairUp, takeApart } from '../plans/commands';
import type { PlanInput } from '../plans/schema';
import { listHandChanges } from './queries';

/**
 * Takes back the latest change of a plan by hand that stands. Pressed again, the one before. Rules are asked anew: a pair that
 * was vetoed meanwhile does not come back.
 *
 * @throws {Refusal} `plan.nothing_to_undo`, and what pairing or unpairing refuses
 */
export async function undoChange(actor: UserActor, input: PlanInput, now: Date): Promise<void> {
  const plan = await db.plan.findUnique({
    where: { id: input.planId },
    select: { cycleId: true, cycle: { select: { programId: true } } },
  });
  if (!plan) throw new Refusal('actor.forbidden');
  authorize(actor, 'matching.change', { programId: plan.cycle.programId }, now);
  const next = nextToUndo(await listHandChanges({ cycleId: plan.cycleId, planId: input.planId }));
  if (!next) throw new Refusal('plan.nothing_to_undo');
  const { id: undoes, menteeId, mentorId } = next;
  if (next.action === 'match.unpaired') {
    await pairUp(actor, { ...input, menteeId, mentorId }, now, undoes);
    return;
  }
  const match = await db.match.findFirst({
    where: { planId: input.planId, menteeApplicationId: menteeId, mentorApplicationId: mentorId },
    select: { id: true },
  });
  if (!match) throw new Refusal('plan.wrong_status');
  await takeApart(actor, { ...input, matchId: match.id }, now, undoes);
}
