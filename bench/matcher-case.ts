// One measurement of the engine in a process of its own: warm code, fresh memory. Prints numbers as JSON.
import { readFileSync, writeFileSync } from 'node:fs';
import { leximinLevel, totalLevel, type Level } from '../src/domain/matching/engine/levels';
import { solveStages } from '../src/domain/matching/engine/staged';
import type { PairList, ScoreRows } from '../src/domain/matching/kernels/pair-list';
import type { AnyProblem, Fairness } from '../src/domain/matching/problem';
import { solve } from '../src/domain/matching/solve';
import { verify } from '../src/domain/matching/verify';
import { dense, places, scorer, sparse, type Kind } from './matcher-instances';
import { questionTimes } from './matcher-questions';

type Numbers = Record<string, number>;
type Instance = { rows: number; columns: number; capacity: Int32Array; pairs: PairList | ScoreRows };

const quiet = { pulse: () => undefined, onBound: () => undefined };
const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);

/** Participation, then the levels, over all pairs; with the sum of scores. */
function solveInstance(
  { rows, columns, capacity, pairs }: Instance,
  levels: readonly Level[],
  steps: readonly number[] = [],
): number {
  const face = { rows, columns, capacity, rowMust: new Uint8Array(rows), columnMust: new Uint8Array(columns), pairs };
  const begin = new Int32Array(rows).fill(-1);
  const market = { face, priority: new Int32Array(rows).fill(1), floor: null, levels, steps, begin };
  return solveStages(market, quiet).stages.at(-1)?.value ?? 0;
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}

/** Small instances first, so that the code is compiled as in a worker that has solved before. */
function warmUp(): void {
  for (const kind of ['realistic', 'random', 'ties'] as const) {
    for (const share of [1, 0.8, 1.2]) {
      const { rows, columns, scores } = dense(kind, 600, 600);
      const rowOf = (row: number) => scores.subarray(row * columns, (row + 1) * columns);
      solveInstance({ rows, columns, capacity: places(rows, 600, share), pairs: { rowOf } }, [totalLevel]);
    }
    if (kind === 'ties') continue;
    const pairs = sparse(kind, { rows: 600, columns: 300 }, 20);
    solveInstance({ rows: 600, columns: 300, capacity: places(600, 300, 1), pairs }, [totalLevel]);
  }
}

function readDense(path: string): Instance {
  const bytes = readFileSync(path);
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const [rows = 0, columns = 0] = numbers;
  const scores = numbers.subarray(2 + columns);
  const rowOf = (row: number) => scores.subarray(row * columns, (row + 1) * columns);
  return { rows, columns, capacity: numbers.slice(2, 2 + columns), pairs: { rowOf } };
}

function readSparse(path: string): Instance {
  const bytes = readFileSync(path);
  const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const [rows = 0, columns = 0, perRow = 0] = numbers;
  const from = 3 + columns;
  const pairs = {
    start: Int32Array.from({ length: rows + 1 }, (_, row) => row * perRow),
    column: numbers.subarray(from, from + rows * perRow),
    score: numbers.subarray(from + rows * perRow),
  };
  return { rows, columns, capacity: numbers.slice(3, from), pairs };
}

export function problemOf({ rows, columns, capacity, pairs }: Instance, fairness: Fairness): AnyProblem {
  const named = (letter: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${letter}${String(at).padStart(6, '0')}`);
  const terms = { locks: [], vetoes: [], previous: [], bothRoles: [], minimumScore: 0, seed: '', fairness };
  return {
    ...terms,
    objective: 'participation',
    mentees: named('e', rows).map((id) => ({ id, priority: 1 })),
    mentors: named('m', columns).map((id, at) => ({ id, capacity: capacity[at] ?? 0 })),
    pairs,
  };
}

const kindOf = (word: string): Kind => (word === 'random' || word === 'ties' ? word : 'realistic');
const count = (text: string | undefined): number => Number(text ?? 0);

/** The first word names what is measured. */
const CASES: Record<string, (args: readonly string[]) => Numbers> = {
  'make-dense': ([path = '', kind = '', rows, columns, share]) => {
    const made = dense(kindOf(kind), count(rows), count(columns));
    const capacity = places(made.rows, made.columns, count(share));
    writeFileSync(path, Int32Array.of(made.rows, made.columns, ...capacity));
    writeFileSync(path, made.scores, { flag: 'a' });
    return {};
  },
  'make-sparse': ([path = '', kind, rows, columns]) => {
    const size = { rows: count(rows), columns: count(columns) };
    const { column, score } = sparse(kind === 'random' ? 'random' : 'realistic', size, 50);
    writeFileSync(path, Int32Array.of(size.rows, size.columns, 50));
    for (const part of [places(size.rows, size.columns, 1), column, score]) writeFileSync(path, part, { flag: 'a' });
    return {};
  },
  dense: ([path = '']) => {
    const instance = readDense(path);
    warmUp();
    const [total, ms] = timed(() => solveInstance(instance, [totalLevel]));
    return { ms, total };
  },
  sparse: ([path = '']) => {
    const instance = readSparse(path);
    warmUp();
    const [total, ms] = timed(() => solveInstance(instance, [totalLevel]));
    return { ms, total, megabytes: megabytes() };
  },
  'no-matrix': ([rows, columns]) => {
    const size = { rows: count(rows), columns: count(columns) };
    const score = scorer(size.rows, size.columns, 5);
    const into = new Int32Array(size.columns);
    const capacity = places(size.rows, size.columns, 1);
    warmUp();
    const pairs = { rowOf: (row: number) => score(row, into) };
    const [total, ms] = timed(() => solveInstance({ ...size, capacity, pairs }, [totalLevel]));
    return { ms, total, megabytes: megabytes() };
  },
  leximin: ([path = '']) => {
    const steps = Array.from({ length: 39 }, (_, at) => Math.ceil(((at + 1) * 100_000) / 40));
    const instance = readDense(path);
    warmUp();
    const [total, ms] = timed(() => solveInstance(instance, [...steps.map(leximinLevel), totalLevel], steps));
    return { ms, total };
  },
  whole: ([path = '', fairness]) => {
    const problem = problemOf(readDense(path), fairness === 'balanced' ? 'balanced' : 'none');
    warmUp();
    const [answer, ms] = timed(() => solve(problem));
    if (!answer) throw new Error('Cancelled.');
    // The first check compiles; a plan is checked again and again in a worker.
    const checks = [1, 2, 3].map(() => timed(() => verify(problem, answer)));
    if (checks.some(([faults]) => faults.length > 0)) throw new Error('Not proved.');
    return { ms, verifyMs: Math.min(...checks.map(([, spent]) => spent)), total: answer.totalFit };
  },
  cancel: ([path = '', form]) => {
    const problem = problemOf(form === 'sparse' ? readSparse(path) : readDense(path), 'balanced');
    warmUp();
    let [last, longest] = [performance.now(), 0];
    const ask = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      return false;
    };
    const answer = solve(problem, { cancelled: ask });
    if (!answer) throw new Error('Cancelled.');
    verify(problem, answer, ask);
    ask();
    return { ms: longest };
  },
  questions: ([path = '', form]) => {
    return questionTimes(problemOf(form === 'sparse' ? readSparse(path) : readDense(path), 'none'));
  },
};

const [name = '', ...args] = process.argv.slice(2);
process.stdout.write(JSON.stringify(CASES[name]?.(args)));
