import { ALONE, join, part, type Graph, type Position } from '@/domain/matching/kernels/graph';
import { NearestFirst } from '@/domain/matching/kernels/nearest-first';

/** What a search needs and the next one uses again. */
export type SeatSearch = {
  heap: NearestFirst;
  /** The search that reached each column last, and the row and pair by which it did. */
  reachedBy: Int32Array;
  fromRow: Int32Array;
  fromEdge: Int32Array;
  settled: Int32Array;
  tree: Int32Array;
  depth: Float64Array;
  count: number;
};

export const seatSearch = (rows: number, columns: number): SeatSearch => ({
  heap: new NearestFirst(columns),
  reachedBy: new Int32Array(columns),
  fromRow: new Int32Array(columns),
  fromEdge: new Int32Array(columns),
  settled: new Int32Array(columns),
  tree: new Int32Array(rows),
  depth: new Float64Array(rows),
  count: 0,
});

/**
 * Finds the best end for one row that seeks: a column with a free place, or a row that may stay alone, itself included.
 * One shortest augmenting path in reduced costs (Dijkstra with a heap; Tomizawa 1971, Edmonds and Karp 1972).
 *
 * Invariant: the position agrees before and after (see `Position`); prices of columns only rise.
 *
 * @returns how many rows were looked at
 * @throws {RangeError} when a row that must be matched cannot be: the pairs of the graph do not allow it, a bug
 */
export function seat(graph: Graph, position: Position, search: SeatSearch, free: number): number {
  const { start, pairs, capacity, rowMust } = graph;
  const { rowPrice, columnPrice, load, head, next, columnOf } = position;
  const { heap, reachedBy, fromRow, fromEdge, settled, tree, depth } = search;
  const { distance } = heap;
  const mark = ++search.count;
  heap.size = 0;
  let treeSize = 0;
  let settledSize = 0;
  let best = Infinity;
  let outRow = -1;
  let endColumn = -1;
  let row = free;
  let deep = 0;
  let sibling = -1;
  for (;;) {
    tree[treeSize] = row;
    depth[treeSize++] = deep;
    const base = deep + rowPrice[row]!;
    // A row without a must leaves when its price has fallen to nothing.
    if (base < best && rowMust[row] === 0) {
      best = base;
      outRow = row;
    }
    for (let e = start[row]!, end = start[row + 1]!; e < end; e += 1) {
      const column = pairs[2 * e]!;
      const reach = base - pairs[2 * e + 1]! + columnPrice[column]!;
      if (reach >= best) continue;
      if (reachedBy[column] !== mark) {
        reachedBy[column] = mark;
        heap.add(column, reach);
      } else if (reach < distance[column]!) heap.approach(column, reach);
      else continue;
      fromRow[column] = row;
      fromEdge[column] = e;
    }
    if (sibling !== -1) {
      row = sibling;
      sibling = next[row]!;
      continue;
    }
    if (heap.nearest >= best) break;
    const column = heap.take();
    settled[settledSize++] = column;
    deep = distance[column]!;
    if (load[column]! < capacity[column]!) {
      best = deep;
      endColumn = column;
      break;
    }
    row = head[column]!;
    sibling = next[row]!;
  }
  if (best === Infinity) throw new RangeError('A row that must be matched has no way to a place.');

  for (let k = 0; k < settledSize; k += 1) columnPrice[settled[k]!]! += best - distance[settled[k]!]!;
  for (let k = 0; k < treeSize; k += 1) rowPrice[tree[k]!]! -= best - depth[k]!;
  let column = endColumn;
  if (endColumn === -1) {
    column = columnOf[outRow]!;
    if (column !== -1) part(position, outRow);
    position.edgeOf[outRow] = ALONE;
  }
  while (column !== -1) {
    const mover = fromRow[column]!;
    const left = columnOf[mover]!;
    if (left !== -1) part(position, mover);
    join(position, mover, column, fromEdge[column]!);
    column = left;
  }
  return treeSize;
}
