import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { findChoices, findStudy } from '@/features/matching/inquiries/queries';
import { findWorkbench } from '@/features/matching/workbench/queries';
import { answerInquiry } from '@/jobs/answer-inquiry';
import { asWorker } from '../../support/database';
import { testRing } from '../../support/factories';
import { createMatching, planOf, run, viewer } from './setting';

it('studies every plan, and the workbench reads the prices of the mentee who is looked at alone', async () => {
  const { chair, cycleId } = await createMatching();
  await run(chair, cycleId);
  const plan = await planOf(cycleId);
  const bare = await findWorkbench(cycleId, { number: 1, viewer, menteeId: null });
  expect(bare?.chosen?.candidates.map(({ price }) => price)).not.toContainEqual(expect.anything());
  const { id } = await db.inquiry.findFirstOrThrow({ where: { planId: plan.id, kind: 'study' } });
  await asWorker(() => answerInquiry({ inquiryId: id }, { attempts: 1, ring: testRing }));
  const choices = (await findStudy(plan.id))?.study?.prices.choices ?? [];
  expect(choices.length).toBe(4);
  for (const { menteeId, choices: own } of choices) {
    expect(await findChoices(plan.id, menteeId)).toEqual(own);
    const seen = await findWorkbench(cycleId, { number: 1, viewer, menteeId });
    const prices = seen?.chosen?.candidates.flatMap(({ price }) => price ?? []) ?? [];
    expect(new Set(prices)).toEqual(new Set(own));
  }
  expect(await findChoices(plan.id, cycleId)).toEqual([]);
});
