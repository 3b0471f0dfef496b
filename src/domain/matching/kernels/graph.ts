/** In a row of scores: this pair may not be made. */
export const NO_PAIR = -2147483648;

/** In `Position.edgeOf`: a row that stays alone, and one whose place is still sought. */
export const ALONE = -1;
export const SEEKING = -2;

/** Rows on the left, columns with capacities on the right, and the pairs that may be made. */
export type Graph = {
  rows: number;
  columns: number;
  /** Pairs of row r are `start[r]` up to `start[r + 1]`. */
  start: Int32Array;
  /** Column and weight of each pair, side by side: `pairs[2 * e]` and `pairs[2 * e + 1]`. */
  pairs: Int32Array;
  /** Places per column, 1 or more wherever a pair leads. */
  capacity: Int32Array;
  /** 1 for a row that must be matched, for a column that must be full: their prices may be of either sign. */
  rowMust: Uint8Array;
  columnMust: Uint8Array;
};

/**
 * Prices and a partial plan that agree: price(row) + price(column) ≥ weight on every pair, with equality on made pairs;
 * prices of rows and columns without a *must* are ≥ 0; a row that stays alone has price 0. All whole numbers.
 */
export type Position = {
  rowPrice: Float64Array;
  columnPrice: Float64Array;
  /** The pair of each row, or `ALONE`, or `SEEKING`. */
  edgeOf: Int32Array;
  columnOf: Int32Array;
  load: Int32Array;
  /** The rows of each column, as doubly linked lists; −1 ends them. */
  head: Int32Array;
  next: Int32Array;
  previous: Int32Array;
};

export function emptyPosition(rows: number, columns: number): Position {
  return {
    rowPrice: new Float64Array(rows),
    columnPrice: new Float64Array(columns),
    edgeOf: new Int32Array(rows).fill(SEEKING),
    columnOf: new Int32Array(rows).fill(-1),
    load: new Int32Array(columns),
    head: new Int32Array(columns).fill(-1),
    next: new Int32Array(rows).fill(-1),
    previous: new Int32Array(rows).fill(-1),
  };
}

export function join(position: Position, row: number, column: number, edge: number): void {
  const { head, next, previous } = position;
  const first = head[column]!;
  position.edgeOf[row] = edge;
  position.columnOf[row] = column;
  position.load[column]!++;
  next[row] = first;
  previous[row] = -1;
  if (first !== -1) previous[first] = row;
  head[column] = row;
}

export function part(position: Position, row: number): void {
  const { head, next, previous, columnOf } = position;
  const column = columnOf[row]!;
  const [before, after] = [previous[row]!, next[row]!];
  if (before === -1) head[column] = after;
  else next[before] = after;
  if (after !== -1) previous[after] = before;
  position.load[column]!--;
  columnOf[row] = -1;
  position.edgeOf[row] = SEEKING;
}
