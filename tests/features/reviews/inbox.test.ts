import '../../support/database';
import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { ROLES } from '@/domain/mentoring';
import { countInbox } from '@/features/applications/inbox/counting/queries';
import { findNextToReview } from '@/features/applications/inbox/queries';
import { INBOX_STATES, MINE, readFilter, writeFilter } from '@/features/applications/inbox/schema';
import { createActor } from '../../support/factories';
import { ALL, applied, committee, ids, reviewBy, viewer } from './committee';

it('begins with the fewest reviews, and goes on with them', async () => {
  const [read2, read1, read0] = [await applied(), await applied(), await applied()];
  await reviewBy(committee().other, read2);
  await reviewBy(await createActor(committee().program, 'reviewer'), read2);
  await reviewBy(committee().other, read1);
  expect(await ids(committee().reviewer)).toEqual([read0, read1, read2]);
  expect(await findNextToReview(committee().cycle.id, viewer(committee().reviewer), ALL, read0)).toBe(read1);
  await reviewBy(committee().reviewer, read1);
  expect(await findNextToReview(committee().cycle.id, viewer(committee().reviewer), ALL, read0)).toBe(read2);
});

it('finds by a part of the name or reference, and takes % as it stands', async () => {
  const id = await applied({ person: { name: 'Priya 100% Nair' } });
  await applied({ person: { name: 'Luis Ortega' } });
  const { reference } = await db.application.findUniqueOrThrow({ where: { id } });
  expect([
    await ids(committee().reviewer, { q: 'nair' }),
    await ids(committee().reviewer, { q: '0% n' }),
    await ids(committee().reviewer, { q: reference ?? '' }),
  ]).toEqual([[id], [id], [id]]);
  for (const q of ['nair', '0% n', '%', '_']) {
    expect((await countInbox(committee().cycle.id, viewer(committee().reviewer), { ...ALL, q })).total, q).toBe(
      (await ids(committee().reviewer, { q })).length,
    );
  }
});

it('counts for every filter exactly what it lists', async () => {
  for (const role of ROLES)
    for (const state of INBOX_STATES) {
      const id = await applied({ role, state });
      if (state !== 'withdrawn') await reviewBy(state === 'hold' ? committee().reviewer : committee().other, id);
      await applied({ role, state });
    }
  const { count } = await countInbox(committee().cycle.id, viewer(committee().reviewer), ALL);
  for (const mine of MINE)
    for (const role of ['', ...ROLES] as const)
      for (const state of ['', ...INBOX_STATES] as const) {
        const filter = { mine, role, state };
        expect([filter, count(filter)]).toEqual([filter, (await ids(committee().reviewer, filter)).length]);
      }
});

it.each([
  ['', '?mine=todo'],
  ['?role=mentor&mine=done&after=1~2~x', '?role=mentor&mine=done'],
  ['?role=wizard&state=draft&sort=score&page=-1&reviews=9&mine=x', '?mine=todo'],
  [
    '?mine=discuss&reviews=3&asked=answered&later=yes&q=%00a%25',
    '?mine=discuss&reviews=3&asked=answered&later=yes&q=a%25',
  ],
])('reads the address %j as %j', (address, written) => {
  const filter = readFilter(new URLSearchParams(address), true);
  expect(writeFilter(filter)).toBe(written);
});

it.each(['x'.repeat(10_000), `${'\u0000'.repeat(500)}y`, '%'.repeat(300)])(
  'cuts what nobody is called to 80 letters',
  (q) => {
    const filter = readFilter(new URLSearchParams({ q }), true);
    expect(filter.q.length).toBeLessThanOrEqual(80);
    expect(filter.q).not.toContain('\u0000');
    expect(filter.q.length).toBeGreaterThan(0);
  },
);

it('shows those who review nothing all', () => {
  expect(readFilter(new URLSearchParams('?mine=todo'), false).mine).toBe('all');
});
