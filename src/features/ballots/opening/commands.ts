import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import type { UserActor } from '@/domain/actor';
import { formatInstant } from '@/domain/dates';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { signatureOf } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { ballotOpenMail } from '@/mail/templates/ballot-open';
import { closingAt, noteBallot } from '../commands';
import { listMembers } from '../queries';
import type { OpenInput } from '../schema';

/** The plan, if it is as the page showed it and can be put to the vote. */
async function planFor(tx: Tx, actor: UserActor, { planId, version }: OpenInput, now: Date) {
  const plan = await tx.plan.findUnique({
    where: { id: planId },
    select: {
      id: true,
      organizationId: true,
      cycleId: true,
      number: true,
      state: true,
      version: true,
      cycle: { select: { programId: true, code: true, name: true, timeZone: true, releasedAt: true, program: true } },
      matches: {
        select: {
          mentorApplicationId: true,
          menteeApplicationId: true,
          fit: true,
          reasons: true,
          handMade: true,
        },
        orderBy: { mentee: { reference: 'asc' } },
      },
    },
  });
  if (!plan) throw new Refusal('actor.forbidden');
  authorize(actor, 'ballot.lead', { programId: plan.cycle.programId }, now);
  if (plan.version !== version) throw new Refusal('plan.wrong_status');
  if (plan.cycle.releasedAt) throw new Refusal('plan.released');
  if (plan.state !== 'proposed') throw new Refusal('ballot.not_proposed');
  if (plan.matches.length === 0) throw new Refusal('ballot.empty');
  return plan;
}
type PlanToVote = Awaited<ReturnType<typeof planFor>>;

async function createBallot(tx: Tx, plan: PlanToVote, row: { quorum: string; closesAt: Date; by: string }, now: Date) {
  const { organizationId, cycleId } = plan;
  const { _max } = await tx.ballot.aggregate({ where: { cycleId }, _max: { number: true } });
  const [id, number] = [newId(now), (_max.number ?? 0) + 1];
  const { quorum, closesAt, by } = row;
  await tx.ballot.create({
    data: { id, organizationId, cycleId, planId: plan.id, number, quorum, closesAt, openedById: by, openedAt: now },
  });
  await tx.ballotItem.createMany({
    data: plan.matches.map(({ reasons, ...match }, index) => ({
      ...match,
      id: newId(now),
      organizationId,
      ballotId: id,
      cycleId,
      position: index + 1,
      reasons: reasons ?? [],
    })),
  });
  return { id, number, organizationId, cycleId };
}

/** One mail to each member; it says until when, and nothing of any match. */
async function tellCommittee(
  tx: Tx,
  plan: PlanToVote,
  ballot: { id: string; number: number; closesAt: Date },
  now: Date,
) {
  const { cycle, organizationId } = plan;
  const url = `${appUrl()}${paths.ballot(cycle.code, ballot.number)}`;
  const until = formatInstant(ballot.closesAt, cycle.timeZone);
  for (const { id, personId, name, email } of await listMembers(cycle.programId, now, tx)) {
    const message = ballotOpenMail({ name, cycleName: cycle.name, until, url }, signatureOf(cycle));
    const to = { address: email, name };
    const key = `ballot-open:${ballot.id}:${id}`;
    await enqueue(tx, { organizationId, key, kind: 'ballot_open', to, personId, ...message }, now);
  }
}

/** Puts the matches of a plan to the vote, as they stand. Members are told only if the chair says so. */
export async function openBallot(actor: UserActor, input: OpenInput, now: Date): Promise<number> {
  return db
    .$transaction(async (tx) => {
      await tx.$queryRaw`SELECT c.id::text FROM cycles c JOIN plans p ON p.cycle_id = c.id WHERE p.id = ${input.planId}::uuid FOR UPDATE OF c`;
      const plan = await planFor(tx, actor, input, now);
      const closesAt = closingAt(input.closesOn, plan.cycle.timeZone, now);
      const ballot = await createBallot(tx, plan, { quorum: input.quorum, closesAt, by: actor.userId }, now);
      const { number } = ballot;
      const detail = { number, plan: plan.number, matches: plan.matches.length, quorum: input.quorum };
      await noteBallot(tx, ballot, { actor, action: 'ballot.opened', detail }, now);
      if (input.tell) await tellCommittee(tx, plan, { id: ballot.id, number, closesAt }, now);
      return number;
    })
    .catch(refuseOn('ballot_once_at_a_time', 'ballot.under_way'));
}
