import { expect, it } from 'vitest';
import { arrange } from '@/domain/matching/arrange';
import { searchPlan, type SolveProgress } from '@/domain/matching/plan-search';
import type { Problem, Proof } from '@/domain/matching/problem';
import { solve } from '@/domain/matching/solve';
import { verify } from '@/domain/matching/verify';
import { drawn } from './kernels/watching';
import { fromTable } from './small-problems';

const found = (problem: Problem): Proof =>
  searchPlan({ problem, arranged: arrange(problem), aim: 'who', keep: [], hooks: {} });

it('proves every stage but the ties, in the order of the problem', () => {
  const problem = fromTable(
    [
      [90_000, 10_000, null],
      [80_000, 70_000, 60_000],
      [50_000, 40_000, 95_000],
    ],
    {
      mentees: ['zoe', 'ann', 'bob'].map((id) => ({ id, priority: 1 })),
      mentors: [
        { id: 'y', capacity: 1 },
        { id: 'x', capacity: 1 },
        { id: 'w', capacity: 0 },
      ],
      previous: [['ann', 'y']],
      fairness: 'balanced',
    },
  );
  expect(found(problem)).toEqual({
    floor: null,
    givenUp: [],
    matches: [
      ['ann', 'x'],
      ['zoe', 'y'],
    ],
    stages: [
      {
        mentees: [0, 0, 0],
        mentors: [1, 1, 0],
        stage: 'participation',
        value: 2,
      },
      {
        mentees: [277778, 270833, 0],
        mentors: [659722, 555556, 0],
        stage: 'balanced',
        value: 1763889,
      },
      {
        mentees: [40000, 30000, 0],
        mentors: [50000, 40000, 0],
        stage: 'total',
        value: 160000,
      },
      {
        mentees: [0, 0, 0],
        mentors: [0, 0, 0],
        stage: 'kept',
        value: 0,
      },
    ],
  });
  const locked: Problem = { ...problem, locks: [['ann', 'x']], fairness: 'maximin', previous: [] };
  expect(found(locked)).toEqual({
    floor: {
      beyond: {
        mentees: [0, 0, 0],
        mentors: [0, 0, 0],
        value: 0,
      },
      score: 90000,
    },
    givenUp: [],
    matches: [['zoe', 'y']],
    stages: [
      {
        mentees: [0, 0, 0],
        mentors: [1, 0, 0],
        stage: 'participation',
        value: 1,
      },
      {
        mentees: [90000, 0, 0],
        mentors: [0, 0, 0],
        stage: 'total',
        value: 90000,
      },
    ],
  });
});

const heardOf = (problem: Problem): SolveProgress[] => {
  const heard: SolveProgress[] = [];
  solve(problem, { onProgress: (progress) => heard.push(progress) });
  return heard;
};
const brief = ({ aim, done, total, share }: SolveProgress) => `${aim} ${done}/${total} ${share}`;

it('says how far it is, stage by stage, and never takes it back', () => {
  const table = Array.from({ length: 4 }, (_, row) => [row * 1000, 50_000 - row, 7]);
  const problem = fromTable(table, { fairness: 'balanced', privatePart: new Int32Array(12) });
  expect(heardOf(problem).map(brief)).toEqual([
    'who 0/16 null',
    'who 0/16 null',
    'who 0/16 null',
    'who 4/16 null',
    'who 4/16 null',
    'who 5/16 null',
    'who 8/16 null',
    'who 8/16 null',
    'who 8/16 null',
    'who 10/16 null',
    'who 12/16 null',
    'who 12/16 null',
    'who 12/16 null',
    'who 15/16 null',
    'who 16/16 0',
    'with whom 0/12 null',
    'with whom 0/12 null',
    'with whom 3/12 null',
    'with whom 3/12 null',
    'with whom 4/12 null',
    'with whom 6/12 null',
    'with whom 6/12 null',
    'with whom 6/12 null',
    'with whom 8/12 null',
    'with whom 9/12 null',
    'with whom 9/12 null',
    'with whom 9/12 null',
    'with whom 12/12 0',
  ]);
  const picky = fromTable(table, { objective: 'quality', minimumScore: 5 });
  expect(heardOf(picky).map(brief)).toEqual([
    'who 0/8 null',
    'who 0/8 null',
    'who 1/8 null',
    'who 4/8 null',
    'who 4/8 null',
    'who 4/8 null',
    'who 7/8 null',
    'who 8/8 0',
  ]);
});

it('says how far the plan can be from the best, once all pairs were compared, and proves it', () => {
  const [rows, columns] = [160, 140];
  const usual = drawn(1, columns, 60_000);
  const table = Array.from({ length: rows }, (_, row) =>
    drawn(row, columns, 40_000).map((fit, at) => fit + usual[at]!),
  );
  const mentors = usual.map((_, column) => ({ id: `m${column}`, capacity: column % 3 }));
  const problem = fromTable(table, { mentors, objective: 'quality' });
  const shares = heardOf(problem).map(({ share }) => share);
  expect([...new Set(shares)].map(String).join(' ')).toBe('null 0.00008440144089804809 0');
  const answer = solve(problem);
  expect(answer && verify(problem, answer)).toEqual([]);
});
