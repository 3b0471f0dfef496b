import { rise, sit, type KeptPlan, type KeptSearch, type RowGraph } from '@/domain/matching/kernels/kept-graph';
import { isBefore } from '@/domain/matching/kernels/triple-heap';

/** Where a search begins: a row without a place, or a column that has one row too many. */
export type Root = { row: number; column: -1 } | { row: -1; column: number };

/** Where the best path leads: a column with a free place, or a row that stays alone. */
export type SeatEnd = { column: number; row: number; settledSize: number };

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
export function findSeat(graph: RowGraph, plan: KeptPlan, search: KeptSearch, root: Root): SeatEnd | null {
  const { nearRow, rowPrice, columnPrice, worth } = graph;
  const { rowShift, columnShift, load, capacity, head, next } = plan;
  const { columns: heap, columnMark, fromRow, settled, best, from, reached } = search;
  const { distance } = heap;
  const mark = ++search.count;
  heap.size = 0;
  from.fill(0);
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
    // Staying alone costs what the row's price is now.
    if (from[0]! + rowPrice[r]! + rowShift[r]! <= best[0]!) {
      for (let k = 0; k < 3; k += 1) reached[k] = from[k]! + rowPrice[r + k]! + rowShift[r + k]!;
      if (isBefore(reached, 0, best, 0)) {
        best.set(reached);
        endRow = row;
      }
    }
    const base = from[0]! + rowShift[r]!;
    const second = from[1]! + rowPrice[r + 1]! + rowShift[r + 1]!;
    const third = from[2]! + rowPrice[r + 2]! + rowShift[r + 2]!;
    nearRow.widen(row, best[0]! - base);
    const { other, score, slack } = nearRow;
    for (let e = nearRow.from[row]!, end = nearRow.to[row]!; e < end; e += 1) {
      const near = base + slack[e]!;
      if (near > best[0]!) break;
      const column = other[e]!;
      const c = 3 * column;
      const first = near + columnShift[c]!;
      if (first > best[0]! || capacity[column] === 0) continue;
      const isKnown = columnMark[column] === mark;
      if (isKnown && first > distance[c]!) continue;
      if (row === plan.bannedRow && column === plan.bannedColumn) continue;
      reached[0] = first;
      reached[1] = second + columnPrice[c + 1]! + columnShift[c + 1]! - worth.second(row, column, score[e]!);
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
  return endRow === -1 && endColumn === -1 ? null : { row: endRow, column: endColumn, settledSize };
}

/** Moves prices by what was found, as a search that comes after it needs them. Before `takeSeat`. */
export function movePrices(plan: KeptPlan, search: KeptSearch, root: Root, end: SeatEnd): void {
  const { best, settled } = search;
  const { distance } = search.columns;
  if (root.row !== -1) fall(plan, root.row, best);
  const less = new Float64Array(3);
  for (let k = 0; k < end.settledSize; k += 1) {
    const column = settled[k]!;
    // A place that is free was reached and not looked behind.
    if (column === end.column) continue;
    for (let l = 0; l < 3; l += 1) {
      less[l] = best[l]! - distance[3 * column + l]!;
      plan.columnShift[3 * column + l]! += less[l]!;
    }
    plan.touchedColumns.push(column);
    for (let row = plan.head[column]!; row !== -1; row = plan.next[row]!) fall(plan, row, less);
  }
}

/** Walks the path that was found: everybody on it takes the next place. */
export function takeSeat(plan: KeptPlan, { fromRow }: KeptSearch, root: Root, end: SeatEnd): void {
  let column = end.column;
  if (end.row !== -1) {
    column = plan.columnOf[end.row]!;
    rise(plan, end.row);
  }
  while (column !== root.column) {
    const mover = fromRow[column]!;
    const left = plan.columnOf[mover]!;
    rise(plan, mover);
    sit(plan, mover, column);
    column = left;
  }
}

function fall(plan: KeptPlan, row: number, less: Float64Array): void {
  for (let l = 0; l < 3; l += 1) plan.rowShift[3 * row + l]! -= less[l]!;
  plan.mostFall = Math.max(plan.mostFall, -plan.rowShift[3 * row]!);
  plan.touchedRows.push(row);
}
