import { expect, it } from 'vitest';
import type { AnyProblem, Fairness, WideProblem } from '@/domain/matching/problem';
import { solve } from '@/domain/matching/solve';
import { verify } from '@/domain/matching/verify';
import { PairWriter } from '@/domain/matching/kernels/pair-list';
import { seededRandom } from '../../../prisma/demo/random';

const [ROWS, COLUMNS] = [700, 60];

/** Counts what is read between two questions whether to go on. */
class Watch {
  asked = 0;
  most = 0;
  private since = 0;
  constructor(private readonly stopAt = Infinity) {}

  read(): void {
    this.since += 1;
    this.most = Math.max(this.most, this.since);
  }

  readonly ask = (): boolean => {
    this.since = 0;
    this.asked += 1;
    return this.asked >= this.stopAt;
  };
}

const random = seededRandom(9);
const SCORES = Array.from({ length: ROWS }, () => Int32Array.from({ length: COLUMNS }, () => random.whole(100_001)));

function problemOf(pairs: WideProblem['pairs'], fairness: Fairness): AnyProblem {
  const mentees = SCORES.map((_, row) => ({ id: `e${String(row).padStart(4, '0')}`, priority: 1 }));
  const mentors = Array.from({ length: COLUMNS }, (_, column) => ({ id: `m${column + 10}`, capacity: 8 }));
  const terms = { locks: [], vetoes: [], previous: [], bothRoles: [], minimumScore: 0, levels: 5, seed: '' };
  return { ...terms, mentees, mentors, objective: 'participation', fairness, pairs };
}

const rowsOf = (watch: Watch): WideProblem['pairs'] => ({
  rowOf: (row) => {
    watch.read();
    return SCORES[row] ?? new Int32Array(0);
  },
});

function listOf(): WideProblem['pairs'] {
  const list = new PairWriter(ROWS, ROWS * COLUMNS);
  SCORES.forEach((scores, row) => {
    scores.forEach((score, column) => list.add(column, score));
    list.endRow(row);
  });
  return list.done();
}

const FAIRNESS: Fairness[] = ['none', 'balanced', 'maximin', 'leximin'];

it.each(FAIRNESS)('asks whether to go on before it has read many rows, solving and proving: %s', (fairness) => {
  const watch = new Watch();
  const answer = solve(problemOf(rowsOf(watch), fairness), { cancelled: watch.ask });
  if (!answer) throw new Error('Nobody cancelled.');
  // The usual scores of columns are read off 128 rows at once; everything else asks far more often.
  expect(watch.most).toBeLessThanOrEqual(160);
  const proving = new Watch();
  const stop = new Error('stopped');
  const ask = () => {
    if (proving.ask()) throw stop;
  };
  expect(verify(problemOf(rowsOf(proving), fairness), answer, ask)).toEqual([]);
  expect(proving.asked).toBeGreaterThanOrEqual(Math.floor(ROWS / 16));
  expect(() =>
    verify(problemOf(rowsOf(new Watch()), fairness), answer, () => {
      throw stop;
    }),
  ).toThrow(stop);
});

it.each(FAIRNESS)('gives nothing when it is cancelled, at whatever moment: %s', (fairness) => {
  for (const pairs of [rowsOf(new Watch()), listOf()]) {
    const all = new Watch();
    solve(problemOf(pairs, fairness), { cancelled: all.ask });
    const step = Math.max(1, Math.floor(all.asked / 12));
    for (let at = 1; at <= all.asked; at += step) {
      const watch = new Watch(at);
      expect([at, solve(problemOf(pairs, fairness), { cancelled: watch.ask })]).toEqual([at, null]);
      expect(watch.asked).toBe(at);
    }
  }
});
