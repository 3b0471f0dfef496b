import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lockConflict } from '@/domain/matching/locks';
import { solve } from '@/domain/matching/solve';
import { verify } from '@/domain/matching/verify';
import { runs } from './runs';
import { bruteForce } from './brute-force';
import { fromTable, reordered, smallProblem } from './small-problems';

const solved = (problem: Parameters<typeof solve>[0]) => {
  const answer = solve(problem);
  if (!answer) throw new Error('Nobody cancelled.');
  return answer;
};
const pairsOf = (problem: Parameters<typeof solve>[0]) =>
  solved(problem).matches.map(({ mentee, mentor }) => [mentee, mentor]);

it('finds the plan that trying all plans finds, and proves it', () => {
  fc.assert(
    fc.property(smallProblem, (problem) => {
      fc.pre(lockConflict(problem) === null);
      expect(pairsOf(problem)).toEqual(bruteForce(problem)?.plan);
      expect(verify(problem, solved(problem))).toEqual([]);
    }),
    runs(Number(process.env.MATCHER_CASES ?? 1200)),
  );
});

it('refuses locks exactly when no plan keeps them', () => {
  fc.assert(
    fc.property(smallProblem, (problem) => {
      const impossible = bruteForce({ ...problem, objective: 'participation' }) === null;
      expect(lockConflict(problem) !== null).toBe(impossible);
    }),
    runs(400),
  );
});

it('never lets the private part change who is matched', () => {
  fc.assert(
    fc.property(smallProblem, fc.infiniteStream(fc.nat(20_000)), (problem, stream) => {
      fc.pre(lockConflict(problem) === null);
      const other = { ...problem, privatePart: problem.fit.map(() => stream.next().value) };
      const { privatePart: _, ...without } = problem;
      expect(solved(other).unmatched).toEqual(solved(problem).unmatched);
      expect(solved(without).unmatched).toEqual(solved(problem).unmatched);
      expect(solved(other).who).toEqual(solved(problem).who);
    }),
    runs(400),
  );
});

it('gives the same plan in every order of rows', () => {
  const shuffled = smallProblem.chain((problem) =>
    fc.record({
      problem: fc.constant(problem),
      rows: fc.shuffledSubarray([...problem.mentees.keys()], { minLength: problem.mentees.length }),
      columns: fc.shuffledSubarray([...problem.mentors.keys()], { minLength: problem.mentors.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ problem, rows, columns }) => {
      fc.pre(lockConflict(problem) === null);
      const answer = solved(reordered(problem, rows, columns));
      expect(answer.matches).toEqual(solved(problem).matches);
      expect(answer.unmatched).toEqual(solved(problem).unmatched);
    }),
    runs(400),
  );
});

it('matches one more before it matches better', () => {
  const table = [
    [90_000, 10_000],
    [80_000, null],
  ];
  expect(pairsOf(fromTable(table))).toEqual([
    ['e0', 'm1'],
    ['e1', 'm0'],
  ]);
  expect(pairsOf(fromTable(table, { objective: 'quality', minimumScore: 50_000 }))).toEqual([['e0', 'm0']]);
});

it('lifts the worse match when the plan is balanced', () => {
  const table = [
    [100_000, 60_000],
    [50_000, 5_000],
  ];
  const spread = fromTable(table.map((row) => [...row]));
  expect(pairsOf({ ...spread, fit: Int32Array.of(100_000, 60_000, 50_000, 11_000) })).toEqual([
    ['e0', 'm0'],
    ['e1', 'm1'],
  ]);
  expect(pairsOf({ ...spread, fit: Int32Array.of(100_000, 60_000, 50_000, 11_000), fairness: 'balanced' })).toEqual([
    ['e0', 'm1'],
    ['e1', 'm0'],
  ]);
});

it('serves the higher priority when somebody must wait', () => {
  const problem = fromTable([[90_000], [10_000]]);
  const mentees = [
    { id: 'e0', priority: 1 },
    { id: 'e1', priority: 2 },
  ];
  expect(solved(problem).unmatched).toEqual(['e1']);
  expect(solved({ ...problem, mentees }).unmatched).toEqual(['e0']);
});

it('keeps the previous plan among equals', () => {
  const table = [
    [50_000, 50_000],
    [50_000, 50_000],
  ];
  for (const previous of [[['e0', 'm0']] as const, [['e0', 'm1']] as const]) {
    expect(pairsOf(fromTable(table, { previous }))).toContainEqual(previous[0]);
  }
});

it('names a smallest set of locks that cannot all hold', () => {
  const locks = [
    ['e0', 'm0'],
    ['e1', 'm0'],
    ['e2', 'm0'],
    ['e2', 'm1'],
  ] as const;
  const problem = fromTable(
    [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
    {
      locks,
      mentors: [
        { id: 'm0', capacity: 2 },
        { id: 'm1', capacity: 1 },
      ],
    },
  );
  expect(() => solve(problem, { nameOf: (id) => id.toUpperCase() })).toThrow(
    expect.objectContaining({
      code: 'matching.lock_conflict',
      detail: 'E2 with M0 and E2 with M1 give one mentee two mentors.',
    }),
  );
});

it('lets nobody mentor their own mentor, at the least loss of fit', () => {
  const table = [
    [null, 90_000, 40_000],
    [80_000, null, 50_000],
  ];
  const problem = fromTable(table, {
    bothRoles: [
      ['e0', 'm0'],
      ['e1', 'm1'],
    ],
  });
  expect(pairsOf(problem)).toEqual([
    ['e0', 'm1'],
    ['e1', 'm2'],
  ]);
  expect(verify(problem, solved(problem))).toEqual([]);
  expect(pairsOf({ ...problem, locks: [['e1', 'm0']] })).toEqual([
    ['e0', 'm2'],
    ['e1', 'm0'],
  ]);
});

it('proves every plan with people in both roles, and still decides who by fit alone', () => {
  const bothRoles = fc.uniqueArray(fc.nat(3), { minLength: 2 });
  fc.assert(
    fc.property(smallProblem, bothRoles, (drawn, people) => {
      const problem = { ...drawn, bothRoles: people.map((person) => [`e${person}`, `m${person}`] as const) };
      fc.pre(lockConflict(problem) === null);
      const { privatePart: _, ...without } = problem;
      expect(verify(problem, solved(problem))).toEqual([]);
      expect(solved(without).unmatched).toEqual(solved(problem).unmatched);
    }),
    runs(400),
  );
});

it('stops when asked and says how far it is', () => {
  const problem = fromTable([[1], [2], [3]]);
  const heard: unknown[] = [];
  solve(problem, { onProgress: (progress) => heard.push(progress) });
  expect(heard.at(-1)).toEqual({ aim: 'who', done: 9, total: 9, share: 0 });
  let asked = 0;
  expect(solve(problem, { cancelled: () => (asked += 1) > 2 })).toBeNull();
});
