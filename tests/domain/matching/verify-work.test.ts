import { expect, it } from 'vitest';
import type { AnyProblem, Answer, Problem } from '@/domain/matching/problem';
import { groundFor, type Ground } from '@/domain/matching/verify-ground';
import { verify } from '@/domain/matching/verify';
import { isBeaten, isBeatenBeyond } from '@/domain/matching/verify-prices';
import { drawn, fingerprint } from './kernels/watching';
import { fromTable } from './small-problems';
import { asList, asRows, solved } from './verify-case';

/** Forty mentees and nineteen mentors: more than are compared at a time. */
const MANY = fromTable(
  Array.from({ length: 40 }, (__, row) =>
    drawn(row, 19, 100_000).map((fit, column) => ((row + column) % 9 === 0 ? null : fit)),
  ),
  {
    mentors: Array.from({ length: 19 }, (__, column) => ({ id: `m${column}`, capacity: column % 4 })),
    vetoes: [['e3', 'm7']],
    previous: [['e5', 'm2']],
  },
);

/** Which pairs are looked at closely, how many rows are read, and how often it is asked whether to go on. */
function looked(problem: AnyProblem, answer: Answer, side: 'who' | 'withWhom') {
  const proof = answer[side];
  if (!proof) throw new Error('There is no such plan.');
  const index = {
    row: new Map(problem.mentees.map(({ id }, row) => [id, row])),
    column: new Map(problem.mentors.map(({ id }, column) => [id, column])),
  };
  let asked = 0;
  const among = side === 'who' ? null : new Set(answer.who.matches.map(([id]) => id));
  const ground = groundFor(problem, index, { side, proof, among, ask: () => (asked += 1) });
  const cells: number[] = [];
  const struck = new Set(ground.struck);
  struck.has = (cell) => {
    cells.push(cell);
    return ground.struck.has(cell);
  };
  const rows: number[] = [];
  const watched: Ground = {
    ...ground,
    struck,
    fitsOf: (row) => {
      rows.push(row);
      return ground.fitsOf(row);
    },
  };
  const beaten = [isBeaten(watched), isBeatenBeyond(watched)].join();
  return `${beaten}: ${cells.length} pairs of ${rows.length} rows, asked ${asked}, ${fingerprint(cells, rows)}`;
}

it('looks closely only at pairs that could be worth more than their prices', () => {
  const fairness = ['none', 'balanced', 'maximin', 'leximin'] as const;
  const told = fairness.flatMap((kind) => {
    const problem: Problem = { ...MANY, fairness: kind, levels: 3 };
    const secret = { ...problem, privatePart: Int32Array.from(drawn(9, problem.fit.length, 20_001)) };
    const [answer, both] = [solved(problem), solved(secret)];
    return [
      `${kind}: ${looked(problem, answer, 'who')}`,
      `${kind}, rows: ${looked(asRows(problem), answer, 'who')}`,
      `${kind}, list: ${looked(asList(problem), answer, 'who')}`,
      `${kind}, private: ${looked(secret, both, 'withWhom')}`,
    ];
  });
  const quality: Problem = { ...MANY, objective: 'quality', minimumScore: 40_000, previous: [] };
  told.push(`quality: ${looked(quality, solved(quality), 'who')}`);
  expect(told).toEqual([
    'none: false,false: 29 pairs of 40 rows, asked 3, 7f4fb3811fe1',
    'none, rows: false,false: 29 pairs of 40 rows, asked 3, 7f4fb3811fe1',
    'none, list: false,false: 498 pairs of 0 rows, asked 1, 82a30b91fb1e',
    'none, private: false,false: 37 pairs of 27 rows, asked 3, 25991575ec24',
    'balanced: false,false: 28 pairs of 40 rows, asked 3, 769915d8fc83',
    'balanced, rows: false,false: 28 pairs of 40 rows, asked 3, 769915d8fc83',
    'balanced, list: false,false: 498 pairs of 0 rows, asked 1, 82a30b91fb1e',
    'balanced, private: false,false: 36 pairs of 27 rows, asked 3, 91ffbd5d7b12',
    'maximin: false,false: 498 pairs of 80 rows, asked 6, 91a09cece397',
    'maximin, rows: false,false: 498 pairs of 80 rows, asked 6, 91a09cece397',
    'maximin, list: false,false: 498 pairs of 0 rows, asked 2, 82a30b91fb1e',
    'maximin, private: false,false: 335 pairs of 54 rows, asked 6, db64d210dd3a',
    'leximin: false,false: 347 pairs of 40 rows, asked 3, 0a4ee4406983',
    'leximin, rows: false,false: 347 pairs of 40 rows, asked 3, 0a4ee4406983',
    'leximin, list: false,false: 498 pairs of 0 rows, asked 1, 82a30b91fb1e',
    'leximin, private: false,false: 251 pairs of 27 rows, asked 3, 7228ba0b106b',
    'quality: false,false: 41 pairs of 40 rows, asked 3, dd231f32f68b',
  ]);
});

it('asks as often as this whether to go on', () => {
  const answer = solved(MANY);
  const asked = [MANY, asRows(MANY), asList(MANY)].map((problem) => {
    let count = 0;
    expect(verify(problem, answer, () => (count += 1))).toEqual([]);
    return count;
  });
  expect(asked.join(' ')).toBe('14 14 12');
});
