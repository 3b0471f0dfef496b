import { PrismaPg } from '@prisma/adapter-pg';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { PrismaClient } from '@/db/generated/client';
import { newId } from '@/lib/id';
import { findComparison } from '@/features/matching/comparing/queries';
import { lockPair } from '@/features/matching/pairs/commands';
import { unpair } from '@/features/matching/plans/commands';
import { listPlans } from '@/features/matching/plans/queries';
import { countPeople, listRuns } from '@/features/matching/runs/queries';
import { findWorkbench } from '@/features/matching/workbench/queries';
import { urls } from '../../support/database';
import { createActor, NOW } from '../../support/factories';
import { createMatching, planOf, run, viewer } from './setting';

async function matchedTwice() {
  const setting = await createMatching();
  await run(setting.chair, setting.cycleId);
  await run(setting.chair, setting.cycleId);
  const plan = await planOf(setting.cycleId);
  const [match] = plan.matches;
  if (!match) throw new Error('Nobody is matched.');
  return { ...setting, plan, match };
}

describe('a member who applied', () => {
  it('sees neither their own row nor their partner’s, and no figure counts them', async () => {
    const { cycleId, match, plan } = await matchedTwice();
    const own = { closed: [match.mentor.personId ?? ''], readsVetoes: false };
    const hidden = [match.mentor.name, match.mentor.id, match.mentee.id, match.mentor.reference ?? ''];
    const [listed] = await listPlans(cycleId, own);
    expect(listed).toMatchObject({ matched: 2, totalFit: plan.totalFit - match.fit });
    expect(await countPeople(cycleId, own)).toMatchObject({ mentors: 2, places: 2 });
    const bench = await findWorkbench(cycleId, { number: 1, viewer: own, menteeId: match.mentee.id });
    if (!bench) throw new Error('No workbench.');
    expect(bench.mentees).toHaveLength(3);
    expect(bench.plan.totalFit).toBe(plan.totalFit - match.fit);
    const seen = JSON.stringify([bench, listed, await findComparison(cycleId, [1, 2], own)]);
    for (const text of hidden) expect(seen).not.toContain(text);
  });

  it('reads no names in what went wrong', async () => {
    const { chair, cycleId, match, mentees } = await matchedTwice();
    for (const { applicationId: menteeId } of mentees)
      await lockPair(chair, { cycleId, menteeId, mentorId: match.mentorApplicationId }, NOW);
    await run(chair, cycleId);
    const [open] = await listRuns(cycleId, { fenced: false });
    const [fenced] = await listRuns(cycleId, { fenced: true });
    expect(open?.problem).toContain(match.mentor.name);
    expect(fenced?.problem).toBe('It ended without a plan. The chair can read why.');
  });

  it('changes nothing on their own pair, even as the chair', async () => {
    const { program, cycleId, match, plan } = await matchedTwice();
    const chair = await createActor(program, 'chair');
    const asMentor = { ...chair, closed: [match.mentor.personId ?? ''] };
    const change = { planId: plan.id, version: plan.version, matchId: match.id };
    await expect(unpair(asMentor, change, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    const pair = { cycleId, menteeId: match.menteeApplicationId, mentorId: match.mentorApplicationId };
    await expect(lockPair(asMentor, pair, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});

it('tells only staff that a participant asked not to be matched', async () => {
  const { cycleId, match, program } = await matchedTwice();
  const { organizationId } = program;
  const pair = { mentorApplicationId: match.mentorApplicationId, menteeApplicationId: match.menteeApplicationId };
  await db.pairRule.create({
    data: {
      id: newId(NOW),
      organizationId,
      cycleId,
      ...pair,
      kind: 'veto',
      source: 'participant',
      reason: 'former manager',
      createdAt: NOW,
    },
  });
  const rulesRead = async (readsVetoes: boolean) => {
    const bench = await findWorkbench(cycleId, {
      number: 1,
      viewer: { ...viewer, readsVetoes },
      menteeId: match.menteeApplicationId,
    });
    expect(JSON.stringify(bench)).not.toContain('former manager');
    return bench?.chosen?.excluded.map(({ rules }) => rules);
  };
  expect(await rulesRead(true)).toEqual([['One of them asked not to be matched with the other']]);
  expect(await rulesRead(false)).toEqual([['Not available']]);
});

it('lists plans and shows the workbench with as many queries for few rows as for many', async () => {
  const { chair, cycleId } = await createMatching({ mentees: 9, places: [3, 3, 2] });
  await run(chair, cycleId);
  const work = async () => {
    await listPlans(cycleId, viewer);
    await listRuns(cycleId, { fenced: false });
    await findWorkbench(cycleId, { number: 1, viewer, menteeId: null });
  };
  const few = await counted(work);
  await run(chair, cycleId);
  await run(chair, cycleId);
  expect(await counted(work)).toBe(few);
});

async function counted(work: () => Promise<void>): Promise<number> {
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString: urls.web }),
    log: [{ emit: 'event', level: 'query' }],
  });
  let count = 0;
  client.$on('query', () => (count += 1));
  const before = globalThis.bookendDb;
  globalThis.bookendDb = client;
  try {
    await work();
    return count;
  } finally {
    globalThis.bookendDb = before;
    await client.$disconnect();
  }
}
