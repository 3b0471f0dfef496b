// The committee's desk among 10,000 and 100,000 applications beside a bare list page; the weight of its scripts.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import pg from 'pg';
import { z } from 'zod';
import { db } from '../src/db/client';
import { countInbox } from '../src/features/applications/inbox/counting/queries';
import { listInbox } from '../src/features/applications/inbox/queries';
import { readFilter } from '../src/features/applications/inbox/schema';
import { listViews } from '../src/features/applications/inbox/views/queries';
import { viewerOf } from '../src/features/reviews/queries';
import type { UserActor } from '../src/domain/actor';
import { load, type Shot } from './load';
import type { Row } from './web';

const env = z
  .object({
    BENCH_URL: z.url(),
    BENCH_BARE_URL: z.url(),
    BENCH_KEPT: z.string(),
    BENCH_OUT: z.string(),
    CHROMIUM_PATH: z.string(),
  })
  .parse(process.env);
const kept = z
  .object({ token: z.string(), userId: z.string(), programId: z.string() })
  .parse(JSON.parse(readFileSync(env.BENCH_KEPT, 'utf8')));

const CLIENTS = 4;
const SHOTS = 240;
const ROUNDS = 3;
/** A filter, a search, an order, counts; and the same without any. */
const FILTERS = ['?mine=all', '?mine=todo&role=mentee&state=submitted', '?mine=all&sort=name&q=an&reviews=1'];

const cookie = `bookend_user=${kept.token}`;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const shots = (path: (index: number) => string): Shot[] =>
  Array.from({ length: SHOTS }, (_, index) => ({ method: 'GET', path: path(index), headers: { cookie } }));
const inboxOf = (code: string) => shots((index) => `/committee/${code}/applications${FILTERS[index % FILTERS.length]}`);

async function measurePages(): Promise<Row[]> {
  const p95 = { bare: [] as number[], b10: [] as number[], b100: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    const turn = {
      bare: await load(
        env.BENCH_BARE_URL,
        shots(() => '/list'),
        CLIENTS,
      ),
      b10: await load(env.BENCH_URL, inboxOf('b10'), CLIENTS),
      b100: await load(env.BENCH_URL, inboxOf('b100'), CLIENTS),
    };
    for (const [name, { statuses }] of Object.entries(turn))
      if (Object.keys(statuses).join() !== '200') throw new Error(`${name}: ${JSON.stringify(statuses)}`);
    if (round === 0) continue;
    p95.bare.push(turn.bare.p95);
    p95.b10.push(turn.b10.p95);
    p95.b100.push(turn.b100.p95);
  }
  const [bare, ours, large] = [median(p95.bare), median(p95.b10), median(p95.b100)];
  const ratio = (value: number) => Number(value.toFixed(2));
  return [
    { name: 'G3 bare list page, p95 at 4 clients', value: Math.round(bare), unit: 'ms' },
    { name: 'G3 inbox among 10,000, p95', value: Math.round(ours), unit: 'ms' },
    { name: 'G3 inbox / bare list page', value: ratio(ours / bare), target: '≤ 3', met: ours <= 3 * bare },
    { name: 'G3 inbox among 100,000, p95', value: Math.round(large), unit: 'ms' },
    { name: 'G3 100,000 / 10,000', value: ratio(large / ours), target: '≤ 1.5', met: large <= 1.5 * ours },
  ];
}

/** How often the inbox asks the database, and how long that takes altogether with nothing else going on. */
async function measureQueries(code: string): Promise<Row[]> {
  const { id } = await db.cycle.findUniqueOrThrow({ where: { code }, select: { id: true } });
  const user: UserActor = {
    kind: 'user',
    userId: kept.userId,
    personId: kept.userId,
    name: '',
    email: '',
    grants: [],
    closed: [kept.userId],
  };
  const viewer = viewerOf(user, { reviews: true, decides: true });
  const times: number[] = [];
  let count = 0;
  const pool = Reflect.get(pg.Pool.prototype, 'query');
  Reflect.set(pg.Pool.prototype, 'query', async function (this: pg.Pool, ...args: unknown[]) {
    count += 1;
    const begun = performance.now();
    const answer: unknown = await Reflect.apply(pool, this, args);
    times.push(performance.now() - begun);
    return answer;
  });
  const sums: Record<string, number[]> = {};
  for (let round = 0; round < 15; round++)
    for (const address of FILTERS) {
      times.length = 0;
      count = 0;
      const filter = readFilter(new URLSearchParams(address), true);
      await listViews(user, kept.programId);
      await countInbox(id, viewer, filter);
      await listInbox(id, viewer, filter);
      (sums[address] ??= []).push(times.reduce((sum, one) => sum + one, 0));
    }
  Reflect.set(pg.Pool.prototype, 'query', pool);
  const rows = FILTERS.map((address): Row => {
    const ms = Number(median(sums[address] ?? []).toFixed(1));
    const bound = code === 'B10' ? { target: '≤ 10 ms', met: ms <= 10 } : {};
    return { name: `G3 ${code} SQL of ${address}`, value: ms, unit: 'ms', ...bound };
  });
  return [{ name: `G3 ${code} queries of a page`, value: count, target: '≤ 6', met: count <= 6 }, ...rows];
}

/** What a page loads as script, compressed. */
async function scriptOf(url: string): Promise<number> {
  const browser = await chromium.launch({ executablePath: env.CHROMIUM_PATH, args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext();
  await context.addCookies([{ name: 'bookend_user', value: kept.token, domain: 'localhost', path: '/' }]);
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(
        response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      );
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const all = await Promise.all(sizes);
  await browser.close();
  return all.reduce((sum, size) => sum + size, 0);
}

async function measureScripts(): Promise<Row[]> {
  const floor = await scriptOf(`${env.BENCH_BARE_URL}/list`);
  const kilo = (bytes: number) => Number((bytes / 1024).toFixed(1));
  const rows: Row[] = [{ name: 'G10 the framework alone, script, gzip', value: kilo(floor), unit: 'KB' }];
  const { id } = await db.application.findFirstOrThrow({ where: { cycle: { code: 'B10' } }, select: { id: true } });
  for (const path of ['/committee/b10', '/committee/b10/applications?mine=all', `/committee/b10/applications/${id}`]) {
    const more = (await scriptOf(`${env.BENCH_URL}${path}`)) - floor;
    const name = `G10 on top: ${path.replace(id, '…')}`;
    rows.push({ name, value: kilo(more), unit: 'KB', target: '≤ 60 KB', met: more <= 61_440 });
  }
  return rows;
}

const rows = [
  ...(await measureQueries('B10')),
  ...(await measureQueries('B100')),
  ...(await measurePages()),
  ...(await measureScripts()),
];
writeFileSync(env.BENCH_OUT, JSON.stringify(rows));
await db.$disconnect();
