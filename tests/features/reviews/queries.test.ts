import '../../support/database';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { countInbox } from '@/features/applications/inbox/counting/queries';
import { findNextToReview, listInbox } from '@/features/applications/inbox/queries';
import { countFunnel } from '@/features/cycles/queries';
import { getCycleHome } from '@/features/cycles/home/queries';
import { isOwnApplication } from '@/features/reviews/queries';
import { createActor, createApplied, createTestCycle, NOW } from '../../support/factories';
import { ALL, applied, committee, ids, read, reviewBy, viewer } from './committee';

describe('one’s own application', () => {
  it('is in no list, no count, no next, and opens nothing', async () => {
    const own = await applied({ personId: committee().reviewer.personId, role: 'mentor' });
    const theirs = await applied({ state: 'accepted' });
    expect(await ids(committee().reviewer)).toEqual([theirs]);
    expect((await countInbox(committee().cycle.id, viewer(committee().reviewer), ALL)).total).toBe(1);
    expect(await findNextToReview(committee().cycle.id, viewer(committee().reviewer), ALL, theirs)).toBeNull();
    expect(await read(committee().reviewer, own)).toBeNull();
    expect(await isOwnApplication(committee().reviewer, committee().cycle.id, own)).toBe(true);
    expect((await countFunnel(committee().cycle.id, committee().reviewer)).mentor.sent).toBe(0);
    expect((await countFunnel(committee().cycle.id, committee().other)).mentor.sent).toBe(1);
  });

  it('shows in no number of reviews either', async () => {
    const own = await applied({ personId: committee().reviewer.personId });
    await reviewBy(committee().other, own);
    const scope = await db.cycle.findUniqueOrThrow({ where: { id: committee().cycle.id } });
    const reviewsOf = async (user: UserActor) =>
      (await getCycleHome(user, scope, NOW)).reviewers.find(({ id }) => id === committee().other.userId)?.reviewed;
    expect([await reviewsOf(committee().reviewer), await reviewsOf(committee().other)]).toEqual([0, 1]);
  });
});

describe('the reviews of others', () => {
  it('open after mine, in the list and on the page', async () => {
    const id = await applied();
    await reviewBy(committee().other, id, 4);
    const {
      rows: [before],
    } = await listInbox(committee().cycle.id, viewer(committee().reviewer), ALL);
    expect(before).toMatchObject({ reviewCount: 1, mine: null, summary: null });
    expect((await read(committee().reviewer, id))?.reviews).toMatchObject({
      mine: null,
      count: 1,
      others: null,
      summary: null,
      forApplicant: [],
    });

    await reviewBy(committee().reviewer, id, 2);
    const {
      rows: [after],
    } = await listInbox(committee().cycle.id, viewer(committee().reviewer), ALL);
    expect(after).toMatchObject({ reviewCount: 2, mine: 'done', summary: { count: 2, mean: 3, spread: 2 } });
    expect((await read(committee().reviewer, id))?.reviews).toMatchObject({
      others: [{ name: committee().other.name, score: 4, comment: 'Mine only.' }],
      summary: { mean: 3, spread: 2 },
    });
  });

  it('are open to staff, who review nothing', async () => {
    const id = await applied();
    await reviewBy(committee().other, id, 4);
    const staff = await createActor(committee().program, 'staff');
    expect((await read(staff, id))?.reviews).toMatchObject({
      mine: null,
      others: [{ name: committee().other.name }],
      summary: { mean: 4 },
    });
  });

  it('are not in the history', async () => {
    const id = await applied();
    await reviewBy(committee().other, id);
    expect((await read(committee().reviewer, id))?.history.map(({ action }) => action)).not.toContain('review.saved');
  });
});

describe('answers', () => {
  const answered = async () => {
    const id = await applied();
    const { answers } = await db.application.findUniqueOrThrow({ where: { id } });
    const more = { not_with: 'My former manager', arrange: 'Captions', wants_nearby: 'yes', phone: '+1 555 0100' };
    await db.application.update({
      where: { id },
      data: { answers: { ...(typeof answers === 'object' && !Array.isArray(answers) ? answers : {}), ...more } },
    });
    return id;
  };
  const namesRead = async (user: UserActor, id: string) =>
    ((await read(user, id))?.sections ?? []).flatMap(({ answers }) => answers.map(({ name }) => name));

  it('for staff only are closed to the committee; the region wish is not', async () => {
    const names = await namesRead(committee().reviewer, await answered());
    expect(['not_with', 'arrange', 'phone', 'wants_nearby'].filter((name) => names.includes(name))).toEqual([
      'wants_nearby',
    ]);
  });

  it('are open to staff', async () => {
    const names = await namesRead(await createActor(committee().program, 'staff'), await answered());
    expect(['not_with', 'arrange', 'phone', 'wants_nearby'].filter((name) => names.includes(name))).toEqual([
      'not_with',
      'arrange',
      'phone',
      'wants_nearby',
    ]);
  });
});

it('opens neither drafts nor applications of another cycle', async () => {
  const draft = await applied({ state: 'draft' });
  const [elsewhere] = await createApplied(committee().program, await createTestCycle(committee().program));
  expect([
    await read(committee().reviewer, draft),
    await read(committee().reviewer, elsewhere?.applicationId ?? ''),
  ]).toEqual([null, null]);
  expect(await ids(committee().reviewer)).toEqual([]);
});
