import type { Begun, Pulse } from '@/domain/matching/engine/optimise';
import type { Graph } from '@/domain/matching/kernels/graph';
import { seatingOf, seatMost } from '@/domain/matching/kernels/hopcroft-karp';

/**
 * A beginning for a level with two weights only: as many rows as can be on pairs of the higher one. Where so many pairs
 * weigh the same, seating rows one by one would look at nearly all of them each time.
 */
export function beginCounting(graph: Graph, columnOf: Int32Array, pulse: Pulse): Begun {
  const better = onlyBest(graph);
  const kept = columnOf.map((column, row) => {
    for (let e = better.start[row]!, end = better.start[row + 1]!; e < end; e += 1) {
      if (better.pairs[2 * e] === column) return column;
    }
    return -1;
  });
  const seating = seatingOf(better, kept);
  seatMost(better, seating, new Uint8Array(graph.rows).fill(1), pulse);
  return { columnOf: seating.columnOf, columnPrice: new Float64Array(graph.columns) };
}

/** The pairs of the highest weight. */
function onlyBest(graph: Graph): Graph {
  const { rows, start, pairs } = graph;
  const size = start[rows]!;
  let most = -Infinity;
  for (let e = 0; e < size; e += 1) most = Math.max(most, pairs[2 * e + 1]!);
  const best = { start: new Int32Array(rows + 1), pairs: new Int32Array(2 * size) };
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let e = start[row]!, end = start[row + 1]!; e < end; e += 1) {
      if (pairs[2 * e + 1] !== most) continue;
      best.pairs[2 * at] = pairs[2 * e]!;
      best.pairs[2 * at++ + 1] = most;
    }
    best.start[row + 1] = at;
  }
  return { ...graph, ...best };
}
