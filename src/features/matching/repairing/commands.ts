import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { refuseOn } from '@/db/errors';
import type { UserActor } from '@/domain/actor';
import { canMoveIn } from '@/domain/moves';
import { FALLEN, MATCH_MOVES, MATCH_STATES, matchMoved } from '@/domain/match';
import { planFaults } from '@/domain/matching/plan-check';
import { pairKey } from '@/domain/matching/problem';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { UNDER_WAY } from '@/domain/release';
import { approveMatches, movePlan } from '../approval/commands';
import { getPlan, type OpenPlan } from '../plans/commands';
import type { PlanInput } from '../plans/schema';

const stateOf = (state: string) => MATCH_STATES.find((one) => one === state) ?? 'declined';

/** The plan in force, once it was told and no letters are on their way. @throws {Refusal} `plan.not_told`, `plan.released` */
async function lockTold(tx: Tx, cycleId: string) {
  await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${cycleId}::uuid FOR UPDATE`;
  const cycle = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { releasedAt: true, releases: { where: { state: { in: UNDER_WAY } } } },
  });
  if (!cycle.releasedAt) throw new Refusal('plan.not_told');
  if (cycle.releases.length > 0) throw new Refusal('plan.released');
  const told = await tx.plan.findFirst({
    where: { cycleId, state: 'approved' },
    select: { id: true, version: true, matches: true },
  });
  if (!told) throw new Refusal('plan.not_told');
  return { ...told, matches: told.matches.map((match) => ({ ...match, state: stateOf(match.state) })) };
}
type ToldPlan = Awaited<ReturnType<typeof lockTold>>;

const keyOf = ({ menteeApplicationId, mentorApplicationId }: ToldPlan['matches'][number]) =>
  pairKey(menteeApplicationId, mentorApplicationId);

/** Matches that were told and still hold: both people are in the program. */
const firmIn = ({ matches }: ToldPlan, { inputs }: OpenPlan) =>
  matches.filter(
    ({ state, menteeApplicationId, mentorApplicationId }) =>
      FALLEN.every((one) => one !== state) &&
      inputs.people.has(menteeApplicationId) &&
      inputs.people.has(mentorApplicationId),
  );

/** Matches of somebody who has left are none any more; they stay with the plan they were told in. */
async function endLeft(tx: Tx, told: ToldPlan, firm: ToldPlan['matches']): Promise<void> {
  const left = told.matches.filter(
    (match) => !firm.includes(match) && FALLEN.every((one) => one !== match.state) && match.state !== 'approved',
  );
  for (const { id, state } of left)
    await tx.match.update({
      where: { id },
      data: {
        state: matchMoved(state, canMoveIn(MATCH_MOVES, state, 'end_early') ? 'end_early' : 'decline'),
        endedReason: 'One of them is no longer in the program.',
        version: { increment: 1 },
      },
    });
}

/**
 * Puts a repaired plan in force after the letters: every match that was told and holds stays the same match, with its
 * reference, its answers and its year; only what is new waits for its letters.
 *
 * @throws {Refusal} `plan.not_told`, `plan.released`, `plan.told_stays`, `matching.stale`, `matching.unverified`
 */
export async function approveRepair(actor: UserActor, input: PlanInput, now: Date): Promise<void> {
  const plan = await getPlan(input);
  const { id: planId, cycleId, organizationId, number, inputs } = plan;
  authorize(actor, 'plan.approve', { programId: inputs.cycle.programId }, now);
  if (plan.inputsHash !== plan.currentHash) throw new Refusal('matching.stale');
  const faults = planFaults(plan.problem, plan.pairs);
  if (!plan.verified || faults.length > 0) throw new Refusal('matching.unverified', faults.join(' '));
  await db
    .$transaction(async (tx) => {
      const told = await lockTold(tx, cycleId);
      if (told.id === planId) throw new Refusal('plan.wrong_status');
      const firm = firmIn(told, plan);
      const ours = new Map(
        plan.matches.map(({ id, menteeApplicationId, mentorApplicationId }) => [
          pairKey(menteeApplicationId, mentorApplicationId),
          id,
        ]),
      );
      const copies = firm.map((match) => ours.get(keyOf(match)));
      if (copies.some((id) => id === undefined)) throw new Refusal('plan.told_stays');
      await endLeft(tx, told, firm);
      await tx.match.deleteMany({ where: { id: { in: copies.filter((id) => id !== undefined) } } });
      await tx.match.updateMany({ where: { id: { in: firm.map(({ id }) => id) } }, data: { planId } });
      const none = { approvedById: null, approvedAt: null };
      await movePlan(tx, { plan: { ...told, state: 'approved' }, move: 'supersede', approval: none });
      await movePlan(tx, { plan, move: 'approve', approval: { approvedById: actor.userId, approvedAt: now } });
      await approveMatches(tx, planId);
      const event = { subjectType: 'plan', subjectId: planId, action: 'plan.approved', at: now };
      const detail = { number, matched: plan.pairs.length, kept: firm.length };
      await recordEvent(tx, { actor, organizationId, cycleId, ...event, detail });
    })
    .catch(refuseOn('plan_one_approved_per_cycle', 'plan.wrong_status'));
}
