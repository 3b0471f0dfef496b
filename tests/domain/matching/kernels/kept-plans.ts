import { NO_PAIR } from '@/domain/matching/kernels/graph';
import type { KeptGraph, KeptPlan, RowGraph } from '@/domain/matching/kernels/kept-graph';
import type { NearPairs } from '@/domain/matching/kernels/near-pairs';
import { NOT_ALLOWED, type Problem } from '@/domain/matching/problem';
import { solve } from '@/domain/matching/solve';
import { keepMarket, type KeptMarket } from '@/domain/matching/whatif/kept-market';
import { buildProblem } from '../small-problems';
import { drawn, watched } from './watching';

/** Few different scores, so that all three numbers decide; gaps; some of another plan to stay close to. */
function problemOf(seed: number, [rows, columns]: readonly [number, number], over: Partial<Problem>): Problem {
  const scores = drawn(seed, rows * columns, 9);
  return buildProblem({
    mentees: Array.from({ length: rows }, (_, row) => ({ id: `e${100 + row}`, priority: 1 + (row % 2) })),
    mentors: Array.from({ length: columns }, (_, column) => ({
      id: `m${100 + column}`,
      capacity: (column + seed) % 3,
    })),
    fit: Int32Array.from(scores, (score, at) => (score === 0 ? NOT_ALLOWED : 10_000 * score + (seed % 2) * (at % 700))),
    previous: Array.from({ length: rows }, (_, row) => [`e${100 + row}`, `m${100 + ((row * 5) % columns)}`] as const),
    ...over,
  });
}

function keptOf(problem: Problem): KeptMarket {
  let market: KeptMarket | null = null;
  solve(problem, { onFound: (found) => (market = keepMarket(problem, found)) });
  if (!market) throw new Error('Nothing was found.');
  return market;
}

/** More people than places, as many, fewer; of several objectives; the last with lines that are not at hand whole. */
export const keptMarkets = (): [string, KeptMarket][] => [
  ['scarce', keptOf(problemOf(1, [18, 9], {}))],
  ['even', keptOf(problemOf(2, [12, 12], { fairness: 'balanced' }))],
  ['loose', keptOf(problemOf(3, [9, 20], { seed: 'autumn' }))],
  ['picky', keptOf(problemOf(4, [16, 14], { objective: 'quality', minimumScore: 50_000 }))],
  ['wide', keptOf(problemOf(5, [75, 72], { fairness: 'balanced', previous: [] }))],
];

/** The graph, noting how far lines are widened and which of their pairs are looked at. */
export function watchedGraph<T extends RowGraph | KeptGraph>(graph: T): { graph: T; seen: number[] } {
  const seen: number[] = [];
  const noted = (near: NearPairs): NearPairs =>
    new Proxy(near, {
      get: (target, key) => {
        if (key === 'widen')
          return (own: number, upTo: number) => {
            seen.push(own, upTo);
            target.widen(own, upTo);
          };
        return key === 'slack' ? watched(target.slack, seen).list : Reflect.get(target, key, target);
      },
    });
  const nearColumn = 'nearColumn' in graph ? { nearColumn: noted(graph.nearColumn) } : {};
  return { graph: { ...graph, nearRow: noted(graph.nearRow), ...nearColumn }, seen };
}

/** What all pairs of a plan are worth, by the three numbers, with what cannot be made as good as nothing. */
export function worthOf({ graph, arranged }: KeptMarket, { columnOf }: KeptPlan): number[] {
  const total = [0, 0, 0];
  columnOf.forEach((column, row) => {
    if (column === -1 || arranged.rows[row] === undefined) return;
    const { start, other, score } = graph.byRow;
    const at = start[row]! + other.subarray(start[row], start[row + 1]).indexOf(column);
    const own = score[at] ?? NO_PAIR;
    total[0]! += graph.worth.first(row, own);
    total[1]! += graph.worth.second(row, column, own);
    total[2]! += graph.worth.third(row, column);
  });
  return total;
}
