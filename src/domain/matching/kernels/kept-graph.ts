import type { Lines, NearPairs } from '@/domain/matching/kernels/near-pairs';
import { TripleHeap } from '@/domain/matching/kernels/triple-heap';

/** What a pair is worth, as three whole numbers compared in order; see `KeptGraph`. */
export type Worth = {
  first: (row: number, score: number) => number;
  second: (row: number, column: number, score: number) => number;
  third: (row: number, column: number) => number;
};

/** What is asked of a row: pairs by their slack at some best prices, three numbers per row and column. */
export type RowGraph = {
  worth: Worth;
  rowPrice: Float64Array;
  columnPrice: Float64Array;
  nearRow: NearPairs;
};

/**
 * All pairs, with a best plan's prices. A pair's slack is what its prices exceed its worth by; searches read pairs in the
 * order of its first number, and only the near ones.
 */
export type KeptGraph = RowGraph & {
  rows: number;
  columns: number;
  byRow: Lines;
  byColumn: Lines;
  nearColumn: NearPairs;
};

/**
 * The plan as it would be after changes, and what undoes them. Until then prices differ from the graph's by `rowShift`
 * and `columnShift`, which are 0 for all that no search came near.
 */
export type KeptPlan = {
  columnOf: Int32Array;
  load: Int32Array;
  capacity: Int32Array;
  head: Int32Array;
  next: Int32Array;
  previous: Int32Array;
  /** 1 for a row that is out of the market. */
  gone: Uint8Array;
  rowShift: Float64Array;
  columnShift: Float64Array;
  /** No row price has fallen by more than this. */
  mostFall: number;
  /** A pair that may not be made, −1 for none. */
  bannedRow: number;
  bannedColumn: number;
  /** Rows that changed places; rows and columns whose prices changed. The same one may stand in a list more than once. */
  movedRows: number[];
  touchedRows: number[];
  touchedColumns: number[];
};

/** Nobody has a place, and no price has moved. */
export function emptyPlan(rows: number, columns: number, capacity: Int32Array): KeptPlan {
  return {
    columnOf: new Int32Array(rows).fill(-1),
    load: new Int32Array(columns),
    capacity: capacity.slice(),
    head: new Int32Array(columns).fill(-1),
    next: new Int32Array(rows).fill(-1),
    previous: new Int32Array(rows).fill(-1),
    gone: new Uint8Array(rows),
    rowShift: new Float64Array(3 * rows),
    columnShift: new Float64Array(3 * columns),
    mostFall: 0,
    bannedRow: -1,
    bannedColumn: -1,
    movedRows: [],
    touchedRows: [],
    touchedColumns: [],
  };
}

export type KeptSearch = {
  columns: TripleHeap;
  rows: TripleHeap;
  columnMark: Int32Array;
  rowMark: Int32Array;
  visitMark: Int32Array;
  /** By column, the row that reached it; by row, the column that did. */
  fromRow: Int32Array;
  fromColumn: Int32Array;
  /** The row by which a column was visited from behind. */
  through: Int32Array;
  settled: Int32Array;
  /** The best end so far, or the limit from which on ends are of no interest. */
  best: Float64Array;
  /** Where the search stands, and the distance it tries. */
  from: Float64Array;
  reached: Float64Array;
  count: number;
};

export const keptSearch = (rows: number, columns: number): KeptSearch => ({
  columns: new TripleHeap(columns),
  rows: new TripleHeap(rows),
  columnMark: new Int32Array(columns),
  rowMark: new Int32Array(rows),
  visitMark: new Int32Array(columns),
  fromRow: new Int32Array(columns),
  fromColumn: new Int32Array(rows),
  through: new Int32Array(columns),
  settled: new Int32Array(columns),
  best: new Float64Array(3),
  from: new Float64Array(3),
  reached: new Float64Array(3),
  count: 0,
});

export function sit(plan: KeptPlan, row: number, column: number): void {
  const first = plan.head[column]!;
  plan.columnOf[row] = column;
  plan.load[column]! += 1;
  plan.next[row] = first;
  plan.previous[row] = -1;
  if (first !== -1) plan.previous[first] = row;
  plan.head[column] = row;
  plan.movedRows.push(row);
}

export function rise(plan: KeptPlan, row: number): void {
  const column = plan.columnOf[row]!;
  if (column === -1) return;
  const [before, after] = [plan.previous[row]!, plan.next[row]!];
  if (before === -1) plan.head[column] = after;
  else plan.next[before] = after;
  if (after !== -1) plan.previous[after] = before;
  plan.load[column]! -= 1;
  plan.columnOf[row] = -1;
  plan.movedRows.push(row);
}
