import { expect, test, type Browser, type BrowserContext } from '@playwright/test';
import { sealAll, type Looked } from './support/canary';
import { crawl } from './support/crawl';
import { everyTable, untilQuiet } from './support/everything';
import { LEAKS, MATCHING } from './support/leaks';
import { base, IN_REVIEW, OPEN, query, signInAs } from './support/program';
import { idsIn, maskerOf, openWorld, settled, type WorldName } from './support/worlds';

const CODE = IN_REVIEW.toUpperCase();
const MEMBERS = [
  ['chair', 'Marguerite', 80],
  ['staff', 'Linus', 52],
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

/** Tables that hold nothing but the moment, or lines that the worker folds when a minute is over; the vault itself is what differs. */
const PASSING = /^(vault\.|public\.(rate_limits|worker_heartbeats|sessions|inbox_counts)$|graphile_worker\.)/;
const isTable = (where: string) => /^(public|app|graphile_worker)\./.test(where);
const shown = async () => (await everyTable()).filter(({ where }) => !PASSING.test(where));

type Life = { plan: Pairs; parts: Map<string, string>; again: (where: string) => Promise<string> };

/** Looks at one part once more, as it looked before. */
async function lookAgain(chair: BrowserContext, logs: () => Looked[], where: string): Promise<string> {
  const kept = [...(where.startsWith('log') ? logs() : await shown())].find((one) => one.where === where);
  if (kept) return String(kept.content);
  const answer = await chair.request.get(base() + where.replace(/^chair /, ''));
  return settled(JSON.stringify(answer.headers()) + (await answer.text()));
}

/** Seals a world's answers, lives in it, and hands over what was seen. `then` is done before its processes end. */
async function worldOf(browser: Browser, name: WorldName, answers: Answers, then?: (life: Life) => Promise<void>) {
  // What both worlds began with, before a worker adds anything.
  let known = new Set<string>();
  const world = await openWorld(name, async () => {
    known = idsIn(JSON.stringify(await everyTable()));
    await sealAll(answers);
  });
  try {
    const mask = maskerOf(known);
    const pages = (await live(browser)).map((page) => ({ ...page, content: settled(String(page.content)) }));
    const byPlace = (a: Looked, b: Looked) => mask.order(a.where).localeCompare(mask.order(b.where));
    const seen = [...pages.sort(byPlace), ...(await shown()), ...world.logs()];
    const of = ({ where, content }: Looked) =>
      isTable(where) ? mask.rows(String(content)) : mask.text(String(content));
    const chair = await browser.newContext();
    await signInAs(await chair.newPage(), 'Marguerite');
    const life: Life = {
      plan: await readPlan(),
      parts: new Map(seen.map((looked) => [mask.text(looked.where), of(looked)])),
      again: async (where) => of({ where, content: await lookAgain(chair, world.logs, where) }),
    };
    const opened = await query('SELECT DISTINCT purpose, record_count > 0 AS some FROM vault.access_log');
    expect(opened).toContainEqual({ purpose: 'matching', some: true });
    await then?.(life);
    await chair.close();
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
