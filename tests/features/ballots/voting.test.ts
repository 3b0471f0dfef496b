import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { closeBallot } from '@/features/ballots/commands';
import { approveRest, castVote, takeVoteBack } from '@/features/ballots/voting/commands';
import { voteSchema } from '@/features/ballots/voting/schema';
import { unpair } from '@/features/matching/plans/commands';
import { createActor, createProgram, NOW } from '../../support/factories';
import { planOf } from '../matching/setting';
import { AFTER_CLOSE, asPerson, ballotOf, createBallot, eventsOn, itemOf, seenBy, shown, vote } from './setting';

describe('a vote', () => {
  it('is counted, changed and taken back, and the history keeps each', async () => {
    const { ana, cycleId, first } = await createBallot();
    await vote(ana, first.id, 'object', 'They are cousins.');
    expect((await itemOf(cycleId, first.id)).counted).toEqual({
      members: 3,
      recused: 0,
      approve: 0,
      discuss: 0,
      object: 1,
      cast: 1,
      needed: 2,
    });
    await castVote(ana, { itemId: first.id, version: 1, vote: 'approve', reason: '' }, NOW);
    expect((await itemOf(cycleId, first.id)).counted).toMatchObject({ approve: 1, object: 0, cast: 1 });
    await takeVoteBack(ana, { itemId: first.id, version: 2 }, NOW);
    expect((await itemOf(cycleId, first.id)).counted).toMatchObject({ cast: 0 });
    expect(await eventsOn(first.id)).toEqual([
      { action: 'vote.cast', reason: 'They are cousins.', detail: { ballot: 1, vote: 'object' } },
      { action: 'vote.cast', reason: '', detail: { ballot: 1, vote: 'approve' } },
      { action: 'vote.taken_back', reason: '', detail: { ballot: 1, vote: 'approve' } },
    ]);
  });

  it('is refused to staff, to strangers, and on what is not there', async () => {
    const { program, first, ana } = await createBallot();
    const others = [
      await createActor(program, 'staff'),
      await createActor(program, 'administrator'),
      await createActor(await createProgram(), 'chair'),
    ];
    for (const actor of others)
      await expect(vote(actor, first.id, 'approve')).rejects.toMatchObject({ code: 'actor.forbidden' });
    const nowhere = '00000000-0000-7000-8000-000000000000';
    await expect(vote(ana, nowhere, 'approve')).rejects.toMatchObject({ code: 'actor.forbidden' });
    expect(await db.vote.count()).toBe(0);
  });

  it('is refused on one’s own pair, as if it were not there', async () => {
    const { ana, first, second } = await createBallot();
    const own = await asPerson(ana, first.mentor.personId ?? '');
    await expect(vote(own, first.id, 'approve')).rejects.toMatchObject({ code: 'actor.forbidden' });
    await vote(own, second.id, 'approve');
    expect(await db.vote.count()).toBe(1);
  });

  it('needs a reason to object, and takes none with an approval', async () => {
    const { ana, first } = await createBallot();
    await expect(vote(ana, first.id, 'object', '')).rejects.toMatchObject({ code: 'ballot.reason' });
    const typed = { itemId: first.id, version: '0', vote: 'approve', reason: 'left over' };
    expect(voteSchema.parse(typed).reason).toBe('');
    expect(
      voteSchema.safeParse({ ...typed, vote: 'discuss', reason: 'x'.repeat(1001) }).error?.issues[0]?.message,
    ).toBe('Shorten the reason to 1000 characters.');
  });

  it('comes too late after the closing time, and after the close', async () => {
    const { ana, chair, cycleId, first } = await createBallot();
    const late = castVote(ana, { itemId: first.id, version: 0, vote: 'approve', reason: '' }, AFTER_CLOSE);
    await expect(late).rejects.toMatchObject({ code: 'ballot.late' });
    await vote(ana, first.id, 'approve');
    await closeBallot(chair, await shown(cycleId), NOW);
    const change = castVote(ana, { itemId: first.id, version: 1, vote: 'discuss', reason: '' }, NOW);
    await expect(change).rejects.toMatchObject({ code: 'ballot.late' });
    await expect(takeVoteBack(ana, { itemId: first.id, version: 1 }, NOW)).rejects.toMatchObject({
      code: 'ballot.late',
    });
    expect((await itemOf(cycleId, first.id)).counted).toMatchObject({ approve: 1, cast: 1 });
  });

  it('is refused from an old page', async () => {
    const { ana, first } = await createBallot();
    await vote(ana, first.id, 'approve');
    await expect(vote(ana, first.id, 'discuss')).rejects.toMatchObject({ code: 'ballot.vote_changed' });
    const old = castVote(ana, { itemId: first.id, version: 7, vote: 'discuss', reason: '' }, NOW);
    await expect(old).rejects.toMatchObject({ code: 'ballot.vote_changed' });
    const takenBack = takeVoteBack(ana, { itemId: first.id, version: 7 }, NOW);
    await expect(takenBack).rejects.toMatchObject({ code: 'ballot.vote_changed' });
  });
});

