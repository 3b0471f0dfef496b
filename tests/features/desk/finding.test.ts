import '../../support/database';
import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { saveReview } from '@/features/reviews/writing/commands';
import { ownerQuery } from '../../support/database';
import { listViews } from '@/features/applications/inbox/views/queries';
import { NOW } from '../../support/factories';
import { reviewOf } from '../../support/reviews';
import { applied, counted, crowd, desk, listed } from './desk';

const found = async (q: string) => {
  const [page, { total }] = [await listed(desk().chair, { q }), await counted(desk().chair, { q })];
  expect(total).toBe(page.rows.length);
  return page.rows.map(({ name }) => name).toSorted();
};

it('finds a part of a name whatever its marks and capitals, and one or two letters at the beginning of a word', async () => {
  for (const name of ['Zoë Núñez', 'Łukasz Wróbel', 'Bjørn Strauß', 'Anna O’Brien', 'Иван Петров'])
    await applied({ person: { name } });
  expect(await found('nunez')).toEqual(['Zoë Núñez']);
  expect(await found('ÑEZ')).toEqual(['Zoë Núñez']);
  expect(await found('lukasz wrobel')).toEqual(['Łukasz Wróbel']);
  expect(await found('strauss')).toEqual(['Bjørn Strauß']);
  expect(await found("o'brien")).toEqual(['Anna O’Brien']);
  expect(await found('ПЕТРОВ')).toEqual(['Иван Петров']);
  expect(await found('wr')).toEqual(['Łukasz Wróbel']);
  expect(await found('ro')).toEqual([]);
  expect(await found('z')).toEqual(['Zoë Núñez']);
});

it.each(['%', '_', '\\', '％', "'; --", 'x'.repeat(80), '🦉', '\u202e'])('takes %j as it stands', async (q) => {
  await applied({ person: { name: 'Priya Nair' } });
  const name = `Luis ${q} Ortega`;
  await applied({ person: { name } });
  expect(await found(q)).toEqual([name]);
});

it('keeps the number of reviews, whoever writes and removes them', async () => {
  const id = await applied();
  const count = async () => (await db.application.findUniqueOrThrow({ where: { id } })).reviewCount;
  const review = reviewOf(id);
  await Promise.all([saveReview(desk().reviewer, review, NOW), saveReview(desk().chair, review, NOW)]);
  expect(await count()).toBe(2);
  await saveReview(desk().chair, { ...review, version: 1 }, NOW);
  expect(await count()).toBe(2);
  await ownerQuery('DELETE FROM reviews WHERE reviewer_id = $1', [desk().chair.userId]);
  expect(await count()).toBe(1);
});

it('asks the database as often for one application as for three hundred', async () => {
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  const queries = async () => {
    asked.mockClear();
    await listViews(desk().chair, desk().program.programId);
    await counted(desk().chair);
    await listed(desk().chair);
    return asked.mock.calls.length;
  };
  await applied();
  const one = await queries();
  await crowd(300, { reviewers: [desk().chair.userId, desk().reviewer.userId] });
  expect(await queries()).toBe(one);
  expect(one).toBe(4);
  asked.mockRestore();
});
