import type { KeptGraph, KeptPlan, KeptSearch } from '@/domain/matching/kernels/kept-graph';
import { isBefore } from '@/domain/matching/kernels/triple-heap';

/** Told each column in the order of its distance; distances from `limit` on are of no interest, and it may be lowered. */
export type Visit = { limit: Float64Array; each: (column: number, distance: Float64Array) => void };

/**
 * How much the plan loses when a place at a column must be made by moving people until a place at `root` is taken: for
 * columns one after the other, nearest first (Dijkstra against the direction of moves, from prices without changes).
 *
 * Invariant: pairs of a column stand in the order of their slack, so the first one too far ends the column.
 */
export function nearBehind(graph: KeptGraph, plan: KeptPlan, search: KeptSearch, root: number, visit: Visit): void {
  const { columnStart, columnRow, columnScore, columnSlack } = graph;
  const { heap, from, mark } = begin(search, root);
  while (heap.size > 0 && isBefore(heap.distance, heap.first, visit.limit, 0)) {
    const column = heap.take();
    from.set(heap.distance.subarray(3 * column, 3 * column + 3));
    visit.each(column, from);
    for (let place = columnStart[column]!, end = columnStart[column + 1]!; place < end; place += 1) {
      const first = from[0]! + columnSlack[place]!;
      if (first > visit.limit[0]!) break;
      const row = columnRow[place]!;
      const held = plan.columnOf[row]!;
      if (held !== -1 && held !== column)
        reach(graph, search, { row, column, score: columnScore[place]!, first, to: held, mark });
    }
  }
}

/** The same in the direction of moves: what it costs that whoever makes room at `root` goes on to a place at a column. */
export function nearAhead(graph: KeptGraph, plan: KeptPlan, search: KeptSearch, root: number, visit: Visit): void {
  const { rowStart, rowColumn, rowScore, rowSlack } = graph;
  const { heap, from, mark } = begin(search, root);
  while (heap.size > 0 && isBefore(heap.distance, heap.first, visit.limit, 0)) {
    const held = heap.take();
    from.set(heap.distance.subarray(3 * held, 3 * held + 3));
    visit.each(held, from);
    for (let row = plan.head[held]!; row !== -1; row = plan.next[row]!) {
      for (let e = rowStart[row]!, end = rowStart[row + 1]!; e < end; e += 1) {
        const first = from[0]! + rowSlack[e]!;
        if (first > visit.limit[0]!) break;
        const column = rowColumn[e]!;
        if (column !== held) reach(graph, search, { row, column, score: rowScore[e]!, first, to: column, mark });
      }
    }
  }
}

function begin(search: KeptSearch, root: number) {
  const heap = search.columns;
  const mark = ++search.count;
  heap.size = 0;
  heap.distance.fill(0, 3 * root, 3 * root + 3);
  search.columnMark[root] = mark;
  heap.add(root);
  return { heap, mark, from: search.from };
}

type Step = { row: number; column: number; score: number; first: number; to: number; mark: number };

function reach(graph: KeptGraph, search: KeptSearch, { row, column, score, first, to, mark }: Step): void {
  const { from, reached, columnMark, columns: heap } = search;
  const isKnown = columnMark[to] === mark;
  if (isKnown && first > heap.distance[3 * to]!) return;
  const { rowPrice, columnPrice, worth } = graph;
  reached[0] = first;
  reached[1] = from[1]! + rowPrice[3 * row + 1]! + columnPrice[3 * column + 1]! - worth.second(row, column, score);
  reached[2] = from[2]! + rowPrice[3 * row + 2]! + columnPrice[3 * column + 2]! - worth.third(row, column);
  if (isKnown && !isBefore(reached, 0, heap.distance, to)) return;
  heap.distance.set(reached, 3 * to);
  columnMark[to] = mark;
  if (isKnown) heap.approach(to);
  else heap.add(to);
}
