import { isList, type Face, type Prices } from '@/domain/matching/engine/face';
import { firstLook } from '@/domain/matching/engine/first-look';
import { graphOf, readerOf } from '@/domain/matching/engine/graphs';
import { participationLevel } from '@/domain/matching/engine/levels';
import type { Pulse } from '@/domain/matching/engine/optimise';
import type { Graph } from '@/domain/matching/kernels/graph';
import { overDemanded, seatingOf, seatMost } from '@/domain/matching/kernels/hopcroft-karp';
import { joined, type PairList } from '@/domain/matching/kernels/pair-list';
import { priceOut } from '@/domain/matching/kernels/price-out';

export type Most = {
  columnOf: Int32Array;
  /** Priorities of the matched, together. */
  value: number;
  /** Prices that prove it: a mentee outside the over-demanded set costs its priority, a place inside it what the last one served is worth. */
  prices: Prices;
  /** The pairs looked at; null when all were. */
  core: PairList | null;
};

const WORST_PER_ROW = 40;

/**
 * Serves as many as can be, by priority: a plan and the cover that proves that no plan serves more.
 *
 * @param begin a plan to begin with, −1 for rows without a column
 * @param core pairs to look at first; only for a face that is read row by row
 */
export function serveMost(
  face: Face,
  priority: Int32Array,
  { begin, core: known }: { begin: Int32Array; core: PairList | null },
  pulse: Pulse,
): Most {
  const level = participationLevel(priority);
  if (isList(face.pairs))
    return { ...served(graphOf(face, level, face.pairs, pulse), priority, begin, pulse), core: null };
  const reader = readerOf(face, level);
  let core = known ?? firstLook(face, face.pairs, pulse);
  let columnOf = begin;
  for (;;) {
    const found = served(graphOf(face, level, core, pulse), priority, columnOf, pulse);
    if (coversAll(face, priority, found.prices)) return { ...found, core };
    const { beaten, worst } = priceOut(
      reader,
      found.prices,
      { perRow: WORST_PER_ROW, mostHits: Infinity, mostTight: 0 },
      pulse,
    );
    if (beaten === 0) return { ...found, core };
    core = joined(core, worst);
    columnOf = found.columnOf;
  }
}

/**
 * Class by class, the highest priority first: whoever is seated stays seated, so each class gets what it can get beside
 * those before it (the greedy choice in a transversal matroid, Edmonds 1971). Each class's cover, counted with what its
 * priority exceeds the next one's, adds up to the prices.
 */
function served(graph: Graph, priority: Int32Array, begin: Int32Array, pulse: Pulse): Omit<Most, 'core'> {
  const prices = { rows: new Float64Array(graph.rows), columns: new Float64Array(graph.columns) };
  const wanted = new Uint8Array(graph.rows);
  const classes = [...new Set(priority)].sort((a, b) => b - a);
  // A row of a lower class that sits already would keep its seat from a higher one.
  const seating = seatingOf(graph, classes.length > 1 ? begin.map(() => -1) : begin.slice());
  classes.forEach((value, at) => {
    priority.forEach((own, row) => {
      if (own === value) wanted[row] = 1;
    });
    seatMost(graph, seating, wanted, pulse);
    const { inRows, inColumns } = overDemanded(graph, seating, wanted);
    const step = value - (classes[at + 1] ?? 0);
    wanted.forEach((isWanted, row) => {
      if (isWanted === 1 && inRows[row] === 0) prices.rows[row]! += step;
    });
    inColumns.forEach((isIn, column) => {
      if (isIn === 1) prices.columns[column]! += step;
    });
  });
  const { columnOf } = seating;
  return { columnOf, prices, value: priority.reduce((sum, own, row) => (columnOf[row] === -1 ? sum : sum + own), 0) };
}

/** Whether no pair can beat the prices, whichever pairs there are. */
function coversAll({ capacity }: Face, priority: Int32Array, prices: Prices): boolean {
  const least = prices.columns.reduce(
    (low, price, column) => (capacity[column]! > 0 ? Math.min(low, price) : low),
    Infinity,
  );
  return priority.every((own, row) => prices.rows[row]! + least >= own);
}
