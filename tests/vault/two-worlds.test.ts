import { expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import type { IdentityAnswers } from '@/domain/matching/identity';
import { findComparison } from '@/features/matching/comparing/queries';
import { lockPair } from '@/features/matching/pairs/commands';
import { listRuns } from '@/features/matching/runs/queries';
import { findWorkbench } from '@/features/matching/workbench/queries';
import { openCycle } from '@/vault/open';
import { sealAnswers } from '@/vault/seal';
import { createMatching, pairsIn, run, viewer } from '../features/matching/setting';
import { asWorker, ownerQuery } from '../support/database';
import { NOW, testRing } from '../support/factories';
import { idsIn, masked, photograph, readAsWeb, standAgain } from './worlds';

// Each test lives through a cycle several times.
vi.setConfig({ testTimeout: 60_000 });

type Pair = readonly [menteeId: string, mentorId: string];
type World = (id: string, index: number) => IdentityAnswers;

const VALUES = ['first', 'second', 'third'] as const;
const own = (index: number, step: number) => [VALUES[Math.floor(index / step) % VALUES.length] ?? 'first'];
/** In one world everybody wishes for the like. */
const ALIKE: World = (_, index) => ({
  gender: { own: own(index, 1), wish: { kind: 'same' } },
  ethnicity: { own: own(index, 3), wish: { kind: 'same' } },
});
/** In the other every mentee wishes for anybody but the mentor of a given plan. */
const against =
  (pairs: readonly Pair[]): World =>
  (id) => {
    const isMentor = pairs.some(([, mentor]) => mentor === id);
    const values = pairs.filter(([, mentor]) => mentor !== id).map(([mentee]) => mentee);
    const answer = { own: isMentor ? values : [], wish: isMentor ? null : { kind: 'value' as const, value: id } };
    return { gender: answer, ethnicity: answer };
  };

const sorted = (pairs: readonly Pair[]) => pairs.map((pair) => pair.join(' ')).sort();

/** One cycle that can be lived through again and again, with the same people under the same ids. */
async function createWorlds() {
  const { chair, cycle, cycleId, mentors, mentees, program } = await createMatching({
    mentees: 16,
    places: [1, 2, 1, 3, 1, 2],
  });
  const start = await photograph();
  const place = { organizationId: program.organizationId, cycleId, publicKey: cycle.publicKey, keyId: cycle.keyId };
  const applied = [...mentors, ...mentees];

  /** From the start to a saved plan. @returns mentee → mentor */
  async function live(world: World, locks: readonly Pair[]): Promise<Pair[]> {
    await standAgain(start);
    for (const [index, { applicationId }] of applied.entries())
      await sealAnswers(db, { ...place, applicationId }, world(applicationId, index));
    for (const [menteeId, mentorId] of locks) await lockPair(chair, { cycleId, menteeId, mentorId }, NOW);
    expect((await run(chair, cycleId)).state).toBe('done');
    return [...(await pairsIn(cycleId))];
  }

  /** What anybody but the person can get: rows, and what the committee's pages are made of. */
  async function look(): Promise<{ text: string; tables: string[] }> {
    const rows = await readAsWeb();
    const benches = [];
    for (const { applicationId: menteeId } of mentees)
      benches.push(await findWorkbench(cycleId, { number: 1, viewer: { ...viewer, readsVetoes: true }, menteeId }));
    const pages = [benches, await listRuns(cycleId, { fenced: false }), await findComparison(cycleId, [1, 1], viewer)];
    return { text: masked(JSON.stringify([rows, pages], null, 1), idsIn(start)), tables: Object.keys(rows) };
  }

  /** Opens what is sealed now: proof that the two worlds do differ. */
  const opened = () =>
    asWorker(() => openCycle(db, testRing, { ...place, runId: null, purpose: 'matching', codeVersion: 'test' }, NOW));
  return { live, look, opened };
}

/** Locks as few pairs of the first world as make its plan the plan of the second too. */
async function meetingLocks(live: (world: World, locks: readonly Pair[]) => Promise<Pair[]>) {
  const first = await live(ALIKE, []);
  const other = against(first);
  const locks: Pair[] = [];
  for (;;) {
    const there = sorted(await live(other, locks));
    const apart = first.filter((pair) => !there.includes(pair.join(' ')));
    if (apart.length === 0) return { locks, other };
    locks.push(...apart);
  }
}

it('matches the same mentees in two worlds that differ in what is sealed, with other mentors', async () => {
  const { live } = await createWorlds();
  const alike = await live(ALIKE, []);
  const apart = await live(against(alike), []);
  expect(apart.map(([mentee]) => mentee).sort()).toEqual(alike.map(([mentee]) => mentee).sort());
  // Else what is sealed would move nobody, and the test would prove nothing.
  expect(sorted(apart)).not.toEqual(sorted(alike));
});

it('shows the same to everybody where the plan is the same', async () => {
  const { live, look, opened } = await createWorlds();
  const { locks, other } = await meetingLocks(live);
  const [alike, first, sealedFirst] = [await live(ALIKE, locks), await look(), await opened()];
  const [apart, second, sealedSecond] = [await live(other, locks), await look(), await opened()];
  expect(sorted(apart)).toEqual(sorted(alike));
  expect(sealedSecond).not.toEqual(sealedFirst);
  expect(first.tables).toEqual(expect.arrayContaining(['public.matches', 'public.events', 'public.match_runs']));
  expect(first.tables.filter((table) => table.startsWith('vault.'))).toEqual([]);
  expect(second.text).toBe(first.text);
});

const LEAKS = {
  'a column': 'UPDATE matches SET fit = fit + 1 WHERE id = (SELECT id FROM matches LIMIT 1)',
  'a count': 'UPDATE match_runs SET steps_done = steps_done + 1',
  'how long it took': 'UPDATE match_runs SET duration_ms = duration_ms + 1',
  'the order of rows':
    'WITH gone AS (DELETE FROM matches WHERE id = (SELECT id FROM matches LIMIT 1) RETURNING *) SELECT count(*) FROM gone',
  'a figure of a plan': `UPDATE plans SET weights = weights || '{"met": 1}'`,
};

it.each(Object.entries(LEAKS))('would notice %s that tells the worlds apart', async (channel, leak) => {
  const { live, look } = await createWorlds();
  await live(ALIKE, []);
  const clean = await look();
  await live(ALIKE, []);
  expect((await look()).text).toBe(clean.text);
  if (channel === 'the order of rows') {
    const [row] = await ownerQuery<{ row: string }>('SELECT row_to_json(t)::text AS row FROM matches t LIMIT 1');
    await ownerQuery(leak);
    await ownerQuery('INSERT INTO matches SELECT * FROM json_populate_record(NULL::matches, $1::json)', [row?.row]);
  } else await ownerQuery(leak);
  expect((await look()).text).not.toBe(clean.text);
});
