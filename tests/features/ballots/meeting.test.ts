import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { closeBallot } from '@/features/ballots/commands';
import {
  beginMeeting,
  joinMeeting,
  keepPresent,
  leaveMeeting,
  resolveItem,
  tableItem,
  takeUp,
} from '@/features/ballots/meeting/commands';
import { castVote } from '@/features/ballots/voting/commands';
import { NOW } from '../../support/factories';
import { ballotOf, createBallot, eventsOn, inSession, itemOf, later, meetingOf, resolve, shown, vote } from './setting';

describe('the meeting', () => {
  it('begins with the consent agenda made, the chair in it, and the first open match on the table', async () => {
    const setting = await inSession();
    const { chair, cycleId, third } = setting;
    const ballot = await ballotOf(cycleId);
    expect(ballot).toMatchObject({ state: 'meeting', metAt: NOW, metById: chair.userId, tableItemId: third.id });
    expect(ballot.items.map(({ byConsent }) => byConsent)).toEqual([true, true, false]);
    const meeting = await meetingOf(setting);
    expect(meeting.present.map(({ name }) => name)).toEqual([chair.name]);
    expect([meeting.table?.id, meeting.joined, meeting.shut]).toEqual([third.id, false, 0]);
  });

  it('takes votes on the match on the table and on no other, also after the closing time', async () => {
    const { ana, bo, chair, cycleId, first, third } = await inSession();
    const now = later(7 * 86_400);
    const other = castVote(ana, { itemId: first.id, version: 1, vote: 'discuss', reason: '' }, now);
    await expect(other).rejects.toMatchObject({ code: 'ballot.not_on_table' });
    await castVote(bo, { itemId: third.id, version: 1, vote: 'approve', reason: '' }, now);
    await castVote(chair, { itemId: third.id, version: 0, vote: 'approve', reason: '' }, now);
    expect((await itemOf(cycleId, third.id, now)).counted).toMatchObject({ approve: 3, object: 0 });
  });

  it('records a result with its note and the count of that moment; votes after it are refused', async () => {
    const setting = await inSession();
    const { ana, bo, chair, cycleId, third } = setting;
    await expect(resolve(setting, third.id, 'carried')).rejects.toMatchObject({ code: 'ballot.outvoted' });
    await vote(chair, third.id, 'approve');
    await resolve(setting, third.id, 'carried', 'Bo agrees.');
    const item = await itemOf(cycleId, third.id);
    expect([item.result, item.note, item.byConsent, item.tally.approve, item.tally.object]).toEqual([
      'carried',
      'Bo agrees.',
      false,
      2,
      1,
    ]);
    const change = castVote(bo, { itemId: third.id, version: 1, vote: 'approve', reason: '' }, NOW);
    await expect(change).rejects.toMatchObject({ code: 'ballot.resolved' });
    await db.grant.updateMany({ where: { userId: ana.userId }, data: { until: NOW } });
    expect((await itemOf(cycleId, third.id)).tally).toEqual(item.tally);
    expect((await eventsOn(third.id)).at(-1)).toEqual({
      action: 'match.resolved',
      reason: 'Bo agrees.',
      detail: { ballot: 1, result: 'carried' },
    });
  });

  it('carries nothing without a quorum', async () => {
    const setting = await createBallot({ quorum: '3' });
    await vote(setting.ana, setting.first.id, 'approve');
    await beginMeeting(setting.chair, await shown(setting.cycleId), NOW);
    await expect(resolve(setting, setting.first.id, 'carried')).rejects.toMatchObject({
      code: 'ballot.no_quorum',
      detail: '1 of the 3 votes it needs are in.',
    });
    await resolve(setting, setting.first.id, 'later');
    expect((await meetingOf(setting)).agenda.map(({ id }) => id).at(-1)).toBe(setting.first.id);
  });

  it('takes a match up again, and one off the consent agenda', async () => {
    const setting = await inSession();
    const { chair, cycleId, first, third } = setting;
    await resolve(setting, third.id, 'not_carried');
    await expect(resolve(setting, third.id, 'later')).rejects.toMatchObject({ code: 'ballot.resolved' });
    for (const { id } of [third, first])
      await takeUp(chair, { itemId: id, version: (await itemOf(cycleId, id)).version }, NOW);
    expect((await ballotOf(cycleId)).items.map(({ result, byConsent }) => [result, byConsent])).toEqual([
      [null, false],
      ['carried', true],
      [null, false],
    ]);
    const again = takeUp(chair, { itemId: third.id, version: (await itemOf(cycleId, third.id)).version }, NOW);
    await expect(again).rejects.toMatchObject({ code: 'ballot.moved_on' });
  });

  it('ends and goes on another day, with what was decided', async () => {
    const setting = await inSession();
    const { chair, cycleId, third } = setting;
    await closeBallot(chair, await shown(cycleId), NOW);
    await expect(resolve(setting, third.id, 'later')).rejects.toMatchObject({ code: 'ballot.moved_on' });
    await beginMeeting(chair, await shown(cycleId), later(86_400));
    const ballot = await ballotOf(cycleId);
    expect([ballot.metAt, ballot.closedAt, ballot.tableItemId]).toEqual([NOW, null, third.id]);
  });

  it('refuses what is not on the table, has left, or is not in the meeting', async () => {
    const setting = await inSession();
    const { chair, cycleId, first, third } = setting;
    await expect(resolve(setting, first.id, 'later')).rejects.toMatchObject({ code: 'ballot.not_on_table' });
    await db.application.update({ where: { id: third.menteeApplicationId }, data: { state: 'withdrawn' } });
    await expect(resolve(setting, third.id, 'not_carried')).rejects.toMatchObject({ code: 'ballot.match_left' });
    const table = { ...(await shown(cycleId)), itemId: third.id };
    await expect(tableItem(chair, table, NOW)).rejects.toMatchObject({ code: 'ballot.match_left' });
    await closeBallot(chair, await shown(cycleId), NOW);
    const closed = { ...(await shown(cycleId)), itemId: first.id };
    await expect(tableItem(chair, closed, NOW)).rejects.toMatchObject({ code: 'ballot.moved_on' });
    const { ballotId } = closed;
    await expect(joinMeeting(chair, { ballotId }, NOW)).rejects.toMatchObject({ code: 'ballot.moved_on' });
    await expect(keepPresent(chair, { ballotId }, NOW)).rejects.toMatchObject({ code: 'ballot.moved_on' });
  });

  it('is led by the chair alone', async () => {
    const setting = await inSession();
    const { ana, bo, cycleId, third, ballotId } = setting;
    const { version } = await itemOf(cycleId, third.id);
    const item = { itemId: third.id, version };
    await expect(takeUp(ana, item, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    const result = { ...item, result: 'later', note: '' } as const;
    await expect(resolveItem(ana, result, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    const table = { ...(await shown(cycleId)), itemId: third.id };
    await expect(tableItem(ana, table, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await joinMeeting(bo, { ballotId }, NOW);
    const away = { ballotId, userId: bo.userId };
    await expect(leaveMeeting(ana, away, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(beginMeeting(ana, await shown(cycleId), NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});
