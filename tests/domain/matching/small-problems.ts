import fc from 'fast-check';
import { lockConflict } from '@/domain/matching/locks';
import { FAIRNESS, NOT_ALLOWED, type Pair, type Problem } from '@/domain/matching/problem';

export const buildProblem = (over: Partial<Problem> = {}): Problem => ({
  mentees: [],
  mentors: [],
  fit: new Int32Array(0),
  locks: [],
  vetoes: [],
  previous: [],
  bothRoles: [],
  objective: 'participation',
  minimumScore: 0,
  fairness: 'none',
  seed: '',
  ...over,
});

/** Row by row; null stands for a pair that a rule excludes. */
export function fromTable(table: (number | null)[][], over: Partial<Problem> = {}): Problem {
  return buildProblem({
    mentees: table.map((_, row) => ({ id: `e${row}`, priority: 1 })),
    mentors: (table[0] ?? []).map((_, column) => ({ id: `m${column}`, capacity: 1 })),
    fit: Int32Array.from(table.flat(), (value) => value ?? NOT_ALLOWED),
    ...over,
  });
}

const pairs = (n: number, m: number, maxLength: number): fc.Arbitrary<Pair[]> =>
  fc.array(
    fc.tuple(
      fc.nat(n - 1).map((i) => `e${i}`),
      fc.nat(m - 1).map((j) => `m${j}`),
    ),
    { maxLength },
  );

/** Few levels give many ties; gaps give people who must wait. */
const fits = fc.oneof(
  { weight: 2, arbitrary: fc.constant(NOT_ALLOWED) },
  { weight: 4, arbitrary: fc.constantFrom(20_000, 40_000, 60_000, 80_000) },
  { weight: 2, arbitrary: fc.nat(100_000) },
);

export const smallProblem: fc.Arbitrary<Problem> = fc
  .record({ n: fc.integer({ min: 1, max: 5 }), m: fc.integer({ min: 1, max: 4 }) })
  .chain(({ n, m }) =>
    fc.record({
      mentees: fc
        .array(fc.constantFrom(1, 1, 1, 2, 3), { minLength: n, maxLength: n })
        .map((list) => list.map((priority, i) => ({ id: `e${i}`, priority }))),
      mentors: fc
        .array(fc.constantFrom(0, 1, 1, 2, 3), { minLength: m, maxLength: m })
        .map((list) => list.map((capacity, j) => ({ id: `m${j}`, capacity }))),
      fit: fc.array(fits, { minLength: n * m, maxLength: n * m }).map((list) => Int32Array.from(list)),
      privatePart: fc
        .array(fc.constantFrom(0, 5000, 10_000, 20_000), { minLength: n * m, maxLength: n * m })
        .map((list) => Int32Array.from(list)),
      locks: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: pairs(n, m, 2) }),
      vetoes: pairs(n, m, 2),
      previous: pairs(n, m, 3),
      bothRoles: fc.constant([]),
      objective: fc.constantFrom('participation' as const, 'quality' as const),
      minimumScore: fc.constantFrom(0, 40_000),
      fairness: fc.constantFrom(...FAIRNESS),
      levels: fc.constantFrom(3, 7),
      seed: fc.constantFrom('', 'autumn'),
    }),
  );

/** The same problem with its rows and columns in another order. */
export function reordered(problem: Problem, rows: readonly number[], columns: readonly number[]): Problem {
  const width = problem.mentors.length;
  const moved = (matrix: Int32Array) =>
    Int32Array.from(rows.flatMap((row) => columns.map((column) => matrix[row * width + column] ?? 0)));
  return {
    ...problem,
    mentees: rows.flatMap((row) => problem.mentees[row] ?? []),
    mentors: columns.flatMap((column) => problem.mentors[column] ?? []),
    fit: moved(problem.fit),
    ...(problem.privatePart ? { privatePart: moved(problem.privatePart) } : {}),
    locks: problem.locks.toReversed(),
    vetoes: problem.vetoes.toReversed(),
    previous: problem.previous.toReversed(),
  };
}

/** Without a private part, of the kinds that are kept for questions, and without impossible locks. */
export const publicProblem: fc.Arbitrary<Problem> = smallProblem
  .map((problem): Problem => {
    const { privatePart: _, ...rest } = problem;
    return { ...rest, fairness: problem.fairness === 'none' ? 'none' : 'balanced' };
  })
  .filter((problem) => lockConflict(problem) === null);
