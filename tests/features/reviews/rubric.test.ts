import '../../support/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { DEFAULT_RUBRIC, type Rubric } from '@/domain/rubric';
import { listInbox } from '@/features/applications/inbox/queries';
import { copyReviewing, saveReviewing, saveRubric } from '@/features/reviews/rubrics/commands';
import { getReviewing, getRubricDesk } from '@/features/reviews/rubrics/queries';
import { saveRubricSchema } from '@/features/reviews/rubrics/schema';
import { saveReview } from '@/features/reviews/writing/commands';
import { createActor, createTestCycle, NOW } from '../../support/factories';
import { allRated, reviewOf } from '../../support/reviews';
import { ALL, applied, committee, read, viewer } from './committee';

let chair: UserActor;
beforeEach(async () => {
  chair = await createActor(committee().program, 'chair');
});

const save = (rubric: Rubric, base = 0, by = chair) =>
  saveRubric(by, saveRubricSchema.parse({ cycleId: committee().cycle.id, base, rubric }), NOW);
const style = (to: 'light' | 'rubric', version = 1, by = chair) =>
  saveReviewing(by, { cycleId: committee().cycle.id, version, style: to, wanted: 2, blind: false }, NOW);

/** Goals count three times, time may be left open, fit is reworded. */
const CHANGED: Rubric = {
  ...DEFAULT_RUBRIC,
  mentee: DEFAULT_RUBRIC.mentee.map((criterion) => ({
    ...criterion,
    weight: criterion.key === 'goals' ? 3 : 1,
    optional: criterion.key === 'time',
    question: criterion.key === 'fit' ? 'Will they fit in?' : criterion.question,
  })),
};

describe('a new version of the criteria', () => {
  it('leaves a review its words and weights, and counts a new one by its own', async () => {
    const id = await applied();
    const { reviewer, other } = committee();
    await saveReview(other, reviewOf(id, { ratings: { readiness: 1, goals: 4, fit: 1, time: 2 } }), NOW);
    await save(CHANGED);
    await saveReview(
      reviewer,
      reviewOf(id, { form: 'rubric-1', ratings: { readiness: 1, goals: 4, fit: 1 }, comment: 'Mine' }),
      NOW,
    );
    const reviews = (await read(reviewer, id))?.reviews;
    expect(reviews?.others).toMatchObject([{ score: 2, earlier: true, rubricNumber: 0 }]);
    expect(reviews?.mine).toMatchObject({ score: 14 / 5, earlier: false, rubricNumber: 1 });
    expect(reviews?.mine?.rated).toContainEqual({ label: 'Time for it', rating: null });
    const { rows } = await listInbox(committee().cycle.id, viewer(reviewer), ALL);
    expect(rows[0]?.summary?.mean).toBeCloseTo(2.4, 9);
  });

  it('tells a reviewer whose form is of the version before, and saves nothing', async () => {
    const id = await applied();
    await save(CHANGED);
    await expect(saveReview(committee().reviewer, reviewOf(id), NOW)).rejects.toMatchObject({
      code: 'review.form_changed',
    });
    expect(await db.review.count()).toBe(0);
  });

  it('offers a reviewer who comes back what still reads the same', async () => {
    const id = await applied();
    await saveReview(committee().reviewer, reviewOf(id), NOW);
    await save(CHANGED);
    const { form, mine } = (await read(committee().reviewer, id))?.reviews ?? {};
    expect(form).toMatchObject({ name: 'rubric-1', style: 'rubric', ratings: { readiness: 3, goals: 3, time: 3 } });
    expect(form?.ratings).not.toHaveProperty('fit');
    expect(mine?.ratings).toEqual(allRated(3, ['mentee']));
  });

  it('is told to whoever saves from the version before, and is one of two that are sent at once', async () => {
    const [first, second] = await Promise.allSettled([
      save(CHANGED),
      save({ ...CHANGED, mentor: CHANGED.mentor.slice(1) }),
    ]);
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
    await expect(save(DEFAULT_RUBRIC)).rejects.toMatchObject({ code: 'rubric.changed' });
    expect(await db.rubric.findMany({ select: { number: true } })).toEqual([{ number: 1 }]);
  });

  it('must differ, must be good, and comes before the release', async () => {
    await expect(save(DEFAULT_RUBRIC)).rejects.toMatchObject({ code: 'rubric.unchanged' });
    await expect(save({ ...CHANGED, mentor: [] })).rejects.toMatchObject({ code: 'rubric.faulty' });
    await db.cycle.update({ where: { id: committee().cycle.id }, data: { releasedAt: NOW } });
    await expect(save(CHANGED)).rejects.toMatchObject({ code: 'rubric.released' });
    expect(await db.rubric.count()).toBe(0);
  });

  it('is recorded, and shown with how many reviews each version has', async () => {
    await saveReview(committee().reviewer, reviewOf(await applied()), NOW);
    await save(CHANGED);
    await saveReview(committee().reviewer, reviewOf(await applied(), { form: 'rubric-1' }), NOW);
    expect(await db.event.count({ where: { action: 'rubric.saved', actor: `user:${chair.userId}` } })).toBe(1);
    const desk = await getRubricDesk(committee().cycle.id, chair);
    expect(desk).toMatchObject({ number: 1, rated: 2, light: 0 });
    expect(desk.versions.map(({ number, who, reviews }) => [number, who, reviews])).toEqual([
      [1, chair.name, 1],
      [0, '', 1],
    ]);
  });

  it('counts no review of somebody who is closed to the viewer', async () => {
    await saveReview(committee().reviewer, reviewOf(await applied({ personId: chair.personId })), NOW);
    expect(await getRubricDesk(committee().cycle.id, chair)).toMatchObject({ rated: 0 });
  });
});

