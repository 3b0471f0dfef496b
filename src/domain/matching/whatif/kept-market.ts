import { arrange, at, type Arranged } from '@/domain/matching/arrange';
import { balanced } from '@/domain/matching/balance';
import { isList, type Face } from '@/domain/matching/engine/face';
import type { Level } from '@/domain/matching/engine/levels';
import type { Market, StagePrices } from '@/domain/matching/engine/staged';
import { NO_PAIR } from '@/domain/matching/kernels/graph';
import {
  emptyPlan,
  keptSearch,
  sit,
  type KeptGraph,
  type KeptPlan,
  type KeptSearch,
  type RowGraph,
  type Worth,
} from '@/domain/matching/kernels/kept-graph';
import { NearPairs, turned, type Lines } from '@/domain/matching/kernels/near-pairs';
import { PairWriter, type PairList } from '@/domain/matching/kernels/pair-list';
import type { Found } from '@/domain/matching/plan-search';
import type { AnyProblem } from '@/domain/matching/problem';
import { toMenteeOptimal } from '@/domain/matching/whatif/mentee-optimal';
import { toOutside } from '@/domain/matching/whatif/outside';

/** A solved problem, ready for changes. */
export type KeptMarket = {
  problem: AnyProblem;
  arranged: Arranged;
  graph: KeptGraph;
  plan: KeptPlan;
  /** The plan without any change, and the score of each row's pair in it. */
  columnOf: Int32Array;
  scoreOf: Int32Array;
  search: KeptSearch;
  /** By column, three numbers each: what it costs to make a place by moving people until somebody is alone or takes a free one. */
  outside: Float64Array;
  outward: RowGraph;
};

/**
 * Three numbers carry all stages: priority and the main score; the total of a balanced plan, and pairs kept; the tie key.
 * Within a number the stages are digits, far wider than sums along a path become.
 */
const PRIORITY = 2 ** 36;
const KEPT = 2 ** 20;

/** What three numbers say about people: priorities served, and thousandths of a point of fit. */
export function told(problem: AnyProblem, first: number, second: number): { served: number; total: number } {
  const served = Math.round(first / PRIORITY);
  const main = first - served * PRIORITY;
  // Rounding may leave a zero with a sign, which adding 0 takes away.
  return { served, total: (problem.fairness === 'balanced' ? Math.round(second / KEPT) : main) + 0 };
}

/** Keeps plan, prices and all pairs of a public problem that was solved. */
export function keepMarket(problem: AnyProblem, { market, plan: solved }: Found): KeptMarket {
  const arranged = arrange(problem);
  const { columnOf, stages } = solved;
  const list = listOf(market.face);
  const { rows, columns, capacity } = market.face;
  const plan = emptyPlan(rows, columns, capacity);
  columnOf.forEach((column, row) => {
    if (column !== -1) sit(plan, row, column);
  });
  plan.movedRows.length = 0;
  const triples = (side: 'rows' | 'columns', count: number) => tripled(stages, side, count);
  const worth = worthOf(market);
  const priced = { rows, columns, worth, rowPrice: triples('rows', rows), columnPrice: triples('columns', columns) };
  toMenteeOptimal({ ...priced, list }, plan);
  const byRow = { start: list.start, other: list.column, score: list.score };
  const byColumn = turned(byRow, columns);
  const graph = { ...priced, byRow, byColumn, ...nearPairs({ ...priced, byRow, byColumn }) };
  const outside = toOutside(graph, plan);
  return {
    problem,
    arranged,
    graph,
    plan,
    columnOf: columnOf.slice(),
    scoreOf: Int32Array.from(columnOf, (column, row) => (column === -1 ? NO_PAIR : scoreAt(graph, row, column))),
    search: keptSearch(rows, columns),
    outside,
    outward: outwardOf(graph, columnOf, outside),
  };
}

type Priced = Pick<KeptGraph, 'worth' | 'rowPrice' | 'columnPrice'>;

