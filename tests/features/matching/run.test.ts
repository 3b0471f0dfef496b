import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { createMatching, giveOwnEmployers, runOnce } from './setting';

it('saves a verified plan with reasons', async () => {
  const { chair, cycle } = await createMatching();
  await giveOwnEmployers(cycle.id);
  const runId = await runOnce(chair, cycle.id);
  const run = await db.matchRun.findUniqueOrThrow({ where: { id: runId }, include: { plan: { include: { matches: true } } } });
  console.log(run.state, run.problem, run.plan?.matches.length, JSON.stringify(run.plan?.matches[0], null, 1));
  expect(run.state).toBe('done');
});
