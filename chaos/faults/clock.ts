// The web process believes in another time. What counts is the database's.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finish, openCheck, press, send, titleOf, Unexpected, walk, type Opened, type Watch } from '../applicant';
import { crowdOf, outcomeOf, sized, type Context, type Fault } from '../context';
import type { Crowd } from '../crowd';
import { beginForms, makeCycle, newPeople, type OpenCycle } from '../fill';
import { NotRun } from '../outcome';
import { findFakeTime } from '../tools';

const HOUR = 60;

/** Minutes from the close, by the database's clock. */
const MOMENTS = { open: -5, grace: 10, closed: 35, early: -48 * HOUR } as const;
type Moment = keyof typeof MOMENTS;

/**
 * The database's clock, and what the web process's says instead, in hours from the true time: when the form is opened, and when
 * it is sent.
 */
type Case = { opened: readonly [Moment, number]; sent: readonly [Moment, number]; isTaken: boolean };

const CASES: readonly Case[] = [
  { opened: ['open', 26], sent: ['open', 26], isTaken: true },
  { opened: ['open', -26], sent: ['open', -26], isTaken: true },
  { opened: ['open', 0], sent: ['open', 26], isTaken: true },
  { opened: ['open', 0], sent: ['grace', 26], isTaken: true },
  { opened: ['open', 26], sent: ['grace', 26], isTaken: true },
  { opened: ['open', 0], sent: ['closed', -26], isTaken: false },
  { opened: ['grace', -26], sent: ['grace', -26], isTaken: false },
  { opened: ['closed', -26], sent: ['closed', -26], isTaken: false },
  { opened: ['early', 26], sent: ['early', 26], isTaken: false },
];

const inWords = ({ opened, sent }: Case): string =>
  [opened, sent].map(([moment, hours]) => `${moment} at ${hours} h`).join(', then ');

type Ground = { context: Context; crowd: Crowd; cycle: OpenCycle; tell: (hours: number) => void };

/** Both clocks: the database's own, which decides, and the web process's, which is wrong. */
async function set({ context, cycle, tell }: Ground, [moment, hours]: readonly [Moment, number]): Promise<void> {
  tell(hours);
  await context.world.query(
    `UPDATE app.test_clock SET now = (SELECT closes_at + $2 * interval '1 minute' FROM cycles WHERE id = $1)`,
    [cycle.id, MOMENTS[moment]],
  );
}

/** The last page of a form, as it is drawn or as a page that is still open somewhere has it. */
async function lastPage(
  ground: Ground,
  form: Parameters<typeof openCheck>[0],
  email: string,
  isTaken: boolean,
): Promise<Opened> {
  try {
    return await openCheck(form);
  } catch (error) {
    if (isTaken || !(error instanceof Unexpected)) throw error;
    const [row] = await ground.context.world.query<{ key: string; revision: number }>(
      'SELECT submission_key::text AS key, revision FROM drafts WHERE email = $1',
      [email],
    );
    return { submission_key: row?.key ?? '', revision: String(row?.revision), form_version: '', opened: '' };
  }
}

/** One applicant whose form is opened under one clock and sent under another. @returns what is wrong */
async function tryCase(ground: Ground, one: Case): Promise<string[]> {
  const { context, crowd, cycle } = ground;
  const [made] = newPeople(context.random, 1);
  const people = made ? [made] : [];
  // Where nobody may begin, somebody's form is there from before.
  const [person] = one.opened[0] === 'open' ? people : await beginForms(cycle, people);
  if (!person) return ['nobody was invented'];
  await set(ground, one.opened);
  const watch: Watch = { failed: () => (crowd.errors += 1), until: Date.now() + 60_000 };
  const form = { path: `/apply/${cycle.code.toLowerCase()}/mentee`, browser: crowd.browserOf(person), watch };
  try {
    await (person.token === null ? walk : finish)(person, form);
    const opened = await lastPage(ground, form, person.email, one.isTaken);
    await set(ground, one.sent);
    if (one.isTaken) await send(person, form, opened, crowd.ledger);
    else {
      const answer = await press(form, opened);
      if (answer.status !== 409)
        return [`${inWords(one)}: answered ${answer.status} ${answer.location} ${titleOf(answer.body)}`];
    }
    return [];
  } catch (error) {
    return [`${inWords(one)}: ${error instanceof Error ? error.message : 'unknown'}`];
  }
}

async function countTaken({ context, cycle }: Ground): Promise<number> {
  const [row] = await context.world.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM applications a JOIN cycles c ON c.id = a.cycle_id
     WHERE c.id = $1 AND a.reference IS NOT NULL`,
    [cycle.id],
  );
  return row?.count ?? 0;
}

/** Gives this database a clock that can be set, and the cycle a close that is near. */
async function openClock({ context, cycle, tell }: Ground): Promise<void> {
  const { world } = context;
  tell(0);
  await world.query(
    `UPDATE cycles SET opens_at = now() - interval '1 day', closes_at = now() + interval '5 minutes' WHERE id = $1`,
    [cycle.id],
  );
  await world.query('CREATE TABLE app.test_clock (now timestamptz NOT NULL)');
  await world.query('GRANT SELECT ON app.test_clock TO bookend_web, bookend_worker');
  await world.query('INSERT INTO app.test_clock VALUES (now())');
}

async function closeClock({ context }: Ground): Promise<void> {
  await context.world.query('DROP TABLE app.test_clock');
  // Letters written by a clock that was ahead need not wait for it.
  await context.world.query('UPDATE outbox_messages SET not_before = now() WHERE not_before > now() AND state = $1', [
    'queued',
  ]);
}

const clock: Fault = {
  name: 'clock',
  what: "the web process's clock 26 hours ahead, behind, and jumping over the deadline",
  run: async (context) => {
    const { world } = context;
    const library = findFakeTime(world.folder);
    if (!library) throw new NotRun('libfaketime was not found and could not be fetched');
    const cycle = await makeCycle(world, context.cycle, 'K26');
    const file = join(world.folder, 'clock');
    const tell = (hours: number) => writeFileSync(file, `${hours >= 0 ? '+' : ''}${hours * HOUR * 60}s\n`);
    const crowd = crowdOf({ ...context, cycle }, { name: 'clock', people: [] });
    const ground: Ground = { context, crowd, cycle, tell };
    await openClock(ground);
    await context.web.stop();
    const fake = { FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' };
    context.web = await world.web({ env: { LD_PRELOAD: library, ...fake } });
    const problems: string[] = [];
    const cases = Array.from({ length: sized(context, 1, 10) }, () => CASES).flat();
    for (const one of cases) problems.push(...(await tryCase(ground, one)));
    await context.web.stop();
    context.web = await world.web();
    await closeClock(ground);
    const taken = cases.filter(({ isTaken }) => isTaken).length;
    const stored = await countTaken(ground);
    if (stored !== taken) problems.push(`${taken} had to be taken by the database's clock, ${stored} were`);
    return outcomeOf(crowd, { faults: cases.length, problems: problems.slice(0, 12) });
  },
};

export const CLOCK: readonly Fault[] = [clock];
