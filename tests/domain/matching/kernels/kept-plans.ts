import { NO_PAIR } from '@/domain/matching/kernels/graph';
import type { KeptGraph, KeptPlan, RowGraph } from '@/domain/matching/kernels/kept-graph';
import type { NearPairs } from '@/domain/matching/kernels/near-pairs';
import { NOT_ALLOWED, type Problem } from '@/domain/matching/problem';
import { solve } from '@/domain/matching/solve';
import { keepMarket, type KeptMarket } from '@/domain/matching/whatif/kept-market';
import { buildProblem } from '../small-problems';
import { findSeat, movePrices, takeSeat, type Root } from '@/domain/matching/kernels/kept-seat';
import { drawn, fingerprint, watched } from './watching';

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
const keptMarkets = (): [string, KeptMarket][] => [
  ['scarce', keptOf(problemOf(1, [18, 9], {}))],
  ['even', keptOf(problemOf(2, [12, 12], { fairness: 'balanced' }))],
  ['loose', keptOf(problemOf(3, [9, 20], { seed: 'autumn' }))],
  ['picky', keptOf(problemOf(4, [16, 14], { objective: 'quality', minimumScore: 50_000 }))],
  ['wide', keptOf(problemOf(5, [75, 72], { fairness: 'balanced', previous: [] }))],
];

/** The graph, noting how far lines are widened and which of their pairs are looked at. */
function watchedGraph<T extends RowGraph | KeptGraph>(graph: T): { graph: T; seen: number[] } {
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
function worthOf({ graph, arranged }: KeptMarket, { columnOf }: KeptPlan): number[] {
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

/** Tries something on a copy of the plan; tells what was looked at and what became of plan, prices and search. */
export function trial(
  market: KeptMarket,
  attempt: (plan: KeptPlan, watch: <T extends RowGraph | KeptGraph>(graph: T) => T) => unknown,
) {
  const plan = structuredClone(market.plan);
  const looks: number[][] = [];
  const watch = <T extends RowGraph | KeptGraph>(graph: T): T => {
    const { graph: noted, seen } = watchedGraph(graph);
    looks.push(seen);
    return noted;
  };
  const result = attempt(plan, watch);
  const { columns, rows, ...search } = market.search;
  const left = fingerprint(result, plan, search, columns, rows, looks);
  return {
    looked: looks.flat().length,
    lost: worthOf(market, plan).map((worth, k) => worthOf(market, market.plan)[k]! - worth),
    left,
  };
}

const summed = (trials: readonly ReturnType<typeof trial>[]): string => {
  const looked = trials.reduce((sum, one) => sum + one.looked, 0);
  const lost = [0, 1, 2].map((k) => trials.reduce((sum, one) => sum + one.lost[k]!, 0));
  return `${trials.length} tried, ${looked} looked at, ${lost.join(' ')} lost, ${fingerprint(trials)}`;
};

/** In every market anew, because lines grow by being asked for. */
export const inEach = (trialsOf: (market: KeptMarket) => ReturnType<typeof trial>[]): string[] =>
  keptMarkets().map(([name, market]) => `${name}: ${summed(trialsOf(market))}`);

/** All of them where there are few, one in seven where there are many. */
const some = (places: readonly number[]): number[] => places.filter((_, k) => places.length < 30 || k % 7 === 0);
export const matchedRows = ({ columnOf }: KeptMarket) =>
  some([...columnOf.keys()].filter((row) => columnOf[row] !== -1));
export const columnsOf = ({ plan }: KeptMarket) => some([...plan.load.keys()]);

/** A path below the limit is taken; prices move as they must for another search. */
export function seated(market: KeptMarket, plan: KeptPlan, graph: RowGraph, root: Root, limit: number) {
  market.search.best.fill(limit);
  const end = findSeat(graph, plan, market.search, root);
  if (!end) return null;
  movePrices(plan, market.search, root, end);
  takeSeat(plan, market.search, root, end);
  return end;
}
