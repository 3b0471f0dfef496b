import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { approveBallot } from '@/features/ballots/approval/commands';
import { closeBallot, dropBallot } from '@/features/ballots/commands';
import { beginMeeting, resolveItem } from '@/features/ballots/meeting/commands';
import { openBallot } from '@/features/ballots/opening/commands';
import { approveRest, castVote } from '@/features/ballots/voting/commands';
import { approvePlan } from '@/features/matching/approval/commands';
import { createActor, NOW } from '../../support/factories';
import { planOf } from '../matching/setting';
import { ballotOf, CLOSES_ON, createBallot, createPlan, inSession, itemOf, shown, voted } from './setting';

/** What became of commands that were given at the same moment: done, or the code of the refusal; sorted. */
async function together(...commands: readonly Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(commands);
  return settled
    .map((one) => (one.status === 'fulfilled' ? 'done' : String(Object(one.reason).code ?? one.reason)))
    .sort();
}

describe('two chairs at once', () => {
  it('open one ballot', async () => {
    const { chair, program, plan } = await createPlan();
    const other = await createActor(program, 'chair');
    const input = { planId: plan.id, version: plan.version, quorum: 'half', closesOn: CLOSES_ON, tell: true };
    expect(await together(openBallot(chair, input, NOW), openBallot(other, input, NOW))).toEqual([
      'ballot.under_way',
      'done',
    ]);
    expect([await db.ballot.count(), await db.ballotItem.count(), await db.outboxMessage.count()]).toEqual([1, 3, 4]);
  });

  it('close it once: the other is told, and what the first decided holds', async () => {
    const { chair, program, cycleId } = await voted();
    const other = await createActor(program, 'chair');
    const at = await shown(cycleId);
    expect(await together(closeBallot(chair, at, NOW), closeBallot(other, at, NOW))).toEqual([
      'ballot.moved_on',
      'done',
    ]);
    expect(await together(closeBallot(chair, at, NOW), dropBallot(other, at, NOW))).toEqual([
      'ballot.moved_on',
      'ballot.moved_on',
    ]);
    expect(await db.event.count({ where: { action: 'ballot.closed' } })).toBe(1);
  });

  it('approve and give up: one of the two', async () => {
    const { chair, program, cycleId } = await voted();
    const other = await createActor(program, 'chair');
    await closeBallot(chair, await shown(cycleId), NOW);
    const at = await shown(cycleId);
    expect(await together(approveBallot(chair, at, NOW), dropBallot(other, at, NOW))).toEqual([
      'ballot.moved_on',
      'done',
    ]);
    const [{ state }, plan] = [await ballotOf(cycleId), await planOf(cycleId)];
    expect([state, plan.state]).toEqual(state === 'approved' ? ['approved', 'approved'] : ['dropped', 'proposed']);
  });

  it('open a ballot and approve the plan without one: one of the two', async () => {
    const { chair, program, plan } = await createPlan();
    const other = await createActor(program, 'chair');
    const input = { planId: plan.id, version: plan.version, quorum: 'half', closesOn: CLOSES_ON, tell: false };
    const said = await together(
      openBallot(chair, input, NOW),
      approvePlan(other, { planId: plan.id, version: plan.version }, NOW),
    );
    expect(said).toContain('done');
    expect(said.filter((one) => one === 'done')).toHaveLength(1);
  });

  it('record two results for one match: the first holds, the second is told', async () => {
    const { chair, program, cycleId, third } = await inSession();
    const other = await createActor(program, 'chair');
    const { version } = await itemOf(cycleId, third.id);
    const say = (actor: typeof chair, result: 'later' | 'not_carried') =>
      resolveItem(actor, { itemId: third.id, version, result, note: result }, NOW);
    expect(await together(say(chair, 'later'), say(other, 'not_carried'))).toEqual(['ballot.item_moved_on', 'done']);
    const item = await itemOf(cycleId, third.id);
    expect(item.note).toBe(item.result);
    expect(await db.event.count({ where: { action: 'match.resolved' } })).toBe(1);
  });
});

describe('one member twice at once', () => {
  it('has one vote; the other tab is told', async () => {
    const { ana, first } = await createBallot();
    const say = (vote: 'approve' | 'discuss', version = 0) =>
      castVote(ana, { itemId: first.id, version, vote, reason: '' }, NOW);
    expect(await together(say('approve'), say('discuss'))).toEqual(['ballot.vote_changed', 'done']);
    expect(await together(say('approve', 1), say('discuss', 1))).toEqual(['ballot.vote_changed', 'done']);
    expect(await db.vote.findMany({ select: { version: true } })).toEqual([{ version: 2 }]);
  });

  it('approves the rest once', async () => {
    const { ana, ballotId, first, second, third } = await createBallot();
    const rest = { ballotId, itemIds: [first.id, second.id, third.id] };
    const said = await together(approveRest(ana, rest, NOW), approveRest(ana, rest, NOW));
    expect(said).toContain('done');
    expect(await db.vote.count()).toBe(3);
  });
});

it('a vote and the close at once: the vote is counted, or refused', async () => {
  const { ana, chair, cycleId, first } = await createBallot({ quorum: '1' });
  const at = await shown(cycleId);
  const [vote, close] = await Promise.allSettled([
    castVote(ana, { itemId: first.id, version: 0, vote: 'approve', reason: '' }, NOW),
    closeBallot(chair, at, NOW),
  ]);
  expect(close.status).toBe('fulfilled');
  const { result, counted } = await itemOf(cycleId, first.id);
  expect([result, counted.cast]).toEqual(vote.status === 'fulfilled' ? ['carried', 1] : [null, 0]);
  if (vote.status === 'rejected') expect(vote.reason).toMatchObject({ code: 'ballot.late' });
});

it('a vote and the beginning of the meeting at once lose nothing', async () => {
  const { ana, chair, cycleId, second } = await createBallot({ quorum: '1' });
  const at = await shown(cycleId);
  const [vote] = await Promise.allSettled([
    castVote(ana, { itemId: second.id, version: 0, vote: 'approve', reason: '' }, NOW),
    beginMeeting(chair, at, NOW),
  ]);
  const { byConsent } = await itemOf(cycleId, second.id);
  expect(byConsent).toBe(vote.status === 'fulfilled');
});
