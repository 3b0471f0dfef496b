import { rise, sit, type KeptGraph, type KeptPlan, type KeptSearch } from '@/domain/matching/kernels/kept-graph';
import { isBefore } from '@/domain/matching/kernels/triple-heap';

/** Where a search begins: a row without a place, or a column that has one row too many. */
export type Root = { row: number; column: -1 } | { row: -1; column: number };

/** Where the best path leads: a column with a free place, or a row that stays alone. */
export type SeatEnd = { column: number; row: number; treeSize: number; settledSize: number };

/**
 * The search of `seat` from kept prices: the nearest end for a root. It leaves `search.best` at the distance, which is
 * what the plan loses, and changes nothing else.
 *
 * Invariant: pairs of a row are read in the order of their slack before any change. Since then prices of columns have
 * only risen, so whatever stands behind the first pair that is too far even without that is too far as well.
 *
 * @param search with a limit in `best`: ends at this distance or farther are of no interest
 * @returns null when there is no end below the limit
 */
export function findSeat(graph: KeptGraph, plan: KeptPlan, search: KeptSearch, root: Root): SeatEnd | null {
  const { rowStart, rowColumn, rowScore, rowSlack, rowPrice, columnPrice, worth } = graph;
  const { rowShift, columnShift, load, capacity, head, next } = plan;
  const { columns: heap, columnMark, fromRow, depth, tree, settled, best, from, reached } = search;
  const { distance } = heap;
  const mark = ++search.count;
  heap.size = 0;
  from.fill(0);
  let treeSize = 0;
  let settledSize = 0;
  let endRow = -1;
  let endColumn = -1;
  let row = root.row;
  let sibling = -1;
  if (root.row === -1) {
    settled[settledSize++] = root.column;
    columnMark[root.column] = mark;
    distance.fill(0, 3 * root.column, 3 * root.column + 3);
    row = head[root.column]!;
    sibling = next[row] ?? -1;
  }
  for (;;) {
    const r = 3 * row;
    tree[treeSize++] = row;
    // Staying alone costs what the row's price is now.
    for (let k = 0; k < 3; k += 1) {
      depth[r + k] = from[k]!;
      reached[k] = from[k]! + rowPrice[r + k]! + rowShift[r + k]!;
    }
    if (isBefore(reached, 0, best, 0)) {
      best.set(reached);
      endRow = row;
    }
    const base = from[0]! + rowShift[r]!;
    const second = from[1]! + rowPrice[r + 1]! + rowShift[r + 1]!;
    const third = from[2]! + rowPrice[r + 2]! + rowShift[r + 2]!;
    for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end; e += 1) {
      const near = base + rowSlack[e]!;
      if (near > best[0]!) break;
      const column = rowColumn[e]!;
      const c = 3 * column;
      const first = near + columnShift[c]!;
      if (first > best[0]! || capacity[column] === 0) continue;
      const isKnown = columnMark[column] === mark;
      if (isKnown && first > distance[c]!) continue;
      if (row === plan.bannedRow && column === plan.bannedColumn) continue;
      reached[0] = first;
      reached[1] = second + columnPrice[c + 1]! + columnShift[c + 1]! - worth.second(row, column, rowScore[e]!);
      reached[2] = third + columnPrice[c + 2]! + columnShift[c + 2]! - worth.third(row, column);
      if (!isBefore(reached, 0, best, 0) || (isKnown && !isBefore(reached, 0, distance, column))) continue;
      distance.set(reached, c);
      columnMark[column] = mark;
      fromRow[column] = row;
      if (isKnown) heap.approach(column);
      else heap.add(column);
    }
    if (sibling !== -1) {
      row = sibling;
      sibling = next[row]!;
      continue;
    }
    if (heap.size === 0 || !isBefore(distance, heap.first, best, 0)) break;
    const column = heap.take();
    settled[settledSize++] = column;
    from.set(distance.subarray(3 * column, 3 * column + 3));
    if (load[column]! < capacity[column]!) {
      best.set(from);
      endColumn = column;
      endRow = -1;
      break;
    }
    row = head[column]!;
    sibling = next[row]!;
  }
  return endRow === -1 && endColumn === -1 ? null : { row: endRow, column: endColumn, treeSize, settledSize };
}

/** Walks the path that was found: prices move, everybody on it takes the next place. */
export function takeSeat(plan: KeptPlan, search: KeptSearch, root: Root, end: SeatEnd): void {
  const { best, settled, tree, depth, fromRow } = search;
  const { distance } = search.columns;
  for (let k = 0; k < end.settledSize; k += 1) {
    const column = settled[k]!;
    for (let l = 0; l < 3; l += 1) plan.columnShift[3 * column + l]! += best[l]! - distance[3 * column + l]!;
    plan.touchedColumns.push(column);
  }
  for (let k = 0; k < end.treeSize; k += 1) {
    const row = tree[k]!;
    for (let l = 0; l < 3; l += 1) plan.rowShift[3 * row + l]! -= best[l]! - depth[3 * row + l]!;
    plan.mostFall = Math.max(plan.mostFall, -plan.rowShift[3 * row]!);
    plan.touchedRows.push(row);
  }
  let column = end.column;
  if (end.row !== -1) {
    column = plan.columnOf[end.row]!;
    rise(plan, end.row);
  }
  while (column !== -1 && column !== root.column) {
    const mover = fromRow[column]!;
    const left = plan.columnOf[mover]!;
    rise(plan, mover);
    sit(plan, mover, column);
    column = left;
  }
}