const nearOfRows = ({ worth, rowPrice, columnPrice }: Priced, byRow: Lines): NearPairs =>
  new NearPairs(byRow, (row, column, score) => {
    return rowPrice[3 * row]! + columnPrice[3 * column]! - worth.first(row, score);
  });

function nearPairs(graph: Priced & { byRow: Lines; byColumn: Lines }): Pick<KeptGraph, 'nearRow' | 'nearColumn'> {
  const { worth, rowPrice, columnPrice } = graph;
  const nearColumn = new NearPairs(graph.byColumn, (column, row, score) => {
    return rowPrice[3 * row]! + columnPrice[3 * column]! - worth.first(row, score);
  });
  return { nearRow: nearOfRows(graph, graph.byRow), nearColumn };
}

/**
 * The same pairs at the highest prices for mentors: a mentor's rises by what the way to the outside costs, and those of
 * the mentees there fall by as much. Then that way is free of charge, wherever it begins, and a search for it reads little
 * even where everything is taken and somebody far away must lose a match.
 */
function outwardOf(graph: KeptGraph, columnOf: Int32Array, outside: Float64Array): RowGraph {
  const { worth, byRow } = graph;
  const columnPrice = graph.columnPrice.map((price, k) => price + outside[k]!);
  const rowPrice = graph.rowPrice.map((price, k) => {
    const column = columnOf[Math.floor(k / 3)]!;
    return column === -1 ? price : price - outside[3 * column + (k % 3)]!;
  });
  const priced = { worth, rowPrice, columnPrice };
  return { ...priced, nearRow: nearOfRows(priced, byRow) };
}

function listOf({ rows, pairs }: Face): PairList {
  if (isList(pairs)) return pairs;
  const writer = new PairWriter(rows, 1024);
  for (let row = 0; row < rows; row += 1) {
    pairs.rowOf(row).forEach((score, column) => {
      if (score !== NO_PAIR) writer.add(column, score);
    });
    writer.endRow(row);
  }
  return writer.done();
}

/** Where the price of a stage goes: which of the three numbers, times what. */
function digitOf(stage: Level['stage'], stages: readonly StagePrices[]): [place: 0 | 1 | 2, unit: number] {
  const isBalanced = stages.some((other) => other.stage === 'balanced');
  switch (stage) {
    case 'participation':
      return [0, PRIORITY];
    case 'balanced':
      return [0, 1];
    case 'total':
      return isBalanced ? [1, KEPT] : [0, 1];
    case 'kept':
      return [1, 1];
    case 'tie':
      return [2, 1];
    case 'leximin':
      throw new RangeError('Steps are not kept.');
  }
}

function tripled(stages: readonly StagePrices[], side: 'rows' | 'columns', count: number): Float64Array {
  const triples = new Float64Array(3 * count);
  for (const { stage, prices } of stages) {
    const [place, unit] = digitOf(stage, stages);
    for (let k = 0; k < count; k += 1) triples[3 * k + place]! += unit * at(prices[side], k);
  }
  return triples;
}

function worthOf({ priority, levels }: Market): Worth {
  const find = (stage: Level['stage']) => levels.find((level) => level.stage === stage);
  const [kept, tie] = [find('kept'), find('tie')];
  const isBalanced = find('balanced') !== undefined;
  return {
    first: (row, score) => (priority ? PRIORITY * at(priority, row) : 0) + (isBalanced ? balanced(score) : score),
    second: (row, column, score) => (isBalanced ? KEPT * score : 0) + (kept ? kept.weighPair(row, column, score) : 0),
    third: (row, column) => (tie ? tie.weighPair(row, column, 0) : 0),
  };
}

/** The score of a pair that may be made, `NO_PAIR` for another. */
export function scoreAt(
  { byRow: { start, other, score } }: Pick<KeptGraph, 'byRow'>,
  row: number,
  column: number,
): number {
  const place = other.subarray(start[row], start[row + 1]).indexOf(column);
  return place === -1 ? NO_PAIR : at(score, at(start, row) + place);
}
