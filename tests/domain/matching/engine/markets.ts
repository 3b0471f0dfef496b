import fc from 'fast-check';
import { balancedLevel, leximinLevel, tieLevel, totalLevel, type Level } from '@/domain/matching/engine/levels';
import type { Market } from '@/domain/matching/engine/staged';
import { NO_PAIR } from '@/domain/matching/kernels/graph';
import { PairWriter, type PairList } from '@/domain/matching/kernels/pair-list';
import { textHash } from '@/domain/matching/tie-key';

/** Numbers from 0 up to `count`, the same for the same seed. */
export function drawing(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 0) / 2 ** 32) * count);
  };
}

export type Shape = {
  rows: number;
  columns: number;
  seed: number;
  /** How many different scores there are. */
  steps: number;
  /** Of a hundred pairs how many may be made. */
  share: number;
  mostPlaces: number;
  priorities: number;
  levels: 'total' | 'balanced' | 'leximin';
  floor: boolean;
  serves: boolean;
};

export const shapes = (most: { rows: number; columns: number }): fc.Arbitrary<Shape> =>
  fc.record({
    rows: fc.integer({ min: 1, max: most.rows }),
    columns: fc.integer({ min: 1, max: most.columns }),
    seed: fc.nat(),
    steps: fc.constantFrom(1, 2, 5, 30, 100_001),
    share: fc.constantFrom(10, 40, 80, 100),
    mostPlaces: fc.constantFrom(1, 1, 3),
    priorities: fc.constantFrom(1, 1, 3),
    levels: fc.constantFrom('total', 'balanced', 'leximin'),
    floor: fc.boolean(),
    serves: fc.boolean(),
  });

const hashes = (role: string, count: number) => Int32Array.from({ length: count }, (_, at) => textHash(`${role}${at}`));

const STEPS = [25_000, 50_000, 75_000];
const LEVELS: Record<Shape['levels'], Level[]> = {
  total: [totalLevel],
  balanced: [balancedLevel, totalLevel],
  leximin: [...STEPS.map(leximinLevel), totalLevel],
};

/** The same market twice: read row by row, and as a list. */
export function marketsOf({ rows, columns, ...shape }: Shape): { byRows: Market; listed: Market; list: PairList } {
  const draw = drawing(shape.seed);
  const capacity = Int32Array.from({ length: columns }, () => draw(shape.mostPlaces + 1));
  const unit = shape.steps === 1 ? 0 : Math.floor(100_000 / (shape.steps - 1));
  const scores = Int32Array.from({ length: rows * columns }, (_, cell) => {
    const isOpen = draw(100) < shape.share && capacity[cell % columns] !== 0;
    return isOpen ? draw(shape.steps) * unit : NO_PAIR;
  });
  const writer = new PairWriter(rows, 4);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const score = scores[row * columns + column] ?? NO_PAIR;
      if (score !== NO_PAIR) writer.add(column, score);
    }
    writer.endRow(row);
  }
  const list = writer.done();
  const face = { rows, columns, capacity, rowMust: new Uint8Array(rows), columnMust: new Uint8Array(columns) };
  const market = {
    priority: shape.serves || shape.floor ? Int32Array.from({ length: rows }, () => 1 + draw(shape.priorities)) : null,
    floor: shape.floor ? { highest: 100_000 } : null,
    levels: [...LEVELS[shape.levels], tieLevel(hashes('e', rows), hashes('m', columns))],
    steps: shape.levels === 'leximin' ? STEPS : [],
    begin: new Int32Array(rows).fill(-1),
  };
  const rowOf = (row: number) => scores.subarray(row * columns, (row + 1) * columns);
  return {
    byRows: { ...market, face: { ...face, pairs: { rowOf } } },
    listed: { ...market, face: { ...face, pairs: list } },
    list,
  };
}
