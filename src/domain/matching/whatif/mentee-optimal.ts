import type { KeptGraph, KeptPlan } from '@/domain/matching/kernels/kept-graph';
import { isBefore, TripleHeap } from '@/domain/matching/kernels/triple-heap';
import type { PairList } from '@/domain/matching/kernels/pair-list';

type Unsorted = Pick<KeptGraph, 'rows' | 'columns' | 'worth' | 'rowPrice' | 'columnPrice'> & { list: PairList };

/**
 * Moves prices to the lowest for mentors that still prove the plan: each is then exactly what one more place there is
 * worth (Demange and Gale 1985). Only from these prices is the loss of a forced pair its slack and the shortest way on for
 * whoever is displaced.
 *
 * A mentor's price can fall by the distance from the outside: to nothing, to a mentee who waits and would come, or to
 * a mentee of another mentor whose price falls too. Dijkstra over mentors.
 */
export function toMenteeOptimal(graph: Unsorted, plan: KeptPlan): void {
  const { columns, rowPrice, columnPrice } = graph;
  const heap = new TripleHeap(columns);
  const fall = heap.distance;
  fall.set(columnPrice);
  const reach = new Float64Array(3);
  const settled = new Uint8Array(columns);
  for (let row = 0; row < graph.rows; row += 1) if (plan.columnOf[row] === -1) relax(graph, row, [0, 0, 0], lowered);
  for (let column = 0; column < columns; column += 1) heap.add(column);
  while (heap.size > 0) {
    const column = heap.take();
    settled[column] = 1;
    const from = [0, 1, 2].map((k) => fall[3 * column + k]!);
    for (let row = plan.head[column]!; row !== -1; row = plan.next[row]!) {
      relax(graph, row, from, (other) => {
        if (settled[other] === 0 && lowered(other)) heap.approach(other);
      });
    }
  }
  for (let column = 0; column < columns; column += 1) {
    for (let k = 0; k < 3; k += 1) {
      columnPrice[3 * column + k]! -= fall[3 * column + k]!;
      for (let row = plan.head[column]!; row !== -1; row = plan.next[row]!)
        rowPrice[3 * row + k]! += fall[3 * column + k]!;
    }
  }

  /** Takes the distance in `reach` for a column when it is nearer. */
  function lowered(column: number): boolean {
    if (!isBefore(reach, 0, fall, column)) return false;
    fall.set(reach, 3 * column);
    return true;
  }

  /** Leaves in `reach` the distance to each column by way of a row, when it could be nearer, and calls `visit`. */
  function relax(
    { list, worth }: Unsorted,
    row: number,
    from: readonly number[],
    visit: (column: number) => unknown,
  ): void {
    for (let e = list.start[row]!, end = list.start[row + 1]!; e < end; e += 1) {
      const column = list.column[e]!;
      const score = list.score[e]!;
      const c = 3 * column;
      reach[0] = from[0]! + rowPrice[3 * row]! + columnPrice[c]! - worth.first(row, score);
      if (reach[0] > fall[c]!) continue;
      reach[1] = from[1]! + rowPrice[3 * row + 1]! + columnPrice[c + 1]! - worth.second(row, column, score);
      reach[2] = from[2]! + rowPrice[3 * row + 2]! + columnPrice[c + 2]! - worth.third(row, column);
      visit(column);
    }
  }
}
