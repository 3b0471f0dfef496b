import type { KeptGraph } from '@/domain/matching/kernels/kept-graph';
import type { PairList } from '@/domain/matching/kernels/pair-list';

export type Unsorted = Pick<KeptGraph, 'rows' | 'columns' | 'worth' | 'rowPrice' | 'columnPrice'> & { list: PairList };

export type ByRow = Pick<KeptGraph, 'rowStart' | 'rowColumn' | 'rowScore' | 'rowSlack'>;

/** A slack and a place within a row in one number, while both fit; sorting such numbers is quick. */
const PLACES = 2 ** 16;
const MOST_SLACK = 2 ** 37;

/** Each row's pairs in the order of the first number of their slack. */
export function sortedBySlack({ rows, worth, rowPrice, columnPrice, list }: Unsorted): ByRow {
  const size = list.column.length;
  const sorted = { rowColumn: new Int32Array(size), rowScore: new Int32Array(size), rowSlack: new Float64Array(size) };
  for (let row = 0; row < rows; row += 1) {
    const [from, to] = [list.start[row]!, list.start[row + 1]!];
    const slack = new Float64Array(to - from);
    for (let e = from; e < to; e += 1) {
      slack[e - from] = rowPrice[3 * row]! + columnPrice[3 * list.column[e]!]! - worth.first(row, list.score[e]!);
    }
    let place = from;
    for (const k of orderOf(slack)) {
      sorted.rowColumn[place] = list.column[from + k]!;
      sorted.rowScore[place] = list.score[from + k]!;
      sorted.rowSlack[place++] = slack[k]!;
    }
  }
  return { rowStart: list.start, ...sorted };
}

function orderOf(slack: Float64Array): Iterable<number> {
  if (slack.length >= PLACES || slack.some((value) => value >= MOST_SLACK || value < 0))
    return [...slack.keys()].sort((a, b) => slack[a]! - slack[b]!);
  return slack
    .map((value, k) => value * PLACES + k)
    .sort()
    .map((key) => key % PLACES);
}

/** Each column's pairs in the order of the first number of their slack. */
export function byColumnOf(
  byRow: ByRow,
  columns: number,
): Pick<KeptGraph, 'columnStart' | 'columnRow' | 'columnScore' | 'columnSlack'> {
  const { rowStart, rowColumn, rowScore, rowSlack } = byRow;
  const columnStart = new Int32Array(columns + 1);
  for (const column of rowColumn) columnStart[column + 1]! += 1;
  for (let column = 0; column < columns; column += 1) columnStart[column + 1]! += columnStart[column]!;
  const place = columnStart.slice();
  const size = rowColumn.length;
  const edges = new Int32Array(size);
  const rowOf = new Int32Array(size);
  for (let row = 0; row + 1 < rowStart.length; row += 1) {
    for (let e = rowStart[row]!; e < rowStart[row + 1]!; e += 1) {
      edges[place[rowColumn[e]!]!++] = e;
      rowOf[e] = row;
    }
  }
  const sorted = {
    columnStart,
    columnRow: new Int32Array(size),
    columnScore: new Int32Array(size),
    columnSlack: new Float64Array(size),
  };
  for (let column = 0; column < columns; column += 1) {
    const own = edges.subarray(columnStart[column], columnStart[column + 1]);
    let to = columnStart[column]!;
    for (const k of orderOf(Float64Array.from(own, (e) => rowSlack[e]!))) {
      const e = own[k]!;
      sorted.columnRow[to] = rowOf[e]!;
      sorted.columnScore[to] = rowScore[e]!;
      sorted.columnSlack[to++] = rowSlack[e]!;
    }
  }
  return sorted;
}
