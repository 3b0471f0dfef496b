import '../../support/database';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { INBOX_STATES } from '@/features/applications/inbox/schema';
import { foldCounts } from '@/features/applications/inbox/counting/commands';
import { createTestCycle, NOW } from '../../support/factories';
import { asWorker, ownerQuery } from '../../support/database';
import { counted, crowd, desk, fencedFrom, listed } from './desk';
import { differences } from './kept-counts';

const fold = () => asWorker(() => foldCounts({ kind: 'job', name: 'fold-counts' }, NOW));
const lines = async () => (await ownerQuery('SELECT id FROM inbox_counts')).length;

/** `SET` of some applications at once: $1 are their ids, $2 somebody who reviews, $3 a cycle. Who is forgotten stays so. */
const set = (what: string) =>
  `UPDATE applications SET ${what} WHERE id = ANY ($1) AND person_id IS NOT NULL AND ($2::uuid, $3::uuid) IS NOT NULL`;
const review = (from: string, who: string) => `
  INSERT INTO reviews (id, organization_id, application_id, reviewer_id, saved_at)
  SELECT gen_random_uuid(), a.organization_id, a.id, ${who}, now() FROM ${from}
  WHERE a.id = ANY ($1) AND ($2::uuid, $3::uuid) IS NOT NULL ON CONFLICT DO NOTHING`;

const MOVES: Record<string, string> = {
  ...Object.fromEntries(['draft', ...INBOX_STATES].map((state) => [state, set(`state = '${state}'`)])),
  later: set('later_by = CASE WHEN later_by IS NULL THEN now() END'),
  discuss: set('discuss_since = CASE WHEN discuss_since IS NULL THEN now() END'),
  answered: set('was_answered = NOT was_answered'),
  reviewed: review('applications a', '$2'),
  reviewedByAll: review('applications a, users u', 'u.id'),
  restated: `UPDATE reviews SET comment = comment || '.'
    WHERE application_id = ANY ($1) AND ($2::uuid, $3::uuid) IS NOT NULL`,
  dropped: 'DELETE FROM reviews WHERE application_id = ANY ($1) AND reviewer_id = $2 AND $3::uuid IS NOT NULL',
  forgotten: set("state = 'withdrawn', email = '', person_id = NULL, submitted_at = NULL"),
  moved: set('cycle_id = $3'),
  deleted: `DELETE FROM applications a WHERE a.id = ANY ($1) AND ($2::uuid, $3::uuid) IS NOT NULL
    AND NOT EXISTS (SELECT FROM reviews r WHERE r.application_id = a.id)`,
};
const move = fc.record({
  name: fc.constantFrom(...Object.keys(MOVES)),
  rows: fc.uniqueArray(fc.nat(29), { minLength: 1, maxLength: 6 }),
  who: fc.nat(2),
  folded: fc.nat(4).map((draw) => draw === 0),
});

it('keeps what a plain count says, whatever happens to applications', async () => {
  const other = await createTestCycle(desk().program);
  const users = [desk().chair.userId, desk().reviewer.userId, desk().staff.userId];
  let from = 1;
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 14 }), async (moves) => {
      const ids = await crowd(30, { from, reviewers: users });
      from += 30;
      for (const { name, rows, who, folded } of moves) {
        const cycle = who === 0 ? other : desk().cycle;
        await ownerQuery(MOVES[name] ?? '', [rows.map((row) => ids[row]), users[who], cycle.id]);
        if (folded) await fold();
        expect([name, await differences()]).toEqual([name, []]);
      }
    }),
    { numRuns: 15 },
  );
});

it('keeps it while many write, read and fold at once, and nobody waits for a sum', async () => {
  const users = [desk().chair.userId, desk().reviewer.userId, desk().staff.userId];
  const ids = await crowd(60, { reviewers: users.slice(0, 1) });
  const looks: unknown[] = [];
  const writer = async (number: number) => {
    for (let turn = 0; turn < 40; turn++) {
      const id = ids[(number * 13 + turn * 7) % ids.length];
      const names = ['accepted', 'discuss', 'reviewed', 'submitted', 'later', 'declined'];
      const name = names[(number + turn) % names.length] ?? 'later';
      await ownerQuery(MOVES[name] ?? '', [[id], users[number % 3], desk().cycle.id]);
    }
  };
  const reader = async () => {
    for (let turn = 0; turn < 40; turn++) looks.push(...(await differences()));
  };
  const folder = async () => {
    for (let turn = 0; turn < 20; turn++) await fold();
  };
  await Promise.all([writer(0), writer(1), writer(2), reader(), folder(), folder()]);
  expect(looks).toEqual([]);
  expect(await differences()).toEqual([]);
});

it('leaves one line of each facet when folded, and none of what is gone', async () => {
  const ids = await crowd(40);
  expect(await lines()).toBe(40);
  const { total } = await counted(desk().chair);
  const folded = await fold();
  expect(folded).toBeGreaterThan(0);
  const facets = await ownerQuery('SELECT DISTINCT facet FROM applications');
  expect(await lines()).toBe(facets.length);
  expect(await fold()).toBe(0);
  expect((await counted(desk().chair)).total).toBe(total);
  await ownerQuery("UPDATE applications SET state = 'draft' WHERE id = ANY ($1)", [ids]);
  await fold();
  expect(await lines()).toBe(0);
});

it('takes off what is closed to somebody, reviewed by them before or not', async () => {
  const ids = await crowd(30, { reviewers: [desk().reviewer.userId] });
  let { reviewer } = desk();
  for (const id of ids.slice(0, 12)) reviewer = await fencedFrom(reviewer, id);
  for (const mine of ['all', 'todo', 'done', 'discuss'] as const)
    expect([mine, (await counted(reviewer, { mine })).total]).toEqual([
      mine,
      (await listed(reviewer, { mine })).rows.length,
    ]);
});

it('lets only the worker fold', async () => {
  await expect(foldCounts(desk().chair, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
});
