import { beginCounting } from '@/domain/matching/engine/begin-counting';
import { bestOverRows } from '@/domain/matching/engine/best-over-rows';
import type { Best, Hints } from '@/domain/matching/engine/best';
import { isList, type Face } from '@/domain/matching/engine/face';
import { graphOf, valueOf } from '@/domain/matching/engine/graphs';
import type { Level } from '@/domain/matching/engine/levels';
import { bid, optimise, type Beginning, type Pulse } from '@/domain/matching/engine/optimise';
import type { Graph } from '@/domain/matching/kernels/graph';

/** Below this many pairs bidding costs more than it saves. */
const FEWEST_TO_BID = 400;

/** The plan of the highest weight on a face, best over all its pairs. */
export function bestPlan(face: Face, level: Level, hints: Hints, pulse: Pulse): Best {
  const { pairs } = face;
  if (!isList(pairs)) return bestOverRows(face, level, hints, pulse);
  const graph = graphOf(face, level, pairs, pulse);
  const found = optimise(graph, beginningOf(graph, level, hints.columnOf, pulse), pulse);
  const prices = { rows: found.rowPrice, columns: found.columnPrice };
  const value = valueOf(graph, found.edgeOf);
  return { columnOf: found.columnOf, prices, value, tight: null, core: null };
}

function beginningOf(graph: Graph, level: Level, columnOf: Int32Array, pulse: Pulse): Beginning {
  if (level.counts) return beginCounting(graph, columnOf, pulse);
  return worthBidding(graph) ? bid(graph, null, pulse) : { columnOf, columnPrice: null };
}

function worthBidding({ rows, start }: Graph): boolean {
  const size = start[rows]!;
  return size > FEWEST_TO_BID && size > 4 * rows;
}
