import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { UNDER_WAY } from '@/domain/ballot';
import { matchMoved } from '@/domain/match';
import { planFaults } from '@/domain/matching/plan-check';
import { pairKey, type Pair } from '@/domain/matching/problem';
import { authorize } from '@/domain/permissions';
import { planMoved, type PlanMove } from '@/domain/plan';
import { Refusal } from '@/domain/refusal';
import { getPlan, type OpenPlan } from '../plans/commands';
import type { PlanInput } from '../plans/schema';

/** @throws {Refusal} `plan.released` once letters are held, on their way, or out */
async function assertNotReleased(tx: Tx, cycleId: string): Promise<void> {
  // Whoever starts an announcement, or approves another plan, waits for this transaction.
  await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${cycleId}::uuid FOR UPDATE`;
  const released = await tx.cycle.count({
    where: { id: cycleId, OR: [{ releasedAt: { not: null } }, { releases: { some: { state: { not: 'stopped' } } } }] },
  });
  if (released > 0) throw new Refusal('plan.released');
}

type Step = {
  plan: Pick<OpenPlan, 'id' | 'state' | 'version'>;
  move: PlanMove;
  approval: { approvedById: string | null; approvedAt: Date | null };
};

export async function movePlan(tx: Tx, { plan, move, approval }: Step): Promise<void> {
  const { count } = await tx.plan.updateMany({
    where: { id: plan.id, state: plan.state, version: plan.version },
    data: { state: planMoved(plan.state, move), ...approval, version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal('plan.wrong_status');
}

/** Matches of a plan that is no longer approved go back to what they were; they keep the references they were given. */
const takeBack = (tx: Tx, planId: string) =>
  tx.match.updateMany({
    where: { planId, state: 'approved' },
    data: { state: matchMoved('approved', 'reopen'), version: { increment: 1 } },
  });

async function supersede(tx: Tx, { id, cycleId }: OpenPlan): Promise<void> {
  const earlier = await tx.plan.findFirst({
    where: { cycleId, state: 'approved', id: { not: id } },
    select: { id: true, version: true },
  });
  if (!earlier) return;
  await movePlan(tx, {
    plan: { ...earlier, state: 'approved' },
    move: 'supersede',
    approval: { approvedById: null, approvedAt: null },
  });
  await takeBack(tx, earlier.id);
}

/** References in the order of the mentees' own. */
export const approveMatches = (tx: Tx, planId: string) => tx.$executeRaw`
  WITH numbered AS MATERIALIZED (
    SELECT m.id, coalesce(m.reference, app.next_reference(m.cycle_id, 'P')) AS reference
    FROM (SELECT m.id, m.cycle_id, m.reference FROM matches m JOIN applications a ON a.id = m.mentee_application_id
          WHERE m.plan_id = ${planId}::uuid ORDER BY a.reference) m)
  UPDATE matches SET state = ${matchMoved('proposed', 'approve')}, reference = numbered.reference, version = version + 1
  FROM numbered WHERE matches.id = numbered.id AND matches.state = 'proposed'`;

/** @throws {Refusal} `ballot.under_way`: what the committee is voting on is approved by way of the ballot */
async function assertNoBallot(tx: Tx, cycleId: string): Promise<void> {
  const count = await tx.ballot.count({ where: { cycleId, state: { in: [...UNDER_WAY] } } });
  if (count > 0) throw new Refusal('ballot.under_way');
}

/** In the transaction of whoever decides: this plan is approved, and no other of the cycle. */
async function putInForce(tx: Tx, actor: UserActor, plan: OpenPlan, now: Date): Promise<void> {
  const { id, organizationId, cycleId, number, pairs } = plan;
  await supersede(tx, plan);
  await movePlan(tx, { plan, move: 'approve', approval: { approvedById: actor.userId, approvedAt: now } });
  await approveMatches(tx, id);
  await recordEvent(tx, {
    actor,
    organizationId,
    cycleId,
    subjectType: 'plan',
    subjectId: id,
    action: 'plan.approved',
    detail: { number, matched: pairs.length },
    at: now,
  });
}

/** The chair's word: this plan, and no other of the cycle. Nobody is told before the announcement. */
export async function approvePlan(actor: UserActor, input: PlanInput, now: Date): Promise<void> {
  const plan = await getPlan(input);
  const { cycleId, inputs } = plan;
  authorize(actor, 'plan.approve', { programId: inputs.cycle.programId }, now);
  if (plan.inputsHash !== plan.currentHash) throw new Refusal('matching.stale');
  const faults = planFaults(plan.problem, plan.pairs);
  if (!plan.verified || faults.length > 0) throw new Refusal('matching.unverified', faults.join(' '));
  await db
    .$transaction(async (tx) => {
      await assertNotReleased(tx, cycleId);
      await assertNoBallot(tx, cycleId);
      await putInForce(tx, actor, plan, now);
    })
    .catch(refuseOn('plan_one_approved_per_cycle', 'plan.wrong_status'));
}

/** The matches of a plan that the committee carried: they hold under the rules of today, or it is refused. */
export function narrowed(plan: OpenPlan, taken: readonly Pair[]): OpenPlan {
  const keys = new Set(taken.map((pair) => pairKey(...pair)));
  const isKept = (pair: Pair) => keys.has(pairKey(...pair));
  const kept = { pairs: plan.pairs.filter(isKept), matches: plan.matches.filter((match) => isKept(pairIn(match))) };
  const faults = planFaults(plan.problem, kept.pairs);
  if (faults.length > 0) throw new Refusal('ballot.does_not_hold', faults.join(' '));
  return { ...plan, ...kept };
}

const pairIn = ({ menteeApplicationId, mentorApplicationId }: OpenPlan['matches'][number]): Pair => [
  menteeApplicationId,
  mentorApplicationId,
];

/** Approves a plan with what was carried, as part of the ballot's transaction; all its other matches leave it. */
export async function approveCarried(tx: Tx, actor: UserActor, plan: OpenPlan, now: Date): Promise<void> {
  const { id, cycleId, version, matches } = plan;
  await assertNotReleased(tx, cycleId);
  const { count: gone } = await tx.match.deleteMany({
    where: { planId: id, id: { notIn: matches.map((match) => match.id) } },
  });
  const { count } = await tx.plan.updateMany({
    where: { id, version, state: 'proposed' },
    data: {
      matchedCount: matches.length,
      totalFit: matches.reduce((sum, { fit }) => sum + fit, 0),
      // With fewer matches it is what the committee chose, no longer what was proven best.
      ...(gone > 0 ? { handMade: true } : {}),
      verified: true,
      inputsHash: plan.currentHash,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new Refusal('plan.wrong_status');
  await putInForce(tx, actor, { ...plan, version: version + 1 }, now);
}

/** Takes the approval back; possible until the announcement. */
export async function reopenPlan(actor: UserActor, input: PlanInput, now: Date): Promise<void> {
  const plan = await getPlan(input);
  const { organizationId, cycleId, inputs, number } = plan;
  authorize(actor, 'plan.approve', { programId: inputs.cycle.programId }, now);
  await db.$transaction(async (tx) => {
    await assertNotReleased(tx, cycleId);
    await movePlan(tx, { plan, move: 'reopen', approval: { approvedById: null, approvedAt: null } });
    await takeBack(tx, plan.id);
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'plan',
      subjectId: plan.id,
      action: 'plan.reopened',
      detail: { number },
      at: now,
    });
  });
}
