import { rise, sit, type KeptGraph, type KeptPlan, type KeptSearch } from '@/domain/matching/kernels/kept-graph';
import { isBefore } from '@/domain/matching/kernels/triple-heap';

/** Below nothing, above nothing, or nothing. */
const signOf = (a: number, b: number, c: number): number => Math.sign(a || b || c);

/** Whether a column with a free place asks a price for it: then rows must be found for it. */
export const isShort = ({ columnPrice }: Pick<KeptGraph, 'columnPrice'>, plan: KeptPlan, column: number): boolean => {
  const price = (k: number) => columnPrice[3 * column + k]! + plan.columnShift[3 * column + k]!;
  return plan.load[column]! < plan.capacity[column]! && signOf(price(0), price(1), price(2)) > 0;
};

/**
 * The search of `fill` from kept prices: brings one row to `root`, which has a free place and a price, or leaves it free
 * when its price can fall to nothing.
 *
 * Invariant: no search comes after it before all is undone, so it leaves the prices as they are. Pairs of a column are
 * read in the order of their slack before any change; since then prices of columns have risen, and those of rows fallen by
 * `mostFall` at most.
 *
 * @param search with a limit in `best`: whatever costs as much or more is of no interest
 * @returns false when nothing is below the limit
 */
export function fillKept(graph: KeptGraph, plan: KeptPlan, search: KeptSearch, root: number): boolean {
  const { nearColumn, rowPrice, columnPrice, worth } = graph;
  const { rowShift, columnShift, columnOf, gone } = plan;
  const { rows: heap, rowMark, visitMark, fromColumn, through, best, from, reached } = search;
  const { distance } = heap;
  const mark = ++search.count;
  heap.size = 0;
  from.fill(0);
  let giver = -1;
  let endRow = -1;
  let column = root;
  visitMark[root] = mark;
  through[root] = -1;
  while (column !== -1) {
    const c = 3 * column;
    for (let k = 0; k < 3; k += 1) reached[k] = from[k]! + columnPrice[c + k]! + columnShift[c + k]!;
    const [, second = 0, third = 0] = reached;
    if (isBefore(reached, 0, best, 0)) {
      best.set(reached);
      giver = column;
    }
    const base = from[0]! + columnShift[c]!;
    nearColumn.widen(column, best[0]! + plan.mostFall - base);
    const { other, score, slack } = nearColumn;
    for (let place = nearColumn.from[column]!, end = nearColumn.to[column]!; place < end; place += 1) {
      const near = base + slack[place]!;
      if (near - plan.mostFall > best[0]!) break;
      const row = other[place]!;
      const r = 3 * row;
      const first = near + rowShift[r]!;
      if (first > best[0]! || columnOf[row] === column || gone[row] === 1) continue;
      const isKnown = rowMark[row] === mark;
      if (isKnown && first > distance[r]!) continue;
      if (row === plan.bannedRow && column === plan.bannedColumn) continue;
      reached[0] = first;
      reached[1] = second + rowPrice[r + 1]! + rowShift[r + 1]! - worth.second(row, column, score[place]!);
      reached[2] = third + rowPrice[r + 2]! + rowShift[r + 2]! - worth.third(row, column);
      if (!isBefore(reached, 0, best, 0) || (isKnown && !isBefore(reached, 0, distance, row))) continue;
      distance.set(reached, r);
      rowMark[row] = mark;
      fromColumn[row] = column;
      if (isKnown) heap.approach(row);
      else heap.add(row);
    }
    column = -1;
    while (column === -1 && heap.size > 0 && isBefore(distance, heap.first, best, 0)) {
      const row = heap.take();
      from.set(distance.subarray(3 * row, 3 * row + 3));
      const held = columnOf[row]!;
      if (held === -1) {
        best.set(from);
        endRow = row;
        break;
      }
      if (visitMark[held] === mark) continue;
      visitMark[held] = mark;
      through[held] = row;
      column = held;
    }
  }
  if (endRow === -1 && giver === -1) return false;
  let row = endRow === -1 ? through[giver]! : endRow;
  while (row !== -1) {
    const to = fromColumn[row]!;
    rise(plan, row);
    sit(plan, row, to);
    row = through[to]!;
  }
  return true;
}
