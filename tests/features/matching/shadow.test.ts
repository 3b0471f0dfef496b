import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { findComparison } from '@/features/matching/comparing/queries';
import { approvePlan } from '@/features/matching/approval/commands';
import { vetoPair } from '@/features/matching/pairs/commands';
import { enterPairing } from '@/features/matching/shadow/commands';
import { createActor, NOW } from '../../support/factories';
import { createMatching, pairsIn, planOf, run, viewer } from './setting';

async function entered() {
  const setting = await createMatching();
  await run(setting.chair, setting.cycleId);
  const people = await db.application.findMany({
    where: { cycleId: setting.cycleId },
    select: { id: true, role: true, reference: true, email: true, name: true },
    orderBy: { reference: 'asc' },
  });
  const of = (role: string) => people.filter((person) => person.role === role);
  const enter = (lines: readonly string[], actor = setting.chair) =>
    enterPairing(actor, { cycleId: setting.cycleId, text: ['Mentee,Mentor', ...lines].join('\n') }, NOW);
  return { ...setting, enter, mentees: of('mentee'), mentors: of('mentor') };
}

describe('the committee’s own pairing', () => {
  it('becomes a plan by hand, with people by reference or by mail address', async () => {
    const { enter, cycleId, mentees, mentors } = await entered();
    const [a, b] = mentees;
    const [m, n] = mentors;
    const number = await enter([`${a?.reference},${m?.email.toUpperCase()}`, `${b?.email}, ${n?.reference}`]);
    expect(number).toBe(2);
    expect(await pairsIn(cycleId, 2)).toEqual(
      new Map([
        [a?.id, m?.id],
        [b?.id, n?.id],
      ]),
    );
    expect(await planOf(cycleId, 2)).toMatchObject({ state: 'proposed', handMade: true, verified: true, matched: 2 });
  });

  it('stands beside the proposed plan, with the points of each factor', async () => {
    const { enter, cycleId, mentees, mentors } = await entered();
    await enter([`${mentees[0]?.reference},${mentors[0]?.reference}`]);
    const compared = await findComparison(cycleId, [1, 2], viewer);
    const [ours, theirs] = compared?.plans ?? [];
    expect(theirs?.matched).toBe(1);
    for (const plan of [ours, theirs])
      expect(plan?.factors.reduce((sum, { points }) => sum + points, 0)).toBe(plan?.totalFit);
  });

  it('is refused as a whole, line by line, and saves nothing', async () => {
    const { enter, cycleId, mentees, mentors } = await entered();
    const [a, b] = mentees;
    const [m] = mentors;
    const lines = [`${a?.reference},${m?.reference}`, `${b?.reference},${m?.reference}`, 'Nobody,Somebody'];
    await expect(enter(lines)).rejects.toMatchObject({
      code: 'matching.pairing_unread',
      detail: `Line 3: ${m?.name} has no further place. Line 4: No mentee “Nobody” is in this cycle.`,
    });
    await expect(enter([])).rejects.toMatchObject({ detail: 'There is no pair in it.' });
    expect(await db.plan.count({ where: { cycleId } })).toBe(1);
  });

  it('that breaks a rule is shown, and cannot be approved', async () => {
    const { enter, chair, cycleId, mentees, mentors } = await entered();
    const [menteeId, mentorId] = [mentees[0]?.id ?? '', mentors[0]?.id ?? ''];
    await vetoPair(chair, { cycleId, menteeId, mentorId, reason: 'same team' }, NOW);
    await enter([`${mentees[0]?.reference},${mentors[0]?.reference}`]);
    const { id: planId, version, verified } = await planOf(cycleId, 2);
    expect(verified).toBe(false);
    await expect(approvePlan(chair, { planId, version }, NOW)).rejects.toMatchObject({ code: 'matching.unverified' });
  });

  it('is the chair’s, and cannot name their own application', async () => {
    const { enter, program, mentees, mentors } = await entered();
    const line = [`${mentees[0]?.reference},${mentors[0]?.reference}`];
    await expect(enter(line, await createActor(program, 'reviewer'))).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
    const own = await db.application.findUniqueOrThrow({ where: { id: mentees[0]?.id ?? '' } });
    const asMentee = { ...(await createActor(program, 'chair')), closed: [own.personId ?? ''] };
    await expect(enter(line, asMentee)).rejects.toMatchObject({ code: 'matching.pairing_unread' });
  });
});

it('compares three plans, and counts a pair as kept only when it is in all', async () => {
  const { enter, cycleId, mentees, mentors } = await entered();
  const [a, b] = mentees;
  const [m, n] = mentors;
  await enter([`${a?.reference},${m?.reference}`, `${b?.reference},${n?.reference}`]);
  await enter([`${a?.reference},${m?.reference}`, `${b?.reference},${mentors[2]?.reference}`]);
  const compared = await findComparison(cycleId, [2, 3], viewer);
  expect(compared).toMatchObject({
    same: 1,
    changed: [{ id: b?.id, partners: [{ id: n?.id }, { id: mentors[2]?.id }] }],
  });
  const three = await findComparison(cycleId, [1, 2, 3], viewer);
  expect(three?.plans.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(three?.changed.every(({ partners }) => partners.length === 3)).toBe(true);
});
