import fc from 'fast-check';
import { expect, it } from 'vitest';
import { totalLevel } from '@/domain/matching/engine/levels';
import { solveStages, type Market } from '@/domain/matching/engine/staged';
import { NO_PAIR } from '@/domain/matching/kernels/graph';
import { marketsOf, shapes } from './markets';

const quiet = { pulse: () => undefined, onBound: () => undefined };
const worth = (market: Market) => {
  const { columnOf, stages, floor } = solveStages(market, quiet);
  return { columnOf, values: stages.map(({ value }) => value), floor: floor?.score };
};

it('gives the same plan from a core and all prices as from a list of all pairs', () => {
  fc.assert(
    fc.property(shapes({ rows: 90, columns: 120 }), (shape) => {
      const { byRows, listed } = marketsOf(shape);
      expect(worth(byRows)).toEqual(worth(listed));
    }),
    { numRuns: 150 },
  );
});

const CROWD = 300;
/** Everybody's best mentors are the same few; each mentee also has one of their own, with a poor score. */
const popular = (row: number) =>
  Int32Array.from({ length: CROWD }, (_, column) => (column < 80 ? 90_000 + column : column === row ? 100 : NO_PAIR));

it('serves all who can be served, though the best pairs of all lead to the same few', () => {
  const rows = CROWD - 80;
  const face = {
    rows,
    columns: CROWD,
    capacity: new Int32Array(CROWD).fill(1),
    rowMust: new Uint8Array(rows),
    columnMust: new Uint8Array(CROWD),
    pairs: { rowOf: (row: number) => popular(row + 80) },
  };
  const begin = new Int32Array(rows).fill(-1);
  const { stages } = solveStages(
    { face, priority: new Int32Array(rows).fill(1), floor: null, levels: [totalLevel], begin },
    quiet,
  );
  expect(stages.map(({ stage, value }) => [stage, value])).toEqual([
    ['participation', 220],
    ['total', 140 * 100 + 80 * 90_000 + (80 * 79) / 2],
  ]);
});

it('carries no huge penalty for those who must wait into the prices of later stages', () => {
  const rows = 200;
  const capacity = new Int32Array(60).fill(2);
  const rowOf = (row: number) => Int32Array.from(capacity, (_, column) => ((row * 37 + column * 101) % 1000) * 100);
  const face = {
    rows,
    columns: 60,
    capacity,
    rowMust: new Uint8Array(rows),
    columnMust: new Uint8Array(60),
    pairs: { rowOf },
  };
  const market = { face, priority: new Int32Array(rows).fill(1), floor: null, begin: new Int32Array(rows).fill(-1) };
  const { stages } = solveStages({ ...market, levels: [totalLevel] }, quiet);
  expect(stages[0]?.value).toBe(120);
  const prices = [...(stages[1]?.prices.rows ?? []), ...(stages[1]?.prices.columns ?? [])];
  expect(Math.max(...prices.map(Math.abs))).toBeLessThanOrEqual(100_000);
});

it('says after each comparison with all pairs how far the plan can be from the best', () => {
  const shape = { rows: 150, columns: 200, seed: 9, steps: 30, share: 100, mostPlaces: 1, priorities: 1 };
  const { byRows } = marketsOf({ ...shape, levels: 'total', floor: false, serves: false });
  const shares: number[] = [];
  solveStages({ ...byRows, levels: [totalLevel] }, { ...quiet, onBound: (share) => shares.push(share) });
  expect(shares.at(-1)).toBe(0);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
});