it('lets chair and staff say how the cycle is reviewed, and nobody else', async () => {
  const { program, reviewer } = committee();
  await expect(save(CHANGED, 0, reviewer)).rejects.toMatchObject({ code: 'actor.forbidden' });
  await expect(style('light', 1, reviewer)).rejects.toMatchObject({ code: 'actor.forbidden' });
  await style('light', 1, await createActor(program, 'staff'));
  await save(CHANGED, 0, await createActor(program, 'administrator'));
  expect(await db.rubric.count()).toBe(1);
});

it('shows words for the applicant to chair and staff only, and to the chair after their own review', async () => {
  const id = await applied();
  await saveReview(committee().other, reviewOf(id, { forApplicant: 'Try again next year.' }), NOW);
  const shown = async (user: UserActor) => (await read(user, id))?.reviews.forApplicant.length;
  expect(await shown(chair)).toBe(0);
  await saveReview(chair, reviewOf(id, { abstain: true }), NOW);
  await saveReview(committee().reviewer, reviewOf(id), NOW);
  expect([
    await shown(chair),
    await shown(await createActor(committee().program, 'staff')),
    await shown(committee().reviewer),
  ]).toEqual([1, 1, 0]);
  expect(JSON.stringify((await read(committee().reviewer, id))?.reviews)).not.toContain('Try again');
});

it('tells a reviewer who was removed meanwhile, and leaves what they saved', async () => {
  const [id, next] = [await applied(), await applied()];
  const { reviewer } = committee();
  await saveReview(reviewer, reviewOf(id), NOW);
  await db.grant.updateMany({ where: { userId: reviewer.userId }, data: { until: NOW } });
  const removed = { ...reviewer, grants: [] };
  await expect(saveReview(removed, reviewOf(next), NOW)).rejects.toMatchObject({ code: 'review.no_longer' });
  expect(await db.review.count({ where: { reviewerId: reviewer.userId } })).toBe(1);
});

it('hands on to a new cycle how an earlier one is reviewed, the criteria as its first version', async () => {
  await save(CHANGED);
  await save({ ...CHANGED, mentor: CHANGED.mentor.slice(1) }, 1);
  const settings = { style: 'light', wanted: 3, blind: true } as const;
  await saveReviewing(chair, { cycleId: committee().cycle.id, version: 3, ...settings }, NOW);
  const [next, plain] = [await createTestCycle(committee().program), await createTestCycle(committee().program)];
  const to = (id: string) => ({ id, organizationId: committee().program.organizationId });
  await db.$transaction((tx) => copyReviewing(tx, chair, { from: committee().cycle.id, to: to(next.id) }, NOW));
  await db.$transaction((tx) => copyReviewing(tx, chair, { from: plain.id, to: to(plain.id) }, NOW));
  expect(await getReviewing(next.id)).toMatchObject({ number: 1, ...settings });
  expect((await getReviewing(next.id)).rubric).toEqual({ ...CHANGED, mentor: CHANGED.mentor.slice(1) });
  expect(await getReviewing(plain.id)).toMatchObject({ number: 0, style: 'rubric', wanted: 2, blind: false });
});
