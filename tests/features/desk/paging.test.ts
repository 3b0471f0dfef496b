import '../../support/database';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { findPosition } from '@/features/applications/inbox/queries';
import { ALL_OF_IT, PAGE_SIZE, SORTS, type InboxFilter } from '@/features/applications/inbox/schema';
import { ownerQuery } from '../../support/database';
import { applied, counted, crowd, desk, fencedFrom, listed, seenBy, walk } from './desk';

const SHOWN = { cycleId: () => desk().cycle.id };
const all = async () =>
  (
    await db.application.findMany({
      where: { cycleId: SHOWN.cycleId(), state: { not: 'withdrawn' } },
      select: { id: true },
    })
  ).map(({ id }) => id);

describe('pages of the inbox', () => {
  it.each(SORTS)('ordered by %s hold every row once, forwards and backwards', async (sort) => {
    await crowd(230, { reviewers: [desk().chair.userId, desk().reviewer.userId] });
    const pages = await walk(desk().reviewer, { sort });
    expect(pages.flat().toSorted()).toEqual((await all()).toSorted());
    expect(pages.slice(0, -1).every((page) => page.length === PAGE_SIZE)).toBe(true);

    const total = pages.flat().length;
    let place: Partial<InboxFilter> = { sort };
    const back: string[][] = [];
    for (const [index] of pages.entries()) {
      const page = await listed(desk().reviewer, place);
      const { ahead } = await counted(desk().reviewer, place);
      expect([sort, ahead]).toEqual([sort, index * PAGE_SIZE]);
      place = { sort, after: page.next ?? '' };
      if (page.next === null) place = { sort, before: page.previous ?? '' };
    }
    for (let index = pages.length - 2; index >= 0; index--) {
      const page = await listed(desk().reviewer, place);
      const { ahead } = await counted(desk().reviewer, place);
      expect(ahead - page.rows.length).toBe(index * PAGE_SIZE);
      back.unshift(page.rows.map(({ id }) => id));
      expect(page.next).not.toBeNull();
      place = { sort, before: page.previous ?? '' };
    }
    expect(place.before).toBe('');
    expect([...back, ...pages.slice(-1)]).toEqual(pages);
    expect((await counted(desk().reviewer, { sort })).total).toBe(total);
  });

  it('visit each row once while others are sent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SORTS),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 2, max: 9_999 }),
        async (sort, sizes, seed) => {
          await ownerQuery('DELETE FROM reviews; DELETE FROM applications');
          await crowd(140, { seed, from: 1_000, reviewers: [desk().chair.userId] });
          const before = await all();
          const visited = (
            await walk(desk().reviewer, { sort }, async (page) =>
              crowd(sizes[page % 3] ?? 1, { seed: seed + page, from: 10_000 + page * 100 + (page % 2 ? -9_500 : 0) }),
            )
          ).flat();
          expect(new Set(visited).size).toBe(visited.length);
          expect(before.filter((id) => !visited.includes(id))).toEqual([]);
        },
      ),
      { numRuns: 6, seed: 7 },
    );
  });

  it.each([
    'x',
    '1~2',
    '1~2~3',
    '-1~5~00000000-0000-7000-8000-000000000000',
    '0~99999999999999999999~00000000-0000-7000-8000-000000000000',
    "0~1~00000000-0000-7000-8000-000000000000'--",
    '\u0000',
    '9'.repeat(10_000),
  ])('begin anew, and say so, at the forged place %j', async (after) => {
    const id = await applied();
    for (const sort of SORTS)
      for (const place of [{ after }, { before: after }]) {
        const page = await listed(desk().reviewer, { sort, ...place });
        expect([sort, page.rows.map((row) => row.id)]).toEqual([sort, [id]]);
        expect(page.lost).toBe(true);
      }
  });

  it('begin anew at a row that is gone or closed to the viewer, where the row itself is the place', async () => {
    const [one, other] = [await applied(), await applied()];
    const fenced = await fencedFrom(desk().reviewer, one);
    const NOBODY = '00000000-0000-7000-8000-000000000000';
    expect((await listed(desk().reviewer, { sort: 'name', after: NOBODY })).lost).toBe(true);
    const page = await listed(fenced, { sort: 'name', after: one });
    expect([page.lost, page.rows.map(({ id }) => id)]).toEqual([true, [other]]);
  });

  it('go on after a row that was removed meanwhile', async () => {
    await crowd(120);
    const first = await listed(desk().reviewer, {});
    const last = first.rows.at(-1);
    await ownerQuery('DELETE FROM applications WHERE id = $1', [last?.id]);
    const second = await listed(desk().reviewer, { after: first.next ?? '' });
    expect(second.lost).toBe(false);
    expect(second.rows.some(({ id }) => first.rows.some((row) => row.id === id))).toBe(false);
  });
});

describe('where an application stands', () => {
  it.each(SORTS)('by %s is its number in the list, with the ones before and after it', async (sort) => {
    await crowd(70);
    const list = (await walk(desk().reviewer, { sort, role: 'mentee' })).flat();
    for (const index of [0, 1, 24, list.length - 1]) {
      const filter = { ...ALL_OF_IT, sort, role: 'mentee' as const };
      expect(await findPosition(desk().cycle.id, seenBy(desk().reviewer), filter, list[index] ?? '')).toEqual({
        at: index + 1,
        total: list.length,
        previous: list[index - 1] ?? null,
        next: list[index + 1] ?? null,
      });
    }
  });

  it('outside the filter leads to its first', async () => {
    const [mentor, mentee] = [await applied({ role: 'mentor' }), await applied()];
    const filter = { ...ALL_OF_IT, role: 'mentee' as const };
    const first = { at: null, total: 1, previous: null, next: mentee };
    expect(await findPosition(desk().cycle.id, seenBy(desk().reviewer), filter, mentor)).toEqual(first);
    const fenced = await fencedFrom(desk().reviewer, mentor);
    expect(await findPosition(desk().cycle.id, seenBy(fenced), ALL_OF_IT, mentor)).toEqual(first);
  });
});
