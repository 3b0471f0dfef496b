import '../../support/database';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { saveReview } from '@/features/reviews/writing/commands';
import type { ReviewInput } from '@/features/reviews/schema';
import { createActor, createProgram, NOW } from '../../support/factories';
import { allRated, reviewOf } from '../../support/reviews';
import { applied, committee } from './committee';

let id: string;
let reviewer: UserActor;

beforeEach(async () => {
  reviewer = committee().reviewer;
  id = await applied();
});

const RATINGS = allRated(3, ['mentee']);
const review = (over: Partial<ReviewInput> = {}) => reviewOf(id, { ratings: RATINGS, ...over });

it('saves a review with its ratings, and says so in the history', async () => {
  await saveReview(reviewer, review({ comment: 'Clear goals.' }), NOW);
  const rows = await db.review.findMany({
    select: { reviewerId: true, ratings: true, abstained: true, comment: true, savedAt: true, version: true },
  });
  expect(rows).toEqual([
    {
      reviewerId: reviewer.userId,
      ratings: RATINGS,
      abstained: false,
      comment: 'Clear goals.',
      savedAt: NOW,
      version: 1,
    },
  ]);
  expect(
    await db.event.count({ where: { action: 'review.saved', subjectId: id, actor: `user:${reviewer.userId}` } }),
  ).toBe(1);
});

it('keeps no rating of a member who abstains', async () => {
  await saveReview(reviewer, review({ abstain: true }), NOW);
  expect(await db.review.findMany({ select: { ratings: true, abstained: true } })).toEqual([
    { ratings: {}, abstained: true },
  ]);
});

it('asks for every criterion', async () => {
  await expect(saveReview(reviewer, review({ ratings: { readiness: 3, fit: 2 } }), NOW)).rejects.toMatchObject({
    code: 'review.incomplete',
    detail: 'Missing: Clarity of goals, Time for it.',
  });
});

it('changes a review, and tells an older tab', async () => {
  await saveReview(reviewer, review(), NOW);
  await saveReview(reviewer, review({ version: 1, comment: 'Changed.' }), NOW);
  await expect(saveReview(reviewer, review({ version: 1, comment: 'Older tab.' }), NOW)).rejects.toMatchObject({
    code: 'review.changed',
  });
  await expect(saveReview(reviewer, review({ comment: 'First tab.' }), NOW)).rejects.toMatchObject({
    code: 'review.changed',
  });
  expect(await db.review.findMany({ select: { comment: true, version: true } })).toEqual([
    { comment: 'Changed.', version: 2 },
  ]);
});

it('stores one review of two that are sent at once', async () => {
  const sent = await Promise.allSettled([saveReview(reviewer, review(), NOW), saveReview(reviewer, review(), NOW)]);
  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await db.review.count()).toBe(1);
});

it.each(['administrator', 'staff'] as const)('refuses a review by %s', async (role) => {
  await expect(saveReview(await createActor(committee().program, role), review(), NOW)).rejects.toMatchObject({
    code: 'actor.forbidden',
  });
});

it('refuses a reviewer of another program', async () => {
  const stranger = await createActor(await createProgram(), 'reviewer');
  await expect(saveReview(stranger, review(), NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
});

it.each(['draft', 'withdrawn'])('refuses a review of an application that is %s', async (state) => {
  id = await applied({ state });
  await expect(saveReview(reviewer, review(), NOW)).rejects.toMatchObject({ code: 'application.wrong_status' });
});

it('refuses a review of one’s own application', async () => {
  id = await applied({ personId: reviewer.personId });
  await expect(saveReview(reviewer, review(), NOW)).rejects.toMatchObject({ code: 'review.own_application' });
});

it('closes with the release', async () => {
  await db.cycle.update({ where: { id: committee().cycle.id }, data: { releasedAt: NOW } });
  await expect(saveReview(reviewer, review(), NOW)).rejects.toMatchObject({ code: 'review.closed' });
});
