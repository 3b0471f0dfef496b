import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_PAIR } from '@/domain/matching/kernels/graph';
import { priceOut } from '@/domain/matching/kernels/price-out';
import { runs } from '../runs';

const ROWS = 4;
const COLUMNS = 7;
const PER_ROW = 2;

type Case = { weights: number[][]; rows: number[]; columns: number[] };

const list = <T>(arbitrary: fc.Arbitrary<T>, length: number) =>
  fc.array(arbitrary, { minLength: length, maxLength: length });
const far = fc
  .tuple(fc.constantFrom(2 ** 29, 2 ** 30, 2 ** 31, 2 ** 32), fc.integer({ min: -3, max: 3 }))
  .map(([size, by]) => size + by);
/** Few numbers, so that many pairs are worth exactly their prices. */
const weight = fc.oneof(
  { weight: 1, arbitrary: fc.constant(NO_PAIR) },
  { weight: 5, arbitrary: fc.nat(4) },
  { weight: 1, arbitrary: fc.nat(2 ** 28) },
);
const drawn: fc.Arbitrary<Case> = fc
  .record({
    weights: list(list(weight, COLUMNS), ROWS),
    rows: list(fc.nat(3), ROWS),
    columns: list(fc.nat(3), COLUMNS),
    moved: fc.oneof(
      fc.constant(0),
      far,
      far.map((size) => -size),
    ),
    priced: fc.boolean(),
    dear: fc.oneof(fc.constant(0), far),
  })
  .map(({ weights, rows, columns, moved, priced, dear }) => {
    const most = priced
      ? columns.map((_, c) => Math.max(...weights.map((row, r) => (row[c] ?? 0) - (rows[r] ?? 0))))
      : columns;
    // What the rows pay more the columns pay less: the same pairs are beaten, by larger numbers.
    return {
      weights,
      rows: rows.map((price, r) => price + moved + (r === 0 ? dear : 0)),
      columns: most.map((price) => price - moved),
    };
  });

/** Every pair with its prices, in plain numbers. */
function byDefinition({ weights, rows, columns }: Case) {
  const gains = weights.map((row, r) =>
    row.map((worth, c) => (worth === NO_PAIR ? -Infinity : worth - (columns[c] ?? 0) - (rows[r] ?? 0))),
  );
  const beaten = gains.flat().filter((gain) => gain > 0).length;
  return {
    beaten,
    lift: gains.reduce((sum, row) => sum + Math.max(0, ...row), 0),
    worst: gains.map((row) =>
      row
        .filter((gain) => gain > 0)
        .toSorted((a, b) => b - a)
        .slice(0, PER_ROW),
    ),
    tight: beaten > 0 ? null : gains.map((row) => [...row.keys()].filter((column) => row[column] === 0)),
  };
}

const run = ({ weights, rows, columns }: Case, limits: { mostHits: number; mostTight: number }) =>
  priceOut(
    {
      rows: weights.length,
      columns: columns.length,
      read: (row) => {
        const own = Int32Array.from(weights[row] ?? []);
        return { weights: own, scores: own };
      },
    },
    { rows: Float64Array.from(rows), columns: Float64Array.from(columns) },
    { perRow: PER_ROW, ...limits },
    () => undefined,
  );

const ALL = { mostHits: COLUMNS, mostTight: ROWS * COLUMNS };

it('finds every pair worth more than its prices, or exactly them, however large they are', () => {
  fc.assert(
    fc.property(drawn, (drawnCase) => {
      const { beaten, lift, worst, tight } = run(drawnCase, ALL);
      const rowsOf = (pairs: typeof worst) =>
        drawnCase.weights.map((_, row) => [...pairs.column.subarray(pairs.start[row], pairs.start[row + 1])]);
      const gain = (row: number, column: number) =>
        (drawnCase.weights[row]?.[column] ?? 0) - (drawnCase.columns[column] ?? 0) - (drawnCase.rows[row] ?? 0);
      expect({
        beaten,
        lift,
        worst: rowsOf(worst).map((columns, row) => columns.map((column) => gain(row, column))),
        tight: tight && rowsOf(tight).map((columns) => columns.toSorted((a, b) => a - b)),
      }).toEqual(byDefinition(drawnCase));
    }),
    runs(3000),
  );
});

it('gives no list of pairs worth their prices when there are more than wanted', () => {
  const even: Case = { weights: [[1, 1, 1]], rows: [1], columns: [0, 0, 0] };
  expect(run(even, { mostHits: 3, mostTight: 3 }).tight?.column).toEqual(Int32Array.of(0, 1, 2));
  expect(run(even, { mostHits: 3, mostTight: 2 }).tight).toBeNull();
});

it('stops a row at as many pairs as are wanted, from a place of its own', () => {
  const same = [2, 2, 2, 2];
  const more: Case = { weights: [same, same], rows: [0, 0], columns: [0, 0, 0, 0] };
  const { beaten, worst } = run(more, { mostHits: 1, mostTight: 9 });
  expect({ beaten, columns: [...worst.column] }).toEqual({ beaten: 2, columns: [0, 3] });
});
