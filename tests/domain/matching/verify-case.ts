import type { Answer, Problem } from '@/domain/matching/problem';
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
