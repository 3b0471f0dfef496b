import type { KeptGraph, KeptPlan } from '@/domain/matching/kernels/kept-graph';
import { isBefore, TripleHeap } from '@/domain/matching/kernels/triple-heap';

type Priced = Pick<KeptGraph, 'columns' | 'worth' | 'rowPrice' | 'columnPrice' | 'byColumn'>;

/**
 * What it costs, for each column, to make a place there by moving people on until one takes a free place or stays alone.
 * Dijkstra against the direction of moves, from all such ends at once.
 */
export function toOutside(graph: Priced, plan: KeptPlan): Float64Array {
  const { rowPrice, columnPrice, byColumn, worth } = graph;
  const heap = new TripleHeap(graph.columns);
  const { distance } = heap;
  for (let column = 0; column < graph.columns; column += 1) {
    const isFree = plan.load[column]! < plan.capacity[column]!;
    distance.fill(isFree ? 0 : Infinity, 3 * column, 3 * column + 3);
    for (let row = plan.head[column]!; row !== -1; row = plan.next[row]!) {
      if (isBefore(rowPrice, row, distance, column)) distance.set(rowPrice.subarray(3 * row, 3 * row + 3), 3 * column);
    }
    heap.add(column);
  }
  const reached = new Float64Array(3);
  const isDone = new Uint8Array(graph.columns);
  while (heap.size > 0) {
    const column = heap.take();
    const c = 3 * column;
    isDone[column] = 1;
    for (let place = byColumn.start[column]!, end = byColumn.start[column + 1]!; place < end; place += 1) {
      const row = byColumn.other[place]!;
      const held = plan.columnOf[row]!;
      if (held === -1 || isDone[held] === 1) continue;
      const score = byColumn.score[place]!;
      reached[0] = distance[c]! + rowPrice[3 * row]! + columnPrice[c]! - worth.first(row, score);
      if (reached[0] > distance[3 * held]!) continue;
      reached[1] = distance[c + 1]! + rowPrice[3 * row + 1]! + columnPrice[c + 1]! - worth.second(row, column, score);
      reached[2] = distance[c + 2]! + rowPrice[3 * row + 2]! + columnPrice[c + 2]! - worth.third(row, column);
      if (!isBefore(reached, 0, distance, held)) continue;
      distance.set(reached, 3 * held);
      heap.approach(held);
    }
  }
  return distance;
}
