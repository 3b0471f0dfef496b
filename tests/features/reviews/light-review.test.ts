import '../../support/database';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { saveReviewing } from '@/features/reviews/rubrics/commands';
import { saveReview } from '@/features/reviews/writing/commands';
import { createActor, NOW } from '../../support/factories';
import { reviewOf } from '../../support/reviews';
import { applied, committee, read } from './committee';

let chair: UserActor;
const style = (to: 'light' | 'rubric', version = 1) =>
  saveReviewing(chair, { cycleId: committee().cycle.id, version, style: to, wanted: 2, blind: false }, NOW);

beforeEach(async () => {
  chair = await createActor(committee().program, 'chair');
  await style('light');
});

it('is a word, and a note where there is a question or a concern', async () => {
  const id = await applied();
  const say = (verdict: 'eligible' | 'question' | 'concern' | null, comment = '', version = 0) =>
    saveReview(
      committee().other,
      reviewOf(id, { form: 'light', ratings: {}, verdict, comment, version, forApplicant: 'Well done.' }),
      NOW,
    );
  await expect(say(null)).rejects.toMatchObject({ code: 'review.verdict_missing' });
  await expect(say('concern')).rejects.toMatchObject({ code: 'review.note_missing' });
  await expect(say('question')).rejects.toMatchObject({ code: 'review.note_missing' });
  await say('eligible');
  await say('concern', 'No library.', 1);
  expect((await read(chair, id))?.reviews.count).toBe(1);
  const staff = await createActor(committee().program, 'staff');
  expect((await read(staff, id))?.reviews).toMatchObject({
    others: [{ verdict: 'concern', score: null, earlier: false }],
    summary: { count: 0, mean: null },
    forApplicant: [{ words: 'Well done.', name: committee().other.name }],
  });
});

it('does not take a rubric that was open before, nor does the rubric take a word', async () => {
  const id = await applied();
  await expect(saveReview(committee().reviewer, reviewOf(id), NOW)).rejects.toMatchObject({
    code: 'review.form_changed',
  });
  await style('rubric', 2);
  await expect(
    saveReview(committee().reviewer, reviewOf(id, { form: 'light', verdict: 'eligible' }), NOW),
  ).rejects.toMatchObject({ code: 'review.form_changed' });
});

it('is told to whoever sets it from an older page', async () => {
  await expect(style('rubric', 1)).rejects.toMatchObject({ code: 'rubric.changed' });
});

it('abstains without a word', async () => {
  await saveReview(
    committee().reviewer,
    reviewOf(await applied(), { form: 'light', verdict: 'concern', abstain: true, forApplicant: 'x' }),
    NOW,
  );
  expect(await db.review.findMany({ select: { verdict: true, forApplicant: true, abstained: true } })).toEqual([
    { verdict: null, forApplicant: '', abstained: true },
  ]);
});