describe('a match that leaves the ballot', () => {
  it('takes no vote once somebody withdrew, and counts for nothing', async () => {
    const setting = await createBallot();
    const { ana, cycleId, first } = setting;
    await vote(ana, first.id, 'approve');
    await db.application.update({ where: { id: first.menteeApplicationId }, data: { state: 'withdrawn' } });
    await expect(vote(setting.bo, first.id, 'approve')).rejects.toMatchObject({ code: 'ballot.match_left' });
    expect((await itemOf(cycleId, first.id)).left).toBe(true);
    expect((await seenBy(ana, setting)).figures).toMatchObject({ matches: 2, left: 1, voted: 0 });
  });

  it('takes no vote once the plan pairs them differently; the ballot goes on for the others', async () => {
    const { ana, chair, cycleId, first, second } = await createBallot();
    const plan = await planOf(cycleId);
    const match = plan.matches.find(({ menteeApplicationId }) => menteeApplicationId === first.menteeApplicationId);
    await unpair(chair, { planId: plan.id, version: plan.version, matchId: match?.id ?? '' }, NOW);
    await expect(vote(ana, first.id, 'approve')).rejects.toMatchObject({ code: 'ballot.match_left' });
    await vote(ana, second.id, 'approve');
    expect((await ballotOf(cycleId)).items.map(({ left }) => left)).toEqual([true, false, false]);
  });
});

describe('a member who is removed in the middle', () => {
  it('is counted no more, and the page says so', async () => {
    const setting = await createBallot();
    const { ana, bo, cycleId, first } = setting;
    await vote(ana, first.id, 'approve');
    await vote(bo, first.id, 'approve');
    await db.grant.updateMany({ where: { userId: ana.userId }, data: { until: NOW } });
    const item = await itemOf(cycleId, first.id);
    expect([item.counted, item.uncounted]).toEqual([
      { members: 2, recused: 0, approve: 1, discuss: 0, object: 0, cast: 1, needed: 1 },
      1,
    ]);
    const [seen] = (await seenBy(bo, setting)).items;
    expect(seen?.others).toEqual([]);
  });

  it('can vote no more', async () => {
    const { ana, first } = await createBallot();
    const gone = { ...ana, grants: ana.grants.map((grant) => ({ ...grant, until: NOW })) };
    await expect(vote(gone, first.id, 'approve')).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});

describe('approving the rest', () => {
  it('approves what the page showed and nothing else', async () => {
    const { ana, ballotId, first, second, third } = await createBallot();
    await vote(ana, first.id, 'object');
    await db.application.update({ where: { id: third.menteeApplicationId }, data: { state: 'withdrawn' } });
    const itemIds = [first.id, second.id, third.id];
    expect(await approveRest(ana, { ballotId, itemIds }, NOW)).toBe(1);
    expect(await db.vote.findMany({ select: { itemId: true, vote: true }, orderBy: { itemId: 'asc' } })).toEqual(
      [
        { itemId: first.id, vote: 'object' },
        { itemId: second.id, vote: 'approve' },
      ].sort((a, b) => a.itemId.localeCompare(b.itemId)),
    );
    expect(await approveRest(ana, { ballotId, itemIds: [] }, NOW)).toBe(0);
  });

  it('never approves one’s own pair, is not for staff, and comes too late after the close', async () => {
    const { ana, program, ballotId, first, second } = await createBallot();
    const input = { ballotId, itemIds: [first.id, second.id] };
    const staff = await createActor(program, 'staff');
    await expect(approveRest(staff, input, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(approveRest(ana, input, AFTER_CLOSE)).rejects.toMatchObject({ code: 'ballot.late' });
    const own = await asPerson(ana, first.mentor.personId ?? '');
    expect(await approveRest(own, input, NOW)).toBe(1);
  });
});
