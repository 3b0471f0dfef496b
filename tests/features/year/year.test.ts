import { expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { keysOfCycle } from '@/vault/keys';
import { testRing } from '../../support/factories';
import { bookLines, certified, counted, purged, reported } from './afterwards';
import { at, daysBetween, dayIn, moveTo } from './clock';
import { foundHouse, getCycle, setUpYear, type House, type YearCycle } from './cycle';
import { MAILS, PAIRS, SEALED, TASKS } from './expected';
import { mailOf } from './people';
import { STORY } from './story';
import { changes, listHours, listMails, listTasks, lookAround } from './watching';
import { runNightly, runTimed } from './worker';

// Some four hundred and forty days, one by one.
vi.setConfig({ testTimeout: 240_000 });

const [FIRST, LAST] = ['2031-09-02', '2032-11-12'];

/**
 * The jobs, twice where the first time did anything: with the same rows and the same clock, what did nothing does nothing again.
 *
 * @param known how everything stood before, where nothing happened since
 */
async function runTwice(known?: Awaited<ReturnType<typeof lookAround>>) {
  const before = known ?? (await lookAround());
  await runTimed();
  const after = await lookAround();
  if (after.made === before.made) return after;
  await runTimed();
  expect((await lookAround()).made).toBe(after.made);
  return after;
}

/** Every day: people at noon, the jobs in the afternoon, and the jobs at night. */
async function live(house: House, id: string) {
  const [sealed, pairs] = [changes(), changes()];
  const note = (now: Date, stand: Awaited<ReturnType<typeof lookAround>>) => {
    sealed.note(now, stand.sealed);
    pairs.note(now, stand.pairs);
  };
  for (const day of daysBetween(FIRST, LAST)) {
    const deed = STORY[day];
    if (deed) await deed({ house, now: await moveTo(at(day)), cycle: await getCycle(id) });
    const afternoon = await moveTo(at(day, '15:00'));
    const stand = await runTwice();
    note(afternoon, stand);
    // Days of a cycle end at 11:59 p.m.: what falls due with them is found at once, and wakes nobody.
    const night = await moveTo(at(day, '23:59'));
    note(night, await runTwice(stand));
    await runNightly();
  }
  return { sealed: sealed.seen, pairs: pairs.seen };
}

async function expectReports(cycle: YearCycle): Promise<void> {
  const { rowsOf } = await reported(cycle, at(LAST));
  const rows = await counted(cycle.id);
  expect(rows).toMatchObject({ mentors: 4, mentees: 5, declined: 1, withdrawn: 1, pairs: 4 });
  expect(rowsOf('ratio')).toEqual({ mentors: [rows.mentors], places: [rows.places], mentees: [rows.mentees] });
  expect(rowsOf('funnel')).toMatchObject({
    withdrawn: [0, rows.withdrawn],
    declined: [0, rows.declined],
    matched: [rows.matchedMentees, rows.matchedMentees],
  });
  const sum = Object.values(rowsOf('meetings')).reduce((total, [pairs]) => total + (pairs ?? 0), 0);
  expect(sum).toBe(rows.pairs);
  for (const { recommend, n } of rows.recommend) expect(rowsOf('satisfaction')[recommend]).toEqual([n]);
  expect(rows.recommend.map(({ recommend }) => recommend)).toEqual([3, 4, 5]);
}

async function expectBook(house: House, cycle: YearCycle): Promise<void> {
  const { linesOf, notes } = await bookLines(house, cycle, at(LAST));
  expect(notes).toEqual(['Ask Ben earlier.']);
  expect(linesOf('pairs')).toMatchObject({ Completed: '3' });
  expect(linesOf('applications')).toMatchObject({ 'Mentors, accepted': '4', 'Mentees, accepted': '5' });
  expect(linesOf('letters')).toEqual({ 'Release 1': expect.stringMatching(/^10 letters, /) });
}

/** Deleted on the promised day, with its certificate, and no key left to open what a backup may hold. */
async function expectPurge({ id, code, identityDeleteOn }: YearCycle): Promise<void> {
  const purge = await purged(id);
  expect(purge).toMatchObject({ recordsDeleted: 11, statistics: expect.anything() });
  expect(purge.deletedAt && dayIn(purge.deletedAt)).toBe(dayIn(identityDeleteOn));
  expect(purge.keyDestroyedAt).toEqual(purge.deletedAt);
  expect(keysOfCycle(testRing, code)).toEqual([]);
}

/** Ivy finds in the new form what they had answered. */
async function expectNext(): Promise<void> {
  const draft = await db.draft.findFirstOrThrow({ where: { email: mailOf('Ivy'), cycle: { code: 'F32' } } });
  const before = await db.application.findFirstOrThrow({ where: { email: mailOf('Ivy'), cycle: { code: 'F31' } } });
  expect(Object(draft.answers)).toMatchObject({ goal_1: Object(before.answers).goal_1 });
}

it('goes from call to purge, and on every day does what is due, once', async () => {
  await moveTo(at('2031-09-01'));
  const house = await foundHouse();
  const { id } = await setUpYear(house);
  expect(await live(house, id)).toEqual({ sealed: SEALED, pairs: PAIRS });
  expect(await listMails()).toEqual(MAILS);
  // Nothing at night, nothing but in the afternoon: every mail went in the first run that found it due by day.
  expect(await listHours()).toEqual([15]);
  expect(await listTasks()).toEqual(TASKS);
  const cycle = await getCycle(id);
  await expectReports(cycle);
  await expectBook(house, cycle);
  await expectPurge(cycle);
  expect(await Promise.all((['Ada', 'Eve', 'Dot', 'Hal'] as const).map((name) => certified(id, name)))).toEqual([
    [105, 60],
    [105, 60],
    null,
    null,
  ]);
  await expectNext();
});
