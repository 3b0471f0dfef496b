// The matcher: score, solve and prove in memory; and a cycle of 500 × 220 from the database to a saved plan with reasons.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { log } from '../src/lib/log';
import { fillCycle, inventCycle, matchInMemory, type Size } from './matcher-cycles';
import { engineRows } from './matcher-engine';
import type { Row } from './matcher-race';

/** Targets of the first size only: the second is measured as a whole, from the database to the saved plan. */
const SIZES: readonly (Size & { warmMs?: number; freshMs?: number })[] = [
  { mentees: 200, mentors: 80, warmMs: 10, freshMs: 50 },
  { mentees: 500, mentors: 220 },
];
const ROUNDS = 5;
const SAVED_MS = 2000;

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number) => Number(value.toFixed(1));
const nameOf = ({ mentees, mentors }: Size) => `${mentees} × ${mentors}`;

function row(name: string, value: number, atMost?: number): Row {
  const rounded = round(value);
  return {
    name,
    value: rounded,
    unit: 'ms',
    target: atMost ? `≤ ${atMost} ms` : '',
    ...(atMost ? { met: rounded <= atMost } : {}),
  };
}

/** Rounds that nobody counts: after so many the code is compiled, as in a worker that has solved before. */
const UNCOUNTED = 20;

/** Warm: the median of five rounds in such a worker. */
function measureInMemory(size: (typeof SIZES)[number]): Row[] {
  const cycle = inventCycle(size);
  for (let round = 0; round < UNCOUNTED; round += 1) matchInMemory(cycle);
  const rounds = Array.from({ length: ROUNDS }, () => matchInMemory(cycle));
  const of = (part: 'score' | 'solve' | 'verify') => median(rounds.map((one) => one[part]));
  const [score, solve, verify] = [of('score'), of('solve'), of('verify')];
  return [
    row(`${nameOf(size)}: score`, score),
    row(`${nameOf(size)}: solve (who, then with whom)`, solve),
    row(`${nameOf(size)}: verify`, verify),
    row(`${nameOf(size)}: all three, warm`, score + solve + verify, size.warmMs),
  ];
}

/** The same in a process of its own, from before the first pair is scored. */
function measureFresh(size: (typeof SIZES)[number]): Row {
  const file = new URL('./matcher-cycles.ts', import.meta.url).pathname;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', file, String(size.mentees), String(size.mentors)]);
  return row(`${nameOf(size)}: all three in a fresh process`, Number(stdout), size.freshMs);
}

async function measureSaving(size: Size): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bookend-bench-'));
  process.env.DATA_DIR = folder;
  log.level = 'silent';
  const { startStack } = await import(new URL('../scripts/lib/stack.mjs', import.meta.url).href);
  const stack = await startStack({ mode: 'production', demo: false, port: 3999 });
  try {
    const { first, warm } = await fillCycle(size, { owner: stack.owner, worker: stack.worker }, ROUNDS);
    return [
      row(`${nameOf(size)}: from database to saved plan, first run of a worker`, first, SAVED_MS),
      row(`${nameOf(size)}: from database to saved plan, warm`, median(warm), SAVED_MS),
    ];
  } finally {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(...measureInMemory(size), measureFresh(size));
  rows.push(...(await measureSaving({ mentees: 500, mentors: 220 })));
  rows.push(...engineRows(process.env.BENCH_FULL === '1'));
  return rows;
}

const [out] = process.argv.slice(2);
const rows = await run();
if (out) writeFileSync(out, JSON.stringify(rows));
else console.table(rows.map(({ name, value, unit, target }) => ({ name, value, unit, target })));
