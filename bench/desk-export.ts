// A file of 10,000 applications: the time from the database to the last byte, and the memory, beside `pg` and a stringifier.
import { readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import pg from 'pg';
import { z } from 'zod';
import { db } from '../src/db/client';
import { listExported, listExportedQuestions, readExported } from '../src/features/applications/export/queries';
import { headingsOf } from '../src/features/applications/export/schema';
import { readFilter } from '../src/features/applications/inbox/schema';
import { writeRows } from '../src/lib/csv';
import { writeWorkbook } from '../src/lib/workbook';
import type { Row } from './web';

const env = z.object({ BENCH_KEPT: z.string(), BENCH_OUT: z.string(), DATABASE_URL: z.url() }).parse(process.env);
const { userId } = z.object({ userId: z.string() }).parse(JSON.parse(readFileSync(env.BENCH_KEPT, 'utf8')));
const ROUNDS = 5;

const cycle = await db.cycle.findUniqueOrThrow({ where: { code: 'B10' }, select: { id: true, timeZone: true } });
const viewer = { userId, closed: [userId], reviews: true, discussions: true, names: true };
const filter = readFilter(new URLSearchParams('?mine=all'), true);
const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 1 });
const questions = await listExportedQuestions(cycle.id);

/** The same columns and rows, in one query and one text; no fence, no wording. */
async function bare(): Promise<number> {
  const answers = questions.map(({ name }) => `answers->>'${name}'`).join(', ');
  const { rows } = await pool.query<unknown[]>({
    text: `SELECT reference, name, role, state, submitted_at, places, review_count, later_by, discuss_since, ${answers}
      FROM applications WHERE cycle_id = $1 AND state NOT IN ('draft', 'withdrawn') ORDER BY id`,
    values: [cycle.id],
    rowMode: 'array',
  });
  return Buffer.byteLength(stringify(rows));
}

async function* csv() {
  const ids = await listExported(cycle.id, viewer, filter);
  yield writeRows([headingsOf(questions)]);
  for await (const rows of readExported(ids, { cycle, viewer, questions })) yield writeRows(rows);
}

async function* xlsx() {
  const ids = await listExported(cycle.id, viewer, filter);
  const rows = readExported(ids, { cycle, viewer, questions });
  yield* writeWorkbook({ name: 'B10', headings: headingsOf(questions), rows, now: new Date() });
}

async function taken(source: AsyncIterable<string | Uint8Array>): Promise<number> {
  let size = 0;
  for await (const part of source) size += typeof part === 'string' ? Buffer.byteLength(part) : part.length;
  return size;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The median of the times after a first one. */
async function measured(work: () => Promise<number>): Promise<{ ms: number; size: number }> {
  const size = await work();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return { ms: median(times), size };
}

/** How much more is in use at any moment while the file is made, without what waits to be collected, in MB. */
async function heapOf(source: AsyncIterable<string | Uint8Array>): Promise<number> {
  const inUse = () => (globalThis.gc?.(), process.memoryUsage().heapUsed);
  const began = inUse();
  let highest = began;
  let parts = 0;
  for await (const part of source) if (part.length > 0 && parts++ % 4 === 0) highest = Math.max(highest, inUse());
  return (highest - began) / 2 ** 20;
}

const plain = await measured(bare);
const file = await measured(() => taken(csv()));
const book = await measured(() => taken(xlsx()));
const heap = { file: await heapOf(csv()), book: await heapOf(xlsx()) };
const ratio = Number((file.ms / plain.ms).toFixed(2));
const rows: Row[] = [
  { name: 'G4 pg and stringify', value: Math.round(plain.ms), unit: 'ms' },
  { name: 'G4 CSV of 10,000', value: Math.round(file.ms), unit: 'ms' },
  { name: 'G4 CSV / pg and stringify', value: ratio, target: '≤ 4', met: ratio <= 4 },
  { name: 'G4 heap on top', value: Math.round(heap.file), unit: 'MB', target: '≤ 50 MB', met: heap.file <= 50 },
  { name: 'G4 XLSX of 10,000', value: Math.round(book.ms), unit: 'ms' },
  { name: 'G4 heap on top, XLSX', value: Math.round(heap.book), unit: 'MB', target: '≤ 50 MB', met: heap.book <= 50 },
  { name: 'G4 size, CSV', value: Math.round(file.size / 1024), unit: 'KB' },
];
writeFileSync(env.BENCH_OUT, JSON.stringify(rows));
await pool.end();
await db.$disconnect();
