import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { joinMeeting, keepPresent, leaveMeeting, tableItem, takeUp } from '@/features/ballots/meeting/commands';
import { meetingStamp } from '@/features/ballots/meeting/queries';
import { powersOn } from '@/features/ballots/queries';
import { castVote } from '@/features/ballots/voting/commands';
import { createActor, NOW } from '../../support/factories';
import { asPerson, createBallot, inSession, itemOf, later, meetingOf, resolve, shown, vote } from './setting';

describe('being there', () => {
  it('is told by the page, ends when it goes silent, and comes back when it wakes', async () => {
    const setting = await inSession();
    const { ana, ballotId } = setting;
    await joinMeeting(ana, { ballotId }, NOW);
    await keepPresent(ana, { ballotId }, NOW);
    const names = async (seconds: number) =>
      (await meetingOf(setting, setting.bo, later(seconds))).present.map(({ name }) => name);
    expect(await names(44)).toContain(ana.name);
    expect(await names(46)).not.toContain(ana.name);
    await keepPresent(ana, { ballotId }, later(3600));
    expect(await names(3601)).toContain(ana.name);
    await leaveMeeting(ana, { ballotId, userId: ana.userId }, later(3602));
    await keepPresent(ana, { ballotId }, later(3603));
    expect(await names(3604)).not.toContain(ana.name);
    await joinMeeting(ana, { ballotId }, later(3605));
    expect(await names(3606)).toContain(ana.name);
  });

  it('without script lasts until somebody leaves, or the chair says so', async () => {
    const setting = await inSession();
    const { ana, chair, ballotId } = setting;
    await joinMeeting(ana, { ballotId }, NOW);
    expect((await meetingOf(setting, chair, later(7200))).present.map(({ name }) => name)).toContain(ana.name);
    await leaveMeeting(chair, { ballotId, userId: ana.userId }, later(7200));
    expect((await meetingOf(setting, chair, later(7200))).present.map(({ name }) => name)).not.toContain(ana.name);
  });

  it('is nobody’s from outside', async () => {
    const { ballotId } = await inSession();
    const elsewhere = await createActor((await createBallot()).program, 'chair');
    for (const command of [joinMeeting, keepPresent])
      await expect(command(elsewhere, { ballotId }, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});

describe('somebody who must not see a match', () => {
  it('keeps it off the table for everybody while they are in, and only then', async () => {
    const setting = await inSession();
    const { chair, cycleId, third, ballotId, ana } = setting;
    const bo = await asPerson(setting.bo, third.mentor.personId ?? '');
    expect((await meetingOf(setting, ana)).shut).toBe(0);
    await joinMeeting(bo, { ballotId }, NOW);
    const shut = await meetingOf(setting, ana);
    expect([shut.shut, shut.table, shut.agenda]).toEqual([1, null, []]);
    await expect(resolve(setting, third.id, 'later')).rejects.toMatchObject({ code: 'ballot.someone_present' });
    const table = { ...(await shown(cycleId)), itemId: third.id };
    await expect(tableItem(chair, table, NOW)).rejects.toMatchObject({ code: 'ballot.someone_present' });
    await leaveMeeting(bo, { ballotId, userId: bo.userId }, NOW);
    expect((await meetingOf(setting, ana)).table?.id).toBe(third.id);
  });

  it('may be one who recused themselves', async () => {
    const setting = await inSession();
    const { ana, bo, chair, cycleId, first, third, ballotId } = setting;
    await joinMeeting(ana, { ballotId }, NOW);
    await castVote(ana, { itemId: third.id, version: 1, vote: 'recuse', reason: '' }, NOW);
    expect((await meetingOf(setting, bo)).shut).toBe(1);
    await joinMeeting(bo, { ballotId }, NOW);
    await db.vote.updateMany({ where: { itemId: first.id, userId: bo.userId }, data: { vote: 'recuse' } });
    const item = { itemId: first.id, version: (await itemOf(cycleId, first.id)).version };
    await expect(takeUp(chair, item, NOW)).rejects.toMatchObject({ code: 'ballot.someone_present' });
  });
});

describe('the word that pages wait for', () => {
  it('changes with a vote that the viewer may read, and with nothing that is closed to them', async () => {
    const setting = await inSession();
    const { cycleId, program, ana, chair, third, ballotId } = setting;
    const bo = await asPerson(setting.bo, third.mentor.personId ?? '');
    const stamp = (actor: typeof ana) => meetingStamp(cycleId, 1, powersOn(actor, program.programId, NOW), NOW);
    const before = [await stamp(ana), await stamp(bo)];
    await vote(chair, third.id, 'approve');
    const after = [await stamp(ana), await stamp(bo)];
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    await joinMeeting(ana, { ballotId }, NOW);
    expect(await stamp(bo)).not.toBe(after[1]);
    expect(await meetingStamp(cycleId, 9, powersOn(ana, program.programId, NOW), NOW)).toBe('');
  });
});
