import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test, type Browser } from '@playwright/test';
import { sealAll, type Looked } from './support/canary';
import { crawl } from './support/crawl';
import { everyTable, untilQuiet } from './support/everything';
import { base, IN_REVIEW, OPEN, query, signInAs } from './support/program';
import { idsIn, maskerOf, openWorld, settled, type WorldName } from './support/worlds';

const CODE = IN_REVIEW.toUpperCase();
const MEMBERS = [
  ['chair', 'Marguerite', 60],
  ['staff', 'Linus', 24],
  ['reviewer', 'Ximena', 16],
] as const;
const STARTS = [
  `/committee/${IN_REVIEW}`,
  `/committee/${IN_REVIEW}/matching`,
  `/committee/${IN_REVIEW}/matching/99`,
  `/committee/${OPEN}`,
  `/staff/${IN_REVIEW}/announcement`,
  `/staff/${IN_REVIEW}/confidentiality`,
];

type Answers = Parameters<typeof sealAll>[0];
type Pairs = ReadonlyMap<string, string>;

const answer = (own: string[], wish: object | null) => ({ gender: { own, wish }, ethnicity: { own, wish } });
/** Everybody is of their own kind, and nobody wishes for anything. */
const PLAIN: Answers = (id) => answer([id], null);
/** Whoever is matched in a plan wishes for just that match: a best plan then stays the best, and the only one. */
const wishing =
  (plan: Pairs): Answers =>
  (id) =>
    answer([id], plan.has(id) ? { kind: 'value', value: plan.get(id) } : null);

async function readPlan(): Promise<Map<string, string>> {
  const rows = await query<{ mentee: string; mentor: string }>(
    `SELECT mentee_application_id::text AS mentee, mentor_application_id::text AS mentor FROM matches m
     JOIN cycles c ON c.id = m.cycle_id JOIN plans p ON p.id = m.plan_id
     WHERE c.code = $1 AND p.run_id IS NOT NULL ORDER BY 1`,
    [CODE],
  );
  return new Map(rows.map(({ mentee, mentor }) => [mentee, mentor]));
}

/** The committee matches through the page, and everybody looks at everything. */
async function live(browser: Browser): Promise<Looked[]> {
  const looked: Looked[] = [];
  const contexts = [];
  for (const [who, name, most] of MEMBERS) {
    const context = await browser.newContext();
    contexts.push({ who, most, context });
    const page = await context.newPage();
    await signInAs(page, name);
    if (who !== 'chair') continue;
    await page.goto(`${base()}/committee/${IN_REVIEW}/matching`);
    await page.getByRole('button', { name: /^Run the matching/ }).click();
    await expect(page.getByRole('link', { name: 'Plan 1', exact: true })).toBeVisible({ timeout: 30_000 });
    await page.close();
  }
  await untilQuiet();
  for (const { who, most, context } of contexts)
    looked.push(...(await crawl(context.request, { who, starts: STARTS, most })));
  const visitor = await browser.newContext();
  looked.push(...(await crawl(visitor.request, { who: 'visitor', starts: ['/', '/no/such', '/status'], most: 16 })));
  for (const { context } of [...contexts, { context: visitor }]) await context.close();
  return looked;
}

/** Tables that hold nothing but the moment; the vault itself is what differs. */
const PASSING = /^(vault\.|public\.(rate_limits|worker_heartbeats|sessions)$|graphile_worker\.)/;
const shown = async () => (await everyTable()).filter(({ where }) => !PASSING.test(where));

type Life = { plan: Pairs; parts: Map<string, string>; again: (where: string) => Promise<string> };

/** Looks at one part once more, as it looked before. */
async function lookAgain(browser: Browser, logs: () => Looked[], where: string): Promise<string> {
  const kept = [...(where.startsWith('log') ? logs() : await shown())].find((one) => one.where === where);
  if (kept) return String(kept.content);
  const context = await browser.newContext();
  await signInAs(await context.newPage(), 'Marguerite');
  const answer = await context.request.get(base() + where.replace(/^chair /, ''));
  const content = settled(JSON.stringify(answer.headers()) + (await answer.text()));
  await context.close();
  return content;
}

