import { NO_PAIR } from '@/domain/matching/kernels/graph';
import { filtered, PairWriter, type PairList, type ScoreRows } from '@/domain/matching/kernels/pair-list';
import type { Level } from '@/domain/matching/engine/levels';
import type { Pulse } from '@/domain/matching/engine/optimise';

/** The pairs still in question, and who must be served by them. */
export type Face = {
  rows: number;
  columns: number;
  capacity: Int32Array;
  rowMust: Uint8Array;
  columnMust: Uint8Array;
  /** A list holds every pair; rows are read again and again, for problems too large for a list. */
  pairs: PairList | ScoreRows;
};

export type Prices = { rows: Float64Array; columns: Float64Array };

/** Up to this many pairs a face is kept as a matrix of its own; above, it is worked out whenever it is read. */
const MOST_KEPT = 2 ** 26;

export const isList = (pairs: Face['pairs']): pairs is PairList => 'start' in pairs;

/** `known` are the pairs that remain, when somebody has them already. */
export type Narrowing = { known: Face['pairs'] | null; pulse: Pulse };

/**
 * The optimal face of a stage: all plans that are as good at it. Only pairs that are worth exactly their prices remain;
 * a row with a price must be matched and a column with a price must be full from now on (complementary slackness).
 */
export function narrowed(face: Face, level: Level, prices: Prices, { known, pulse }: Narrowing): Face {
  const rowMust = face.rowMust.map((must, row) => (must === 1 || (prices.rows[row] ?? 0) > 0 ? 1 : 0));
  const columnMust = face.columnMust.map((must, column) => (must === 1 || (prices.columns[column] ?? 0) > 0 ? 1 : 0));
  return { ...face, rowMust, columnMust, pairs: known ?? remaining(face, level, prices, pulse) };
}

function remaining(face: Face, level: Level, prices: Prices, pulse: Pulse): Face['pairs'] {
  const { pairs, rows, columns } = face;
  if (isList(pairs)) return tightPairs(pairs, level, prices, pulse);
  const weights = new Int32Array(columns);
  if (pairs.isOwn) {
    let left = 0;
    for (let row = 0; row < rows; row += 1) {
      if ((row & 15) === 0) pulse(row);
      const scores = pairs.rowOf(row);
      left += strike(scores, level.weighRow(row, scores, weights), prices, row);
    }
    return left * SPARSE < rows * columns ? listed(face, pairs.rowOf, { size: left, pulse }) : pairs;
  }
  const scores = new Int32Array(columns);
  const rowOf = (row: number): Int32Array => {
    scores.set(pairs.rowOf(row));
    strike(scores, level.weighRow(row, scores, weights), prices, row);
    return scores;
  };
  return rows * columns > MOST_KEPT ? { rowOf } : matrixOf(face, rowOf, pulse);
}

/** The score of a pair that may be made. */
export function scoreIn({ pairs }: Face, row: number, column: number): number {
  if (!isList(pairs)) return pairs.rowOf(row)[column]!;
  const place = pairs.column.subarray(pairs.start[row], pairs.start[row + 1]).indexOf(column);
  return pairs.score[pairs.start[row]! + place]!;
}

/** Strikes out the scores of all pairs of a row that are worth less than their prices; returns how many remain. */
function strike(scores: Int32Array, weights: Int32Array, prices: Prices, row: number): number {
  const price = prices.rows[row]!;
  const columnPrice = prices.columns;
  let left = 0;
  for (let column = 0; column < scores.length; column += 1) {
    if (weights[column]! - columnPrice[column]! === price) left += 1;
    else scores[column] = NO_PAIR;
  }
  return left;
}

/** Of a matrix with fewer pairs than one in so many, a list is shorter. */
const SPARSE = 4;

function listed(
  { rows }: Face,
  rowOf: (row: number) => Int32Array,
  { size, pulse }: { size: number; pulse: Pulse },
): PairList {
  const list = new PairWriter(rows, size);
  for (let row = 0; row < rows; row += 1) {
    if ((row & 15) === 0) pulse(row);
    const scores = rowOf(row);
    for (let column = 0; column < scores.length; column += 1)
      if (scores[column] !== NO_PAIR) list.add(column, scores[column]!);
    list.endRow(row);
  }
  return list.done();
}

/** Reads every row once and keeps it. */
function matrixOf({ rows, columns }: Face, rowOf: (row: number) => Int32Array, pulse: Pulse): ScoreRows {
  const matrix = new Int32Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    if ((row & 15) === 0) pulse(row);
    matrix.set(rowOf(row), row * columns);
  }
  return { rowOf: (row) => matrix.subarray(row * columns, (row + 1) * columns), isOwn: true };
}

function tightPairs(list: PairList, level: Level, { rows, columns }: Prices, pulse: Pulse): PairList {
  const isTight = (row: number, column: number, score: number) =>
    rows[row]! + columns[column]! === level.weighPair(row, column, score);
  return filtered(list, isTight, pulse);
}

/** The face without pairs below a score. */
export function above(face: Face, floor: number): Face {
  const { pairs } = face;
  if (isList(pairs)) return { ...face, pairs: filtered(pairs, (_row, _column, score) => score >= floor) };
  const buffer = new Int32Array(face.columns);
  const rowOf = (row: number): Int32Array => {
    buffer.set(pairs.rowOf(row));
    for (let column = 0; column < buffer.length; column += 1) if (buffer[column]! < floor) buffer[column] = NO_PAIR;
    return buffer;
  };
  return { ...face, pairs: { rowOf } };
}
