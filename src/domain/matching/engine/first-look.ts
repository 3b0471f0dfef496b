import type { Face } from '@/domain/matching/engine/face';
import type { Pulse } from '@/domain/matching/engine/optimise';
import { NO_PAIR } from '@/domain/matching/kernels/graph';
import type { PairList, ScoreRows } from '@/domain/matching/kernels/pair-list';
import { selectCore, type RowReader } from '@/domain/matching/kernels/select-core';

/** Of each row the best columns, of each column the best rows. */
const CORE_SIZE = { perRow: 24, perColumn: 16 };
const SAMPLED_ROWS = 128;

/**
 * The pairs worth a first look, by their scores. Columns that are good for everybody are dear in the end; so a pair
 * counts by what it is above its column's usual score, wherever columns differ at all.
 */
export function firstLook({ rows, columns }: Face, pairs: ScoreRows, pulse: Pulse): PairList {
  const usual = usualScores({ rows, columns }, pairs);
  const weights = new Int32Array(columns);
  const read = (row: number) => {
    const scores = pairs.rowOf(row);
    if (!usual) return { scores, weights: scores };
    for (let column = 0; column < columns; column += 1) {
      const score = scores[column]!;
      weights[column] = score === NO_PAIR ? NO_PAIR : score - usual[column]!;
    }
    return { scores, weights };
  };
  return selectCore({ rows, columns, read }, CORE_SIZE, pulse);
}

/** The pairs worth a first look by the weights of a later stage. */
export const firstLookAt = (reader: RowReader, pulse: Pulse): PairList => selectCore(reader, CORE_SIZE, pulse);

/** The mean score of each column among some rows; null when they differ no more than chance makes them. */
function usualScores({ rows, columns }: { rows: number; columns: number }, pairs: ScoreRows): Int32Array | null {
  const step = Math.max(1, Math.floor(rows / SAMPLED_ROWS));
  const sum = new Float64Array(columns);
  const count = new Float64Array(columns);
  const all = { sum: 0, squares: 0, count: 0 };
  for (let row = 0; row < rows; row += step) {
    const scores = pairs.rowOf(row);
    for (let column = 0; column < columns; column += 1) {
      const score = scores[column]!;
      if (score === NO_PAIR) continue;
      sum[column]! += score;
      count[column]! += 1;
      all.squares += score * score;
    }
  }
  let between = 0;
  for (let column = 0; column < columns; column += 1) {
    all.sum += sum[column]!;
    all.count += count[column]!;
    if (count[column]! > 0) between += sum[column]! ** 2 / count[column]!;
  }
  if (all.count === 0) return null;
  const square = all.sum ** 2 / all.count;
  // By chance alone the columns' means take their share of the whole variance, one part in the rows sampled.
  if (between - square < (3 * columns * (all.squares - square)) / all.count) return null;
  return Int32Array.from(sum, (total, column) => Math.round(total / Math.max(1, count[column]!)));
}
