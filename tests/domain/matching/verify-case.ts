import { PairWriter } from '@/domain/matching/kernels/pair-list';
import { NOT_ALLOWED, type AnyProblem, type Answer, type Problem } from '@/domain/matching/problem';
import { solve } from '@/domain/matching/solve';
import { fromTable } from './small-problems';

const TABLE = [
  [90_000, 40_000, null, 20_000],
  [80_000, 70_000, 10_000, 10_000],
  [85_000, 30_000, 60_000, null],
  [70_000, null, 50_000, null],
  [60_000, 20_000, null, 90_000],
];
export const PROBLEM: Problem = fromTable(TABLE, {
  mentors: [
    { id: 'm0', capacity: 2 },
    { id: 'm1', capacity: 1 },
    { id: 'm2', capacity: 1 },
    { id: 'm3', capacity: 1 },
  ],
  privatePart: Int32Array.from(TABLE.flat(), (_, cell) => (cell * 3571) % 20_001),
  locks: [['e4', 'm3']],
  vetoes: [['e1', 'm2']],
  previous: [['e0', 'm0']],
  fairness: 'balanced',
});

export function solved(problem: Problem): Answer {
  const answer = solve(problem);
  if (!answer) throw new Error('Nobody cancelled.');
  return answer;
}

/** Each copy of `value` with one thing changed in it: a number by 1, a text, a yes or no, an entry left out. */
export function tampered(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, value - 1, value + 0.5];
  if (typeof value === 'string') return [`${value}x`];
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value)) {
    const shorter = value.map((_, i) => value.toSpliced(i, 1));
    return [...shorter, ...value.flatMap((item, i) => tampered(item).map((other) => value.with(i, other)))];
  }
  if (value instanceof Int32Array)
    return [...value.keys()].flatMap((at) => [1, -1].map((by) => value.with(at, (value[at] ?? 0) + by)));
  if (value === null || typeof value !== 'object') return [1];
  return Object.entries(value).flatMap(([key, item]) => tampered(item).map((other) => ({ ...value, [key]: other })));
}

export const asRows = ({ fit, ...terms }: Problem): AnyProblem => {
  const width = terms.mentors.length;
  return { ...terms, pairs: { rowOf: (row) => fit.subarray(row * width, (row + 1) * width) } };
};
export const asList = ({ fit, ...terms }: Problem): AnyProblem => {
  const width = terms.mentors.length;
  const list = new PairWriter(terms.mentees.length, 1);
  terms.mentees.forEach((_, row) => {
    fit.subarray(row * width, (row + 1) * width).forEach((score, column) => {
      if (score !== NOT_ALLOWED) list.add(column, score);
    });
    list.endRow(row);
  });
  return { ...terms, pairs: list.done() };
};
