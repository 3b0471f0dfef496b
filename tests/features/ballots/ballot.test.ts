import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { approveBallot } from '@/features/ballots/approval/commands';
import { closeBallot, dropBallot, extendBallot } from '@/features/ballots/commands';
import { openBallot } from '@/features/ballots/opening/commands';
import { approvePlan } from '@/features/matching/approval/commands';
import { createActor, NOW } from '../../support/factories';
import { AFTER_CLOSE, ballotOf, CLOSES_ON, createBallot, createPlan, eventsOn, shown, vote, voted } from './setting';

type Planned = Awaited<ReturnType<typeof createPlan>>;
const opening = ({ plan }: Pick<Planned, 'plan'>) => ({
  planId: plan.id,
  version: plan.version,
  quorum: 'half',
  closesOn: CLOSES_ON,
  tell: false,
});

describe('opening a ballot', () => {
  it('puts every match on it, in the order of the mentees, and says so in the history', async () => {
    const { cycleId, plan, chair, ballotId } = await createBallot({ quorum: '2' });
    const ballot = await ballotOf(cycleId);
    expect(ballot).toMatchObject({ number: 1, state: 'open', quorum: 2, openedById: chair.userId, openedAt: NOW });
    expect(ballot.closesAt.toISOString()).toBe('2030-01-21T05:59:00.000Z');
    expect(ballot.items.map(({ mentee, fit, position }) => [mentee.reference, fit, position])).toEqual(
      plan.matches.map(({ mentee, fit }, index) => [mentee.reference, fit, index + 1]),
    );
    expect(await eventsOn(ballotId)).toEqual([
      { action: 'ballot.opened', reason: '', detail: { number: 1, plan: 1, matches: 3, quorum: '2' } },
    ]);
    expect(await db.outboxMessage.count()).toBe(0);
  });

  it('tells each member once if the chair says so, and names no match', async () => {
    const { ana, bo, chair, first } = await createBallot({ tell: true });
    const mails = await db.outboxMessage.findMany({ select: { toAddress: true, kind: true, text: true } });
    expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual([ana, bo, chair].map(({ email }) => email).sort());
    for (const { kind, text } of mails) {
      expect(kind).toBe('ballot_open');
      expect(text).toContain('Sunday, January 20, 2030, 11:59 p.m. Central');
      expect(text).toMatch(/\/committee\/t\d+\/ballot\/1\b/);
      expect(text).not.toContain(first.mentee.name);
    }
  });

  it('is the chair’s alone, of a proposed plan as it was shown, before the release', async () => {
    const setting = await createPlan();
    const { chair, program, plan, cycleId } = setting;
    for (const role of ['reviewer', 'staff', 'administrator'] as const)
      await expect(openBallot(await createActor(program, role), opening(setting), NOW)).rejects.toMatchObject({
        code: 'actor.forbidden',
      });
    const nothing = { ...opening(setting), planId: '00000000-0000-7000-8000-000000000000' };
    await expect(openBallot(chair, nothing, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    const old = { ...opening(setting), version: 7 };
    await expect(openBallot(chair, old, NOW)).rejects.toMatchObject({ code: 'plan.wrong_status' });
    const past = { ...opening(setting), closesOn: '2030-01-14' };
    await expect(openBallot(chair, past, NOW)).rejects.toMatchObject({ code: 'ballot.closing' });
    await db.cycle.update({ where: { id: cycleId }, data: { releasedAt: NOW } });
    await expect(openBallot(chair, opening(setting), NOW)).rejects.toMatchObject({ code: 'plan.released' });
    await db.cycle.update({ where: { id: cycleId }, data: { releasedAt: null } });
    await approvePlan(chair, { planId: plan.id, version: plan.version }, NOW);
    const approved = { ...opening(setting), version: plan.version + 1 };
    await expect(openBallot(chair, approved, NOW)).rejects.toMatchObject({ code: 'ballot.not_proposed' });
    expect(await db.ballot.count()).toBe(0);
  });

  it('needs a match', async () => {
    const setting = await createPlan();
    await db.match.deleteMany({ where: { planId: setting.plan.id } });
    await expect(openBallot(setting.chair, opening(setting), NOW)).rejects.toMatchObject({ code: 'ballot.empty' });
  });

  it('happens once at a time; after it is given up, the next has the next number', async () => {
    const setting = await createBallot();
    const { chair, cycleId } = setting;
    await expect(openBallot(chair, opening(setting), NOW)).rejects.toMatchObject({ code: 'ballot.under_way' });
    await dropBallot(chair, await shown(cycleId), NOW);
    expect(await openBallot(chair, opening(setting), NOW)).toBe(2);
  });
});

describe('closing', () => {
  it('carries by consent what is unanimous with a quorum, with the count of that moment', async () => {
    const { chair, cycleId } = await voted();
    await closeBallot(chair, await shown(cycleId), NOW);
    const { state, closedById, items } = await ballotOf(cycleId);
    expect({ state, closedById }).toEqual({ state: 'closed', closedById: chair.userId });
    const tally = { members: 3, recused: 0, approve: 2, discuss: 0, object: 0, cast: 2, needed: 2 };
    expect(items.map(({ result, byConsent }) => [result, byConsent])).toEqual([
      ['carried', true],
      ['carried', true],
      [null, false],
    ]);
    await db.grant.updateMany({ where: { role: 'reviewer' }, data: { until: NOW } });
    expect((await ballotOf(cycleId)).items[0]?.tally).toEqual(tally);
  });

  it('carries nothing without a quorum, nor what has left', async () => {
    const { chair, ana, bo, cycleId, first, second } = await createBallot();
    await vote(ana, first.id, 'approve');
    await vote(ana, second.id, 'approve');
    await vote(bo, second.id, 'approve');
    await db.application.update({ where: { id: second.mentorApplicationId }, data: { state: 'withdrawn' } });
    await closeBallot(chair, await shown(cycleId), AFTER_CLOSE);
    expect((await ballotOf(cycleId)).items.map(({ result }) => result)).toEqual([null, null, null]);
  });

  it('counts recusals out of the quorum', async () => {
    const { chair, ana, bo, cycleId, first } = await createBallot();
    await vote(ana, first.id, 'recuse');
    await vote(bo, first.id, 'approve');
    await closeBallot(chair, await shown(cycleId), NOW);
    expect((await ballotOf(cycleId)).items[0]).toMatchObject({
      byConsent: true,
      tally: { members: 3, recused: 1, approve: 1, cast: 1, needed: 1 },
    });
  });

  it('can be undone: votes are taken again, and the consent agenda is made anew', async () => {
    const { chair, bo, cycleId, first } = await voted();
    await closeBallot(chair, await shown(cycleId), NOW);
    const past = { ...(await shown(cycleId)), closesOn: '2030-01-01' };
    await expect(extendBallot(chair, past, NOW)).rejects.toMatchObject({ code: 'ballot.closing' });
    await extendBallot(chair, { ...(await shown(cycleId)), closesOn: '2030-01-25' }, NOW);
    const open = await ballotOf(cycleId);
    expect([open.state, open.closedAt, ...open.items.map(({ result }) => result)]).toEqual([
      'open',
      null,
      null,
      null,
      null,
    ]);
    await db.vote.deleteMany({ where: { itemId: first.id, userId: bo.userId } });
    await closeBallot(chair, await shown(cycleId), NOW);
    expect((await ballotOf(cycleId)).items.map(({ result }) => result)).toEqual([null, 'carried', null]);
  });

  it('is, like all that follows, the chair’s alone', async () => {
    const { ana, cycleId } = await voted();
    const at = await shown(cycleId);
    for (const command of [closeBallot, dropBallot, approveBallot])
      await expect(command(ana, at, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    await expect(extendBallot(ana, { ...at, closesOn: CLOSES_ON }, NOW)).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
    const nowhere = { ballotId: '00000000-0000-7000-8000-000000000000', version: 1 };
    await expect(approveBallot(ana, nowhere, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});
