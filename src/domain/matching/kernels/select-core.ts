import { NO_PAIR } from '@/domain/matching/kernels/graph';
import { PairWriter, type PairList } from '@/domain/matching/kernels/pair-list';

/** All pairs of one row at a time: weights of a stage, and the scores they come from; `NO_PAIR` where none may be made. */
export type RowReader = {
  rows: number;
  columns: number;
  /** Both are good until the next row is read, and may be the same. */
  read: (row: number) => { weights: Int32Array; scores: Int32Array };
};

/** Numbers without a common divisor with most sizes, so that rows take different columns. */
const SPREAD = [1, 7919] as const;

/**
 * The pairs worth a first look: the best columns of each row, the best rows of each column, and two more per row spread
 * evenly, so that a plan for all is likely to be among them. What is missing is found by `priceOut`.
 *
 * Each row is read from a place of its own, so that equal weights do not lead everybody to the same columns. Invariant:
 * each buffer holds the best so far in falling order, and its bar is the worst of a full one.
 */
export function selectCore(
  reader: RowReader,
  { perRow, perColumn }: { perRow: number; perColumn: number },
  pulse: (done: number) => void,
): PairList {
  const { rows, columns } = reader;
  const rowWidth = perRow + SPREAD.length;
  const rowChoice = new Int32Array(rows * rowWidth).fill(-1);
  const rowScore = new Int32Array(rows * rowWidth);
  const bar = new Int32Array(columns).fill(NO_PAIR);
  const columnWeight = new Int32Array(columns * perColumn).fill(NO_PAIR);
  const columnChoice = new Int32Array(columns * perColumn).fill(-1);
  const columnScore = new Int32Array(columns * perColumn);
  const rowBest: Best = { weight: new Int32Array(perRow), item: new Int32Array(perRow) };
  for (let row = 0; row < rows; row += 1) {
    if ((row & 15) === 0) pulse(row);
    const { weights, scores } = reader.read(row);
    const size = bestOfRow(weights, (row * 40_503) % columns, rowBest);
    const base = row * rowWidth;
    for (let k = 0; k < size; k += 1) {
      rowChoice[base + k] = rowBest.item[k]!;
      rowScore[base + k] = scores[rowBest.item[k]!]!;
    }
    SPREAD.forEach((step, k) => {
      const column = (row * step) % columns;
      if (weights[column] === NO_PAIR) return;
      rowChoice[base + perRow + k] = column;
      rowScore[base + perRow + k] = scores[column]!;
    });
    for (let column = 0; column < columns; column += 1) {
      if (weights[column]! <= bar[column]!) continue;
      const first = column * perColumn;
      const place = sink(columnWeight, columnChoice, first, first + perColumn - 1, weights[column]!);
      columnScore.copyWithin(place + 1, place, first + perColumn - 1);
      columnChoice[place] = row;
      columnScore[place] = scores[column]!;
      bar[column] = columnWeight[first + perColumn - 1]!;
    }
  }
  return merged({ rows, columns, rowWidth, rowChoice, rowScore, perColumn, columnChoice, columnScore });
}

type Best = { weight: Int32Array; item: Int32Array };

/** Finds the best columns of a row, met from `begin` on and around; returns how many there are. */
function bestOfRow(weights: Int32Array, begin: number, { weight, item }: Best): number {
  const most = weight.length;
  let size = 0;
  let bar = NO_PAIR;
  for (let half = 0; half < 2; half += 1) {
    const end = half === 0 ? weights.length : begin;
    for (let column = half === 0 ? begin : 0; column < end; column += 1) {
      const own = weights[column]!;
      if (own <= bar) continue;
      const place = sink(weight, item, 0, size < most ? size++ : most - 1, own);
      item[place] = column;
      if (size === most) bar = weight[most - 1]!;
    }
  }
  return size;
}

/** Makes room for `own` among falling weights between `first` and `last`, over the last of them; returns its place. */
function sink(weight: Int32Array, item: Int32Array, first: number, last: number, own: number): number {
  let place = last;
  for (; place > first && weight[place - 1]! < own; place -= 1) {
    weight[place] = weight[place - 1]!;
    item[place] = item[place - 1]!;
  }
  weight[place] = own;
  return place;
}

type Choices = {
  rows: number;
  columns: number;
  rowWidth: number;
  /** −1 for none. */
  rowChoice: Int32Array;
  rowScore: Int32Array;
  perColumn: number;
  columnChoice: Int32Array;
  columnScore: Int32Array;
};

/** Every chosen pair once. */
function merged({ rows, columns, rowWidth, rowChoice, rowScore, ...by }: Choices): PairList {
  const first = new Int32Array(rows + 1);
  for (const row of by.columnChoice) if (row !== -1) first[row + 1]! += 1;
  for (let row = 0; row < rows; row += 1) first[row + 1]! += first[row]!;
  const at = first.slice();
  const slots = new Int32Array(first[rows]!);
  by.columnChoice.forEach((row, slot) => {
    if (row !== -1) slots[at[row]!++] = slot;
  });
  const taken = new Int32Array(columns).fill(-1);
  const list = new PairWriter(rows, rows * rowWidth + slots.length);
  const add = (row: number, column: number, score: number) => {
    if (taken[column] === row) return;
    taken[column] = row;
    list.add(column, score);
  };
  for (let row = 0; row < rows; row += 1) {
    for (let k = row * rowWidth; k < (row + 1) * rowWidth; k += 1) {
      if (rowChoice[k] !== -1) add(row, rowChoice[k]!, rowScore[k]!);
    }
    for (let k = first[row]!; k < first[row + 1]!; k += 1) {
      const slot = slots[k]!;
      add(row, Math.floor(slot / by.perColumn), by.columnScore[slot]!);
    }
    list.endRow(row);
  }
  return list.done();
}
