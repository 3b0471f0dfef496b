import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NOT_ALLOWED, type Pair, type Problem, type Proof } from '@/domain/matching/problem';
import { expectedStages, groundFor, worthsOf, type Ground } from '@/domain/matching/verify-ground';
import { isBeaten } from '@/domain/matching/verify-prices';
import { runs } from './runs';
import { fromTable } from './small-problems';

const ROWS = 3;
/** More than the eight that are compared at a time. */
const COLUMNS = 10;
/** Participation, balanced, total, kept. */
const STAGES = 4;

/** Every pair at every stage, by the definition: the first stage that differs decides. */
function isBeatenByDefinition(ground: Ground): boolean {
  const { problem, proof, free, places, fitsOf } = ground;
  const worths = worthsOf(ground);
  return problem.mentees.some((_, row) =>
    problem.mentors.some((__, column) => {
      const fit = fitsOf(row)[column] ?? NOT_ALLOWED;
      if (free[row] === 0 || (places[column] ?? 0) <= 0 || fit < 0) return false;
      const left = proof.stages.map(
        ({ mentees, mentors }, at) =>
          (mentees[row] ?? 0) + (mentors[column] ?? 0) - (worths[at]?.(row, column, fit) ?? 0),
      );
      return (left.find((difference) => difference !== 0) ?? 0) < 0;
    }),
  );
}

function groundOf(problem: Problem, proof: Proof): Ground {
  const index = {
    row: new Map(problem.mentees.map(({ id }, row) => [id, row])),
    column: new Map(problem.mentors.map(({ id }, column) => [id, column])),
  };
  return groundFor(problem, index, { side: 'who', proof, among: null, ask: () => undefined });
}

/** Numbers at which 32 bits overflow or turn round. */
const far = fc
  .tuple(
    fc.constantFrom(2 ** 28, 2 ** 29, 2 ** 30, 2 ** 31, 2 ** 32),
    fc.integer({ min: -2, max: 100_000 }),
    fc.boolean(),
  )
  .map(([size, by, minus]) => (minus ? -size : size) + by);
const rowPrice = fc.oneof(
  { weight: 5, arbitrary: fc.nat(2) },
  { weight: 3, arbitrary: fc.nat(100_000) },
  { weight: 1, arbitrary: far },
);
/** Most columns are priced exactly at their best pair, so that one price less is one too few. */
const slack = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(3) },
  { weight: 1, arbitrary: far.map(Math.abs) },
);
const cut = fc.oneof(fc.constantFrom(0, 0, 1, 2), far.map(Math.abs));

const list = <T>(arbitrary: fc.Arbitrary<T>, length: number) =>
  fc.array(arbitrary, { minLength: length, maxLength: length });
const FITS = fc.oneof(fc.constantFrom(null, 0, 1), fc.integer({ min: 0, max: 100_000 }));

const drawn = fc
  .record({
    table: list(list(FITS, COLUMNS), ROWS),
    capacities: list(fc.constantFrom(0, 1, 1, 2), COLUMNS),
    fairness: fc.constantFrom('none' as const, 'balanced' as const, 'maximin' as const),
    objective: fc.constantFrom('participation' as const, 'quality' as const),
    kept: fc.array(fc.tuple(fc.nat(ROWS - 1), fc.nat(COLUMNS - 1)), { maxLength: 4 }),
    rows: list(list(rowPrice, ROWS), STAGES),
    slacks: list(list(slack, COLUMNS), STAGES),
    change: fc.record({ stage: fc.nat(STAGES - 1), column: fc.nat(COLUMNS - 1), cut }),
  })
  .map(({ table, capacities, fairness, objective, kept, rows, slacks, change }) => {
    const mentors = capacities.map((capacity, column) => ({ id: `m${column}`, capacity }));
    const previous = kept.map(([row, column]): Pair => [`e${row}`, `m${column}`]);
    const problem = fromTable(table, { mentors, fairness, objective, previous });
    const worths = worthsOf(groundOf(problem, { matches: [], givenUp: [], stages: [], floor: null }));
    const stages = expectedStages(problem, 'who').map((stage, at) => {
      const mentees = rows[at] ?? [];
      const columns = mentors.map((_, column) => {
        const wanted = table.map(
          (fits, row) => (worths[at]?.(row, column, fits[column] ?? 0) ?? 0) - (mentees[row] ?? 0),
        );
        const less = at === change.stage && column === change.column ? change.cut : 0;
        return Math.max(...wanted) + (slacks[at]?.[column] ?? 0) - less;
      });
      return { stage, value: 0, mentees, mentors: columns };
    });
    return groundOf(problem, { matches: [], givenUp: [], stages, floor: null });
  });

it('finds a pair that beats its prices exactly where the definition does, however large they are', () => {
  const answers = { yes: 0, no: 0 };
  const { numRuns } = runs(5000);
  fc.assert(
    fc.property(drawn, (ground) => {
      const expected = isBeatenByDefinition(ground);
      answers[expected ? 'yes' : 'no'] += 1;
      expect(isBeaten(ground)).toBe(expected);
    }),
    { numRuns },
  );
  // Both answers are asked for often, or the comparison would say little.
  expect(Math.min(answers.yes, answers.no)).toBeGreaterThan(numRuns / 5);
});

it.each([
  ['a price of the row', 2 ** 32, -(2 ** 32) + 50_000, false],
  ['a price of the row, one too few', 2 ** 32, -(2 ** 32) + 49_999, true],
  ['a price of a column far below zero', 1, -(2 ** 32) + 100_000, true],
  ['a price of a column far above zero', 0, 2 ** 31, false],
])('compares without turning round at 32 bits: %s', (_, row, column, expected) => {
  const problem = fromTable([Array.from({ length: COLUMNS }, () => 50_000)], { objective: 'quality' });
  const mentors = problem.mentors.map((__, at) => (at === COLUMNS - 1 ? column : 50_000 - row));
  const stages: Proof['stages'] = [{ stage: 'total', value: 0, mentees: [row], mentors }];
  expect(isBeaten(groundOf(problem, { matches: [], givenUp: [], stages, floor: null }))).toBe(expected);
});
