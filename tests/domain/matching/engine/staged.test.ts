import fc from 'fast-check';
import { expect, it } from 'vitest';
import { totalLevel } from '@/domain/matching/engine/levels';
import { solveStages, type Market } from '@/domain/matching/engine/staged';
import { NO_PAIR } from '@/domain/matching/kernels/graph';
import { runs } from '../runs';
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
    runs(100),
  );
});

it.each([
  { steps: 30, share: 100, mostPlaces: 1, levels: 'total' as const },
  { steps: 100_001, share: 100, mostPlaces: 3, levels: 'balanced' as const },
  { steps: 5, share: 60, mostPlaces: 1, levels: 'leximin' as const },
  { steps: 100_001, share: 40, mostPlaces: 1, levels: 'total' as const },
])('does so where the core is a small part of all: %o', (shape) => {
  const { byRows, listed } = marketsOf({
    ...shape,
    rows: 260,
    columns: 300,
    seed: 3,
    priorities: 2,
    floor: false,
    serves: true,
  });
  expect(worth(byRows)).toEqual(worth(listed));
});

const [POPULAR, GROUP, GROUPS] = [80, 40, 5];
/** All mentees' best mentors are the same few; beside them the mentees of a group have their own mentors, all poor. */
const crowd = (row: number) =>
  Int32Array.from({ length: POPULAR + GROUP * GROUPS }, (_, column) => {
    if (column < POPULAR) return 90_000;
    return Math.floor((column - POPULAR) / GROUP) === Math.floor(row / GROUP) ? 100 : NO_PAIR;
  });

it('serves all who can be served, though the best pairs of all lead to the same few', () => {
  const [rows, columns] = [GROUP * GROUPS, POPULAR + GROUP * GROUPS];
  const face = {
    rows,
    columns,
    capacity: Int32Array.from({ length: columns }, (_, column) => (column < POPULAR && column > 0 ? 0 : 1)),
    rowMust: new Uint8Array(rows),
    columnMust: new Uint8Array(columns),
  };
  const rowOf = (row: number) => crowd(row).map((score, at) => (at > 0 && at < POPULAR ? NO_PAIR : score));
  const begin = new Int32Array(rows).fill(-1);
  const market = { priority: new Int32Array(rows).fill(1), floor: null, levels: [totalLevel], steps: [], begin };
  const open = { ...face, capacity: new Int32Array(columns).fill(1), pairs: { rowOf: crowd } };
  const values = (asked: Market) => solveStages(asked, quiet).stages.map(({ stage, value }) => [stage, value]);
  expect(values({ ...market, face: open })).toEqual([
    ['participation', 200],
    ['total', 80 * 90_000 + 120 * 100],
  ]);
  expect(values({ ...market, face: { ...face, pairs: { rowOf } } })).toEqual([
    ['participation', 200],
    ['total', 90_000 + 199 * 100],
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
  const market = {
    face,
    priority: new Int32Array(rows).fill(1),
    floor: null,
    steps: [],
    begin: new Int32Array(rows).fill(-1),
  };
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
