import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pricesOf } from '@/domain/matching/prices';
import { NOT_ALLOWED, type Problem } from '@/domain/matching/problem';
import { solve } from '@/domain/matching/solve';
import { canKeep, openSession } from '@/domain/matching/whatif/session';
import { runs } from './runs';

const solvePublic = (problem: Problem) => solve(problem) ?? { matches: [] };
const prices = (problem: Problem) => pricesOf(problem, canKeep(problem) ? openSession(problem) : null, solvePublic);

const problemOf = (fit: readonly (readonly number[])[], capacities: readonly number[]): Problem => ({
  mentees: fit.map((_, row) => ({ id: `e${row}`, priority: 1 })),
  mentors: capacities.map((capacity, column) => ({ id: `m${column}`, capacity })),
  fit: Int32Array.from(fit.flat()),
  locks: [],
  vetoes: [],
  previous: [],
  bothRoles: [],
  objective: 'participation',
  minimumScore: 0,
  fairness: 'none',
  seed: 'prices',
});

it('tells what a choice costs all others, and what one more place gains', () => {
  const problem = problemOf(
    [
      [90_000, 80_000],
      [85_000, 20_000],
      [10_000, 15_000],
    ],
    [1, 1],
  );
  // Best: e0 with m1 and e1 with m0, 165 points; e2 waits.
  expect(prices(problem)).toEqual({
    choices: [
      { menteeId: 'e0', choices: [{ mentorId: 'm0', fit: 90_000, othersLose: 65_000, matchedChange: 0 }] },
      { menteeId: 'e1', choices: [{ mentorId: 'm1', fit: 20_000, othersLose: -10_000, matchedChange: 0 }] },
      {
        menteeId: 'e2',
        choices: [
          { mentorId: 'm1', fit: 15_000, othersLose: 75_000, matchedChange: 0 },
          { mentorId: 'm0', fit: 10_000, othersLose: 85_000, matchedChange: 0 },
        ],
      },
    ],
    places: [
      // Then e1 stays, e0 joins, and e2 has m1.
      { mentorId: 'm0', matchedChange: 1, fitChange: 25_000 },
      { mentorId: 'm1', matchedChange: 1, fitChange: 15_000 },
    ],
  });
});

it('tells the same by prices that are kept as by solving again', () => {
  const scores = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 100_000 }) }, fc.constant(NOT_ALLOWED));
  const problems = fc
    .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 4 }) })
    .chain(({ rows, columns }) =>
      fc.record({
        fit: fc.array(fc.array(scores, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
        capacities: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: columns, maxLength: columns }),
        fairness: fc.constantFrom('none' as const, 'balanced' as const),
      }),
    );
  fc.assert(
    fc.property(problems, ({ fit, capacities, fairness }) => {
      const problem = { ...problemOf(fit, capacities), fairness };
      const again = pricesOf(problem, null, solvePublic);
      const kept = prices(problem);
      expect(kept.places).toEqual(again.places);
      for (const { menteeId, choices } of kept.choices) {
        const other = again.choices.find((entry) => entry.menteeId === menteeId)?.choices ?? [];
        for (const choice of choices) {
          const same = other.find(({ mentorId }) => mentorId === choice.mentorId);
          if (same) expect(choice).toEqual(same);
        }
      }
    }),
    runs(300),
  );
});
