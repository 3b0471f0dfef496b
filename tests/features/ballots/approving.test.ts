import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { approveBallot } from '@/features/ballots/approval/commands';
import { closeBallot, dropBallot } from '@/features/ballots/commands';
import { approvePlan } from '@/features/matching/approval/commands';
import { lockPair, vetoPair } from '@/features/matching/pairs/commands';
import { proposePair, unpair } from '@/features/matching/plans/commands';
import { NOW } from '../../support/factories';
import { planOf } from '../matching/setting';
import { ballotOf, createBallot, shown, vote, voted, type Setting } from './setting';

const approve = async ({ chair, cycleId }: Setting) => approveBallot(chair, await shown(cycleId), NOW);

describe('approving after a ballot', () => {
  it('takes what was carried; the others leave the plan and their people are free', async () => {
    const setting = await voted();
    const { chair, cycleId, first, second, third } = setting;
    await expect(approve(setting)).rejects.toMatchObject({ code: 'ballot.moved_on' });
    await closeBallot(chair, await shown(cycleId), NOW);
    await approve(setting);
    const plan = await planOf(cycleId);
    expect(plan).toMatchObject({ state: 'approved', handMade: true, verified: true, approvedById: chair.userId });
    expect(plan.matches.map(({ menteeApplicationId }) => menteeApplicationId)).toEqual(
      [first, second].map(({ menteeApplicationId }) => menteeApplicationId),
    );
    expect(await db.plan.findUniqueOrThrow({ where: { id: plan.id } })).toMatchObject({
      matchedCount: 2,
      totalFit: first.fit + second.fit,
    });
    expect(await db.match.count({ where: { planId: plan.id, state: 'approved', reference: { not: null } } })).toBe(2);
    const ballot = await ballotOf(cycleId);
    expect([ballot.state, ballot.approvedById]).toEqual(['approved', chair.userId]);
    expect(ballot.items.find(({ id }) => id === third.id)).toMatchObject({ result: null, left: false });
  });

  it('leaves a plan that was carried whole as proven as it was', async () => {
    const setting = await createBallot({ quorum: '1' });
    for (const { id } of [setting.first, setting.second, setting.third]) await vote(setting.ana, id, 'approve');
    await closeBallot(setting.chair, await shown(setting.cycleId), NOW);
    await approve(setting);
    expect(await planOf(setting.cycleId)).toMatchObject({ state: 'approved', handMade: false, matched: 3 });
  });

  it('is refused when nothing was carried, and changes nothing then', async () => {
    const setting = await createBallot();
    await closeBallot(setting.chair, await shown(setting.cycleId), NOW);
    await expect(approve(setting)).rejects.toMatchObject({ code: 'ballot.nothing_carried' });
    expect([(await ballotOf(setting.cycleId)).state, (await planOf(setting.cycleId)).matched]).toEqual(['closed', 3]);
  });

  it('leaves out a carried match of somebody who withdrew, and keeps that it had left', async () => {
    const setting = await voted();
    const { chair, cycleId, first } = setting;
    await closeBallot(chair, await shown(cycleId), NOW);
    await db.application.update({ where: { id: first.menteeApplicationId }, data: { state: 'withdrawn' } });
    await approve(setting);
    expect((await planOf(cycleId)).matched).toBe(1);
    await db.application.update({ where: { id: first.menteeApplicationId }, data: { state: 'accepted' } });
    expect((await ballotOf(cycleId)).items[0]).toMatchObject({ result: 'carried', left: true });
  });

  it('holds with a veto made of an objection, and takes no match that was put in meanwhile', async () => {
    const setting = await voted();
    const { chair, cycleId, third, mentees } = setting;
    const [menteeId, mentorId] = [third.menteeApplicationId, third.mentorApplicationId];
    await closeBallot(chair, await shown(cycleId), NOW);
    await vetoPair(chair, { cycleId, menteeId, mentorId, reason: 'They worked together for years.' }, NOW);
    const plan = await planOf(cycleId);
    const match = plan.matches.find((one) => one.menteeApplicationId === menteeId);
    await unpair(chair, { planId: plan.id, version: plan.version, matchId: match?.id ?? '' }, NOW);
    const alone = mentees.find(({ applicationId }) => !plan.pairs.some(([id]) => id === applicationId));
    const add = { planId: plan.id, version: plan.version + 1, menteeId: alone?.applicationId ?? '', mentorId };
    await proposePair(chair, add, NOW);
    expect((await ballotOf(cycleId)).added).toHaveLength(1);
    await approve(setting);
    expect((await planOf(cycleId)).matched).toBe(2);
  });

  it('is refused when what was carried breaks a rule or a lock of today', async () => {
    const setting = await voted();
    const { chair, cycleId, third } = setting;
    await closeBallot(chair, await shown(cycleId), NOW);
    const pair = { cycleId, menteeId: third.menteeApplicationId, mentorId: third.mentorApplicationId };
    await lockPair(chair, pair, NOW);
    await expect(approve(setting)).rejects.toMatchObject({
      code: 'ballot.does_not_hold',
      detail: 'A lock is not kept.',
    });
    expect((await ballotOf(cycleId)).state).toBe('closed');
  });

  it('is the only way while a ballot is under way; given up, the light way is open again', async () => {
    const { chair, cycleId, plan } = await createBallot();
    const light = { planId: plan.id, version: plan.version };
    await expect(approvePlan(chair, light, NOW)).rejects.toMatchObject({ code: 'ballot.under_way' });
    await dropBallot(chair, await shown(cycleId), NOW);
    await approvePlan(chair, light, NOW);
    expect((await planOf(cycleId)).state).toBe('approved');
  });

  it('is refused once an announcement is under way', async () => {
    const setting = await voted();
    await closeBallot(setting.chair, await shown(setting.cycleId), NOW);
    await db.cycle.update({ where: { id: setting.cycleId }, data: { releasedAt: NOW } });
    await expect(approve(setting)).rejects.toMatchObject({ code: 'plan.released' });
  });
});
