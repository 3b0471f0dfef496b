import '../../support/database';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { getStrictness } from '@/features/reviews/strictness/queries';
import { saveReview } from '@/features/reviews/writing/commands';
import { createActor, NOW } from '../../support/factories';
import { allRated, reviewOf } from '../../support/reviews';
import { applied, committee, read, reviewBy } from './committee';

let staff: UserActor;
let reviewers: UserActor[];
beforeEach(async () => {
  const { program, reviewer, other } = committee();
  staff = await createActor(program, 'staff');
  const more = [
    await createActor(program, 'reviewer'),
    await createActor(program, 'reviewer'),
    await createActor(program, 'reviewer'),
  ];
  reviewers = [reviewer, other, ...more];
});

/** Applications, each read by two of the five in turn; the first reviewer gives 2 where the others give 3. */
async function readBy(count: number, who = reviewers): Promise<string[]> {
  const made: string[] = [];
  for (let at = 0; at < count; at++) {
    const id = await applied();
    for (const reader of [who[at % who.length], who[(at + 1) % who.length]])
      if (reader) await reviewBy(reader, id, reader === reviewers[0] ? 2 : 3);
    made.push(id);
  }
  return made;
}

it('is told from ten applications that five share, beside the plain mean, for staff and after one’s own review', async () => {
  const ids = await readBy(9);
  expect(await getStrictness(committee().cycle.id, staff)).toBeNull();
  const [first = ''] = ids;
  expect(await read(staff, first)).toMatchObject({ adjusted: null, reviews: { summary: { mean: 2.5 } } });
  const [last = ''] = await readBy(1);
  const rows = await getStrictness(committee().cycle.id, staff);
  expect(rows?.[0]).toMatchObject({ id: reviewers[0]?.userId, name: reviewers[0]?.name, mean: 2 });
  expect(rows?.[0]?.leaning).toBeLessThan(-0.3);
  const shown = await read(staff, last);
  expect(shown?.reviews.summary).toMatchObject({ mean: 2.5, spread: 1 });
  expect(shown?.adjusted).toBeGreaterThan(2.5);
  const [, second, third] = reviewers;
  if (!second || !third) throw new Error('too few');
  expect((await read(second, last))?.adjusted).toBe(shown?.adjusted);
  expect((await read(third, last))?.adjusted).toBeNull();
  const review = { ...reviewOf(last, { ratings: allRated(4), version: 1 }) };
  await saveReview(second, review, NOW);
  expect((await read(staff, last))?.adjusted).not.toBe(shown?.adjusted);
}, 60_000);

it('is not told with four reviewers', async () => {
  await readBy(12, reviewers.slice(0, 4));
  expect(await getStrictness(committee().cycle.id, staff)).toBeNull();
}, 60_000);

it('leaves people out who are closed to the viewer', async () => {
  await readBy(10);
  const fenced = { ...staff, closed: [...staff.closed] };
  const [someone] = await db.application.findMany({ select: { personId: true }, take: 1 });
  fenced.closed = [...staff.closed, someone?.personId ?? ''];
  expect(await getStrictness(committee().cycle.id, fenced)).toBeNull();
}, 60_000);