/** Seals a world's answers, lives in it, and hands over what was seen. `then` is done before its processes end. */
async function worldOf(browser: Browser, name: WorldName, answers: Answers, then?: (life: Life) => Promise<void>) {
  const world = await openWorld(name);
  try {
    await sealAll(answers);
    const mask = maskerOf(idsIn(JSON.stringify(await everyTable())));
    const pages = (await live(browser)).map((page) => ({ ...page, content: settled(String(page.content)) }));
    const seen = [...pages, ...(await shown()), ...world.logs()];
    const life: Life = {
      plan: await readPlan(),
      parts: new Map(seen.map(({ where, content }) => [mask(where), mask(String(content))])),
      again: async (where) => mask(await lookAgain(browser, world.logs, where)),
    };
    const opened = await query('SELECT DISTINCT purpose, record_count > 0 AS some FROM vault.access_log');
    expect(opened).toEqual([{ purpose: 'matching', some: true }]);
    await then?.(life);
    return life;
  } finally {
    await world.close();
  }
}

const around = (text: string, at: number) => text.slice(Math.max(0, at - 80), at + 80);
function firstDifference(a: string, b: string): string {
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return `${around(a, at)} ≠ ${around(b, at)}`;
}

const MATCHING = `chair /committee/${IN_REVIEW}/matching`;
const IN_CYCLE = `cycle_id = (SELECT id FROM cycles WHERE code = '${CODE}')`;
const logFile = () => join(process.env.DATA_DIR ?? '', 'worlds', 'world_two', 'worker.log');

/** An answer of somebody's, written into the public problem of the run. */
async function leakIntoExport(): Promise<void> {
  const [record] = await query<{ run: string; problem: Buffer }>(
    'SELECT run_id::text AS run, problem FROM run_records',
  );
  const problem = JSON.parse(gunzipSync(record?.problem ?? Buffer.alloc(0)).toString('utf8'));
  const leaking = gzipSync(JSON.stringify({ ...problem, wished: 1 }));
  await query('UPDATE run_records SET problem = $2 WHERE run_id = $1', [record?.run, leaking]);
}

/** What a careless change could add, one for each way out; each is looked for where it comes out. */
const LEAKS: readonly (readonly [channel: string, where: string, plant: () => unknown])[] = [
  [
    'list order',
    `chair /committee/${IN_REVIEW}/applications`,
    () =>
      query(
        `UPDATE applications SET submitted_at = submitted_at - interval '1 second' * (('x' || left(md5(id::text), 4))::bit(16)::int) WHERE ${IN_CYCLE} AND submitted_at IS NOT NULL`,
      ),
  ],
  [
    'count',
    MATCHING,
    () => query(`UPDATE plans SET matched_count = matched_count - 1 WHERE ${IN_CYCLE} AND run_id IS NOT NULL`),
  ],
  ['export column', 'public.run_records', leakIntoExport],
  ['log line', 'log worker', () => appendFileSync(logFile(), '{"level":20,"msg":"met","count":1}\n')],
  [
    'mail field',
    'public.outbox_messages',
    () =>
      query(
        "UPDATE outbox_messages SET subject = subject || ' *' WHERE id = (SELECT min(id::text)::uuid FROM outbox_messages)",
      ),
  ],
  [
    'error text',
    MATCHING,
    () => query(`UPDATE match_runs SET state = 'failed', problem = 'A wish could not be met.' WHERE ${IN_CYCLE}`),
  ],
];

test('two worlds with other confidential answers and the same plan give everybody the same bytes', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const one = await worldOf(browser, 'world_one', PLAIN);
  const missed: string[] = [];
  const two = await worldOf(browser, 'world_two', wishing(one.plan), async ({ again }) => {
    for (const [channel, where, plant] of LEAKS) {
      const before = await again(where);
      await plant();
      if ((await again(where)) === before) missed.push(channel);
    }
    expect(await again(MATCHING.replace('matching', 'none'))).toBe(await again(MATCHING.replace('matching', 'none')));
  });
  expect(one.plan.size).toBeGreaterThan(10);
  expect([...two.plan]).toEqual([...one.plan]);
  expect([...two.parts.keys()]).toEqual([...one.parts.keys()]);
  const differing = [...one.parts].filter(([where, content]) => two.parts.get(where) !== content);
  const told = differing.map(([where, content]) => `${where}: ${firstDifference(content, two.parts.get(where) ?? '')}`);
  expect(told).toEqual([]);
  for (const part of [
    /^chair .*matching\/1/,
    /^chair .*\/report/,
    /^staff .*letters/,
    /^public\.matches/,
    /^log worker/,
  ])
    expect(
      [...one.parts.keys()].some((where) => part.test(where)),
      String(part),
    ).toBe(true);
  // And it would notice: one leak for each way out, planted into the second world.
  expect(missed).toEqual([]);
  console.log(`  ${one.parts.size} answers, tables and logs compared`);
});
