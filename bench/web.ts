// Public pages and submissions against the bare framework, one after the other in one run; weights and Lighthouse.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { z } from 'zod';
import { load, type LoadResult, type Shot } from './load';
import { measurePages } from './pages';

const env = z
  .object({
    BENCH_URL: z.url(),
    BENCH_BARE_URL: z.url(),
    BENCH_DRAFTS: z.string(),
    BENCH_OUT: z.string(),
    /** Set to measure submissions alone. */
    BENCH_RUSH: z.string().optional(),
    CHROMIUM_PATH: z.string(),
    DATABASE_URL: z.url(),
  })
  .parse(process.env);
const { cycle, drafts } = z
  .object({ cycle: z.string(), drafts: z.array(z.object({ token: z.string(), key: z.string() })) })
  .parse(JSON.parse(readFileSync(env.BENCH_DRAFTS, 'utf8')));

export type Row = { name: string; value: number; unit?: string; target?: string; met?: boolean };

const CLIENTS = 16;
const form = {
  'content-type': 'application/x-www-form-urlencoded',
  origin: new URL(env.BENCH_URL).origin,
  'sec-fetch-site': 'same-origin',
};
/** Every shot comes from an address of its own, as a crowd would; the limits stay on. */
const from = (index: number) => ({
  'x-forwarded-for': `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
});

const submissions: Shot[] = drafts.map(({ token, key }, index) => ({
  method: 'POST',
  path: `/apply/${cycle}/mentee/check`,
  headers: { ...form, ...from(index), cookie: `bookend_participant=${token}` },
  body: new URLSearchParams({ submission_key: key, revision: '1', attest: 'yes' }).toString(),
}));
const body = new URLSearchParams({ body: 'x'.repeat(2000) }).toString();
const bareInserts = (count: number): Shot[] =>
  Array.from({ length: count }, () => ({ method: 'POST', path: '/insert', headers: form, body }));
const gets = (path: string, count: number): Shot[] =>
  Array.from({ length: count }, (_, index) => ({ method: 'GET', path, headers: from(index) }));

async function rawInserts(count: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 10 });
  await pool.query('SELECT 1');
  const start = performance.now();
  let left = count;
  const client = async () => {
    while (left-- > 0)
      await pool.query('INSERT INTO bare (id, body) VALUES ($1, $2)', [crypto.randomUUID(), 'x'.repeat(2000)]);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  const perSecond = count / ((performance.now() - start) / 1000);
  await pool.end();
  return perSecond;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number, digits = 0) => Number(value.toFixed(digits));
const bad = ({ statuses }: LoadResult, wanted: string) =>
  Object.entries(statuses).reduce((sum, [status, count]) => (status === wanted ? sum : sum + count), 0);

async function measureSubmissions(): Promise<Row[]> {
  const size = Math.floor(submissions.length / 4);
  await load(env.BENCH_URL, submissions.slice(0, size), CLIENTS);
  await load(env.BENCH_BARE_URL, bareInserts(size), CLIENTS);
  const ours: LoadResult[] = [];
  const bare: LoadResult[] = [];
  for (let round_ = 1; round_ < 4; round_++) {
    bare.push(await load(env.BENCH_BARE_URL, bareInserts(size), CLIENTS));
    ours.push(await load(env.BENCH_URL, submissions.slice(round_ * size, (round_ + 1) * size), CLIENTS));
  }
  const raw = await rawInserts(4000);
  const [mine, theirs] = [
    median(ours.map(({ perSecond }) => perSecond)),
    median(bare.map(({ perSecond }) => perSecond)),
  ];
  const p99 = Math.max(...ours.map((result) => result.p99));
  const wrong = ours.reduce((sum, result) => sum + bad(result, '303'), 0);
  return [
    { name: 'G2 submissions', value: round(mine), unit: '/s' },
    { name: 'G2 bare handler with insert', value: round(theirs), unit: '/s' },
    {
      name: 'G2 submissions / bare handler',
      value: round(mine / theirs, 2),
      target: '≥ 0.60',
      met: mine / theirs >= 0.6,
    },
    { name: 'G2 submissions / raw insert', value: round(mine / raw, 3), target: '≥ 0.06', met: mine / raw >= 0.06 },
    { name: 'G2 p99 at 16 clients', value: round(p99), unit: 'ms', target: '≤ 350 ms', met: p99 <= 350 },
    { name: 'G2 answers other than 303', value: wrong, target: '0', met: wrong === 0 },
  ];
}

async function measureGets(): Promise<Row[]> {
  const path = `/apply/${cycle}/mentee`;
  const ours: number[] = [];
  const bare: number[] = [];
  for (let turn = 0; turn < 4; turn++) {
    const mine = await load(env.BENCH_URL, gets(path, 800), CLIENTS);
    const theirs = await load(env.BENCH_BARE_URL, gets('/page', 800), CLIENTS);
    if (turn > 0) ours.push(mine.perSecond);
    if (turn > 0) bare.push(theirs.perSecond);
  }
  const ratio = median(ours) / median(bare);
  return [
    { name: 'G1 form start page', value: round(median(ours)), unit: '/s' },
    { name: 'G1 form start page / bare static page', value: round(ratio, 2), target: '≥ 0.50', met: ratio >= 0.5 },
  ];
}

/** Pages are measured on an idle machine: the receipts of the submissions go first. */
async function untilMailIsOut(): Promise<void> {
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 1 });
  const waiting = async () =>
    (await pool.query("SELECT FROM outbox_messages WHERE state IN ('queued', 'sending') LIMIT 1")).rowCount;
  for (let second = 0; second < 120 && (await waiting()); second += 1)
    await new Promise((resolve) => setTimeout(resolve, 1000));
  await pool.end();
}

async function measureOthers(): Promise<Row[]> {
  await untilMailIsOut();
  const gets = await measureGets();
  return [...gets, ...(await measurePages(env.BENCH_URL, cycle, env.CHROMIUM_PATH, (text) => gzipSync(text).length))];
}

const submitted = await measureSubmissions();
writeFileSync(env.BENCH_OUT, JSON.stringify(env.BENCH_RUSH ? submitted : [...submitted, ...(await measureOthers())]));
