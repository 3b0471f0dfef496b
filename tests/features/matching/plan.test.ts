import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { approvePlan, reopenPlan } from '@/features/matching/approval/commands';
import { lockPair, removeRule, vetoPair } from '@/features/matching/pairs/commands';
import { proposePair, unpair } from '@/features/matching/plans/commands';
import { findWorkbench } from '@/features/matching/workbench/queries';
import { createActor, NOW } from '../../support/factories';
import { createMatching, pairsIn, planOf, run, viewer } from './setting';

const shown = ({ id, version }: { id: string; version: number }) => ({ planId: id, version });

async function matched(people: Parameters<typeof createMatching>[0] = {}) {
  const setting = await createMatching(people);
  await run(setting.chair, setting.cycleId);
  const plan = await planOf(setting.cycleId);
  const [match] = plan.matches;
  if (!match) throw new Error('Nobody is matched.');
  const alone = setting.mentees.find(
    ({ applicationId }) => !plan.matches.some((one) => one.menteeApplicationId === applicationId),
  );
  return { ...setting, plan, match, alone: alone?.applicationId ?? '' };
}

const stale = async (cycleId: string) => (await findWorkbench(cycleId, { number: 1, viewer, menteeId: null }))?.stale;

describe('approving', () => {
  it('gives references in order and makes the matches approved', async () => {
    const { chair, cycle, cycleId, plan } = await matched();
    await approvePlan(chair, shown(plan), NOW);
    const approved = await db.match.findMany({ where: { cycleId, state: 'approved' }, orderBy: { reference: 'asc' } });
    expect(approved.map(({ reference, state }) => [reference, state])).toEqual(
      [1, 2, 3].map((number) => [`${cycle.code}-P-000${number}`, 'approved']),
    );
    expect(await planOf(cycleId)).toMatchObject({ state: 'approved', approvedById: chair.userId });
    await expect(approvePlan(chair, shown(plan), NOW)).rejects.toMatchObject({ code: 'plan.wrong_status' });
  });

  it('is the chair’s alone', async () => {
    const { program, plan } = await matched();
    for (const role of ['reviewer', 'staff', 'administrator'] as const)
      await expect(approvePlan(await createActor(program, role), shown(plan), NOW)).rejects.toMatchObject({
        code: 'actor.forbidden',
      });
  });

  it('replaces the plan approved before, and can be taken back until the announcement', async () => {
    const { chair, cycleId, plan } = await matched();
    await approvePlan(chair, shown(plan), NOW);
    await run(chair, cycleId);
    await approvePlan(chair, shown(await planOf(cycleId, 2)), NOW);
    expect([(await planOf(cycleId, 1)).state, (await planOf(cycleId, 2)).state]).toEqual(['superseded', 'approved']);
    expect(await db.match.count({ where: { planId: plan.id, state: 'approved' } })).toBe(0);
    await reopenPlan(chair, shown(await planOf(cycleId, 2)), NOW);
    expect(await db.plan.count({ where: { cycleId, state: 'approved' } })).toBe(0);
    await approvePlan(chair, shown(await planOf(cycleId, 1)), NOW);
    await db.cycle.update({ where: { id: cycleId }, data: { releasedAt: NOW } });
    await expect(reopenPlan(chair, shown(await planOf(cycleId, 1)), NOW)).rejects.toMatchObject({
      code: 'plan.released',
    });
  });

  it('refuses a plan when people, places, locks or vetoes changed after it', async () => {
    const { chair, cycleId, plan, match, mentees } = await matched();
    expect(await stale(cycleId)).toBe(false);
    await vetoPair(
      chair,
      { cycleId, menteeId: match.menteeApplicationId, mentorId: match.mentorApplicationId, reason: 'Related' },
      NOW,
    );
    expect(await stale(cycleId)).toBe(true);
    await expect(approvePlan(chair, shown(plan), NOW)).rejects.toMatchObject({ code: 'matching.stale' });
    const rule = await db.pairRule.findFirstOrThrow({ where: { cycleId } });
    await removeRule(chair, { ruleId: rule.id }, NOW);
    expect(await stale(cycleId)).toBe(false);
    await db.application.update({ where: { id: mentees[0]?.applicationId ?? '' }, data: { state: 'withdrawn' } });
    expect(await stale(cycleId)).toBe(true);
  });
});

describe('changing a plan by hand', () => {
  it('unpairs and proposes, marks both, and is checked instead of proven', async () => {
    const { chair, cycleId, plan, match, alone } = await matched();
    await unpair(chair, { ...shown(plan), matchId: match.id }, NOW);
    const after = await planOf(cycleId);
    expect(after).toMatchObject({ handMade: true, verified: true, matched: 2, version: 2 });
    await proposePair(chair, { ...shown(after), menteeId: alone, mentorId: match.mentorApplicationId }, NOW);
    const changed = await planOf(cycleId);
    expect(changed.matches.filter(({ handMade }) => handMade).map((one) => one.menteeApplicationId)).toEqual([alone]);
    expect(changed.totalFit).toBe((await db.plan.findUniqueOrThrow({ where: { id: plan.id } })).totalFit);
    await approvePlan(chair, shown(changed), NOW);
  });

  it('refuses a full mentor, a mentee who has one, an excluded pair, and an old page', async () => {
    const { chair, cycleId, plan, match, alone } = await matched();
    const propose = (menteeId: string, version = plan.version) =>
      proposePair(chair, { planId: plan.id, version, menteeId, mentorId: match.mentorApplicationId }, NOW);
    await expect(propose(alone)).rejects.toMatchObject({ code: 'matching.capacity' });
    await expect(propose(match.menteeApplicationId)).rejects.toMatchObject({ code: 'matching.pair_taken' });
    await expect(propose(alone, 7)).rejects.toMatchObject({ code: 'plan.wrong_status' });
    await unpair(chair, { ...shown(plan), matchId: match.id }, NOW);
    await vetoPair(chair, { cycleId, menteeId: alone, mentorId: match.mentorApplicationId, reason: 'Neighbors' }, NOW);
    await expect(propose(alone, 2)).rejects.toMatchObject({ code: 'matching.excluded', detail: 'Not available.' });
  });

  it('is refused by the database itself beyond a mentor’s places', async () => {
    const { cycleId, plan, match, alone, program } = await matched();
    const { organizationId } = program;
    const data = {
      id: newId(NOW),
      organizationId,
      cycleId,
      planId: plan.id,
      fit: 1,
      reasons: [],
      safeReasons: [],
      createdAt: NOW,
    };
    const pair = { mentorApplicationId: match.mentorApplicationId, menteeApplicationId: alone };
    await expect(db.match.create({ data: { ...data, ...pair } })).rejects.toThrow();
    expect(await db.match.count({ where: { planId: plan.id } })).toBe(3);
  });

  it('lets no lock stand on an excluded pair', async () => {
    const { chair, cycleId, match } = await matched();
    const pair = { cycleId, menteeId: match.menteeApplicationId, mentorId: match.mentorApplicationId };
    await vetoPair(chair, { ...pair, reason: 'Related' }, NOW);
    await expect(lockPair(chair, pair, NOW)).rejects.toMatchObject({ code: 'matching.excluded' });
    expect([...(await pairsIn(cycleId)).keys()]).toContain(match.menteeApplicationId);
  });
});
