import { ALONE, join, part, type Graph, type Position } from '@/domain/matching/kernels/graph';
import { NearestFirst } from '@/domain/matching/kernels/nearest-first';

/** The pairs of each column: `edge` numbers pairs as the graph does. */
export type ByColumn = { start: Int32Array; row: Int32Array; edge: Int32Array };

export function byColumn({ rows, columns, start, pairs }: Graph, pulse: (done: number) => void): ByColumn {
  const size = start[rows]!;
  const first = new Int32Array(columns + 1);
  for (let e = 0; e < size; e += 1) first[pairs[2 * e]! + 1]!++;
  for (let column = 0; column < columns; column += 1) first[column + 1]! += first[column]!;
  const at = first.slice();
  const row = new Int32Array(size);
  const edge = new Int32Array(size);
  for (let r = 0; r < rows; r += 1) {
    if ((r & 1023) === 0) pulse(r);
    for (let e = start[r]!, end = start[r + 1]!; e < end; e += 1) {
      const place = at[pairs[2 * e]!]!++;
      row[place] = r;
      edge[place] = e;
    }
  }
  return { start: first, row, edge };
}

/** What a search needs and the next one uses again. */
export type FillSearch = {
  heap: NearestFirst;
  /** The search that reached each row last, and the column and pair by which it did. */
  reachedBy: Int32Array;
  fromColumn: Int32Array;
  fromEdge: Int32Array;
  /** The search that visited each column last, and the row it holds by which it did. */
  visitedBy: Int32Array;
  through: Int32Array;
  visited: Int32Array;
  depth: Float64Array;
  count: number;
};

export const fillSearch = (rows: number, columns: number): FillSearch => ({
  heap: new NearestFirst(rows),
  reachedBy: new Int32Array(rows),
  fromColumn: new Int32Array(rows),
  fromEdge: new Int32Array(rows),
  visitedBy: new Int32Array(columns),
  through: new Int32Array(columns),
  visited: new Int32Array(columns),
  depth: new Float64Array(columns),
  count: 0,
});

/**
 * Puts right a column with a free place and a price above what it may have: rows come to it until it is full, or its
 * price falls to 0 and it may keep places free. The search of `seat` in the other direction; it ends at a row that is
 * alone, or at a column whose price reaches 0 by giving a row away.
 *
 * Invariant: as `seat`, for all but this column's free places. What a column's price falls, the prices of the rows it
 * holds rise: without this the plan looks best and is not.
 */
export function fill(graph: Graph, columnsOf: ByColumn, position: Position, rest: [FillSearch, column: number]): void {
  const [search, root] = rest;
  const { capacity, columnMust } = graph;
  while (position.load[root]! < capacity[root]! && (columnMust[root] === 1 || position.columnPrice[root]! > 0)) {
    if (!fillOnce(graph, columnsOf, position, { search, root })) return;
  }
}

/** One more row for `root`, or none and its price at 0: false. */
function fillOnce(
  { pairs, columnMust }: Graph,
  columnsOf: ByColumn,
  position: Position,
  { search, root }: { search: FillSearch; root: number },
): boolean {
  const { rowPrice, columnPrice, edgeOf, columnOf, head, next } = position;
  const { heap, reachedBy, fromColumn, fromEdge, visitedBy, through, visited, depth } = search;
  const { distance } = heap;
  const mark = ++search.count;
  heap.size = 0;
  let visitedSize = 0;
  let best = Infinity;
  let giver = -1;
  let endRow = -1;
  let column = root;
  let deep = 0;
  visitedBy[root] = mark;
  through[root] = -1;
  while (column !== -1) {
    visited[visitedSize] = column;
    depth[visitedSize++] = deep;
    const base = deep + columnPrice[column]!;
    if (base < best && columnMust[column] === 0) {
      best = base;
      giver = column;
    }
    for (let place = columnsOf.start[column]!, end = columnsOf.start[column + 1]!; place < end; place += 1) {
      const row = columnsOf.row[place]!;
      if (columnOf[row] === column) continue;
      const e = columnsOf.edge[place]!;
      const reach = base + rowPrice[row]! - pairs[2 * e + 1]!;
      if (reach >= best) continue;
      if (reachedBy[row] !== mark) {
        reachedBy[row] = mark;
        heap.add(row, reach);
      } else if (reach < distance[row]!) heap.approach(row, reach);
      else continue;
      fromColumn[row] = column;
      fromEdge[row] = e;
    }
    column = -1;
    while (column === -1 && heap.nearest < best) {
      const row = heap.take();
      deep = distance[row]!;
      if (edgeOf[row] === ALONE) {
        best = deep;
        endRow = row;
        break;
      }
      const held = columnOf[row]!;
      if (visitedBy[held] === mark) continue;
      visitedBy[held] = mark;
      through[held] = row;
      column = held;
    }
  }
  if (best === Infinity) throw new RangeError('A column that must be full has no way to a row.');

  for (let k = 0; k < visitedSize; k += 1) {
    const fall = best - depth[k]!;
    columnPrice[visited[k]!]! -= fall;
    for (let row = head[visited[k]!]!; row !== -1; row = next[row]!) rowPrice[row]! += fall;
  }
  if (endRow === -1 && giver === root) return false;
  let row = endRow === -1 ? through[giver]! : endRow;
  for (;;) {
    const to = fromColumn[row]!;
    if (columnOf[row] !== -1) part(position, row);
    join(position, row, to, fromEdge[row]!);
    if (to === root) return true;
    row = through[to]!;
  }
}
