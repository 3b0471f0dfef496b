import { db } from '@/db/client';
import { refuseOn } from '@/db/errors';
import type { UserActor } from '@/domain/actor';
import { isTaken } from '@/domain/ballot';
import type { Pair } from '@/domain/matching/problem';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { approveCarried, narrowed } from '@/features/matching/approval/commands';
import { getPlan } from '@/features/matching/plans/commands';
import { ballotFor, keepLeft, moveBallot, noteBallot } from '../commands';
import { loadBallot, type LoadedBallot } from '../queries';
import type { BallotInput } from '../schema';

const carriedIn = ({ items }: LoadedBallot): Pair[] =>
  items
    .filter((item) => isTaken(item))
    .map(({ menteeApplicationId, mentorApplicationId }): Pair => [menteeApplicationId, mentorApplicationId]);

/** The chair's word after a ballot: what was carried is the plan; whoever was not goes back to the pool. Nobody is told yet. */
export async function approveBallot(actor: UserActor, input: BallotInput, now: Date): Promise<void> {
  const found = await loadBallot({ id: input.ballotId }, now);
  if (!found) throw new Refusal('actor.forbidden');
  authorize(actor, 'plan.approve', { programId: found.cycle.programId }, now);
  const plan = await getPlan({ planId: found.planId, version: found.plan.version });
  await db
    .$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${found.cycleId}::uuid FOR UPDATE`;
      const ballot = await ballotFor(tx, actor, input, now);
      await moveBallot(tx, { ballot, move: 'approve', signed: { approvedAt: now, approvedById: actor.userId } });
      const carried = carriedIn(ballot);
      if (carried.length === 0) throw new Refusal('ballot.nothing_carried');
      await keepLeft(tx, ballot);
      await approveCarried(tx, actor, narrowed(plan, carried), now);
      const detail = { plan: plan.number, carried: carried.length, matches: ballot.items.length };
      await noteBallot(tx, ballot, { actor, action: 'ballot.approved', detail }, now);
    })
    .catch(refuseOn('plan_one_approved_per_cycle', 'plan.wrong_status'));
}
