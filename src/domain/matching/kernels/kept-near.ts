import type { KeptGraph, KeptPlan, KeptSearch } from '@/domain/matching/kernels/kept-graph';
import { isBefore } from '@/domain/matching/kernels/triple-heap';

/** A search of the surroundings of a column; what it found is in `search` until the next one. */
export type Surroundings = { search: KeptSearch; root: number; limit: number; mark: number };

/** Somebody goes to a place at another column. */
export type Step = readonly [row: number, column: number];

/**
 * What the plan loses when a place at a column must be made by moving people until a place at `root` is taken, for all
 * columns where that is less than `limit` in the first number (Dijkstra against the direction of moves, from prices
 * without changes).
 *
 * Invariant: pairs of a column stand in the order of their slack, so the first one too far ends the column.
 */
export function nearBehind(
  graph: KeptGraph,
  plan: KeptPlan,
  search: KeptSearch,
  [root, limit]: readonly [root: number, limit: number],
): Surroundings {
  const { nearColumn } = graph;
  const { columns: heap, from } = search;
  const mark = begin(search, root);
  while (heap.size > 0 && heap.distance[3 * heap.first]! < limit) {
    const column = heap.take();
    from.set(heap.distance.subarray(3 * column, 3 * column + 3));
    nearColumn.widen(column, limit - from[0]!);
    const { other, score, slack } = nearColumn;
    for (let place = nearColumn.from[column]!, end = nearColumn.to[column]!; place < end; place += 1) {
      const first = from[0]! + slack[place]!;
      if (first >= limit) break;
      const row = other[place]!;
      const held = plan.columnOf[row]!;
      if (held !== -1 && held !== column)
        reach(graph, search, { row, column, score: score[place]!, first, to: held, mark });
    }
  }
  return { search, root, limit, mark };
}

/** The same in the direction of moves: what it costs that whoever makes room at `root` goes on to a place at a column. */
export function nearAhead(
  graph: KeptGraph,
  plan: KeptPlan,
  search: KeptSearch,
  [root, limit]: readonly [root: number, limit: number],
): Surroundings {
  const { nearRow } = graph;
  const { columns: heap, from } = search;
  const mark = begin(search, root);
  while (heap.size > 0 && heap.distance[3 * heap.first]! < limit) {
    const held = heap.take();
    from.set(heap.distance.subarray(3 * held, 3 * held + 3));
    for (let row = plan.head[held]!; row !== -1; row = plan.next[row]!) {
      nearRow.widen(row, limit - from[0]!);
      const { other, score, slack } = nearRow;
      for (let e = nearRow.from[row]!, end = nearRow.to[row]!; e < end; e += 1) {
        const first = from[0]! + slack[e]!;
        if (first >= limit) break;
        const column = other[e]!;
        if (column !== held) reach(graph, search, { row, column, score: score[e]!, first, to: column, mark });
      }
    }
  }
  return { search, root, limit, mark };
}

function begin(search: KeptSearch, root: number): number {
  const { columns: heap } = search;
  const mark = ++search.count;
  heap.size = 0;
  heap.distance.fill(0, 3 * root, 3 * root + 3);
  search.columnMark[root] = mark;
  heap.add(root);
  return mark;
}

type Reached = { row: number; column: number; score: number; first: number; to: number; mark: number };

function reach(graph: KeptGraph, search: KeptSearch, { row, column, score, first, to, mark }: Reached): void {
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
  search.fromRow[to] = row;
  search.through[to] = column;
  if (isKnown) heap.approach(to);
  else heap.add(to);
}

/** Whether a search came as far as a column: its distance is then exact, and otherwise the limit or more. */
export const isNear = ({ search, limit, mark }: Surroundings, column: number): boolean =>
  search.columnMark[column] === mark && search.columns.distance[3 * column]! < limit;

/** Who moves so that a column gets a place, or is left by somebody, after a search behind or ahead of the root. */
export function stepsBetween({ search, root }: Surroundings, column: number, { columnOf }: KeptPlan): Step[] {
  const steps: Step[] = [];
  for (let at = column; at !== root;) {
    const [row, to] = [search.fromRow[at]!, search.through[at]!];
    steps.push([row, to]);
    at = to === at ? columnOf[row]! : to;
  }
  return steps;
}
