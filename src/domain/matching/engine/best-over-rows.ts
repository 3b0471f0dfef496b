import { beginCounting } from '@/domain/matching/engine/begin-counting';
import type { Best, Hints } from '@/domain/matching/engine/best';
import { isList, type Face, type Prices } from '@/domain/matching/engine/face';
import { firstLook, firstLookAt } from '@/domain/matching/engine/first-look';
import { graphOf, readerOf, valueOf } from '@/domain/matching/engine/graphs';
import type { Level } from '@/domain/matching/engine/levels';
import { bid, optimise, type Begun, type Pulse } from '@/domain/matching/engine/optimise';
import type { Graph } from '@/domain/matching/kernels/graph';
import { joined, PairWriter, type PairList } from '@/domain/matching/kernels/pair-list';
import { priceOut } from '@/domain/matching/kernels/price-out';
import type { RowReader } from '@/domain/matching/kernels/select-core';

const WORST_PER_ROW = 40;
/** Pairs of an optimal face per row, beyond which it is not listed. */
const MOST_TIGHT_PER_ROW = 64;
/** In a rough round a row is left when this many of its pairs beat their prices: the worst of them will do. */
const ROUGH_HITS = 256;
const MOST_ROUGH_ROUNDS = 8;
/** Rough prices are tried on one row in so many before all are. */
const TRIED = 8;

/**
 * The plan of the highest weight, without a list of all pairs: solves a core, compares every pair with its prices, takes
 * those in that beat them, and solves again, until none does.
 */
export function bestOverRows(face: Face, level: Level, hints: Hints, pulse: Pulse): Best {
  const reader = readerOf(face, level);
  const first = hints.core ?? firstCore(face, level, reader, pulse);
  const whole = withPlan(face, first, hints.columnOf);
  let { core, graph, beginning } = level.counts
    ? counting(face, level, { core: whole, columnOf: hints.columnOf }, pulse)
    : roughly(face, level, { reader, core: whole }, pulse);
  const limits = { perRow: WORST_PER_ROW, mostHits: Infinity, mostTight: MOST_TIGHT_PER_ROW * face.rows };
  for (;;) {
    const found = optimise(graph, beginning, pulse);
    const prices = { rows: found.rowPrice, columns: found.columnPrice };
    const { beaten, worst, lift, tight } = priceOut(reader, prices, limits, pulse);
    const value = valueOf(graph, found.edgeOf);
    hints.onBound(lift / Math.max(1, Math.abs(value)));
    if (beaten === 0) return { columnOf: found.columnOf, prices, value, tight, core };
    core = joined(core, worst);
    graph = graphOf(face, level, core, pulse);
    beginning = { columnOf: found.columnOf, columnPrice: found.columnPrice };
  }
}

function counting(
  face: Face,
  level: Level,
  { core, columnOf }: { core: PairList; columnOf: Int32Array },
  pulse: Pulse,
): { core: PairList; graph: Graph; beginning: Begun } {
  const graph = graphOf(face, level, core, pulse);
  return { core, graph, beginning: beginCounting(graph, columnOf, pulse) };
}

function firstCore(face: Face, level: Level, reader: RowReader, pulse: Pulse): PairList {
  return level.byScore && !isList(face.pairs) ? firstLook(face, face.pairs, pulse) : firstLookAt(reader, pulse);
}

/**
 * Prices from bidding, and a core that is nearly large enough: while many pairs beat the prices, those are good enough
 * to find them, and exact ones would be worked out for nothing.
 */
function roughly(
  face: Face,
  level: Level,
  { reader, core: first }: { reader: RowReader; core: PairList },
  pulse: Pulse,
): { core: PairList; graph: Graph; beginning: Begun } {
  const limits = { perRow: WORST_PER_ROW, mostHits: ROUGH_HITS, mostTight: 0 };
  let core = first;
  let graph = graphOf(face, level, core, pulse);
  let beginning = bid(graph, null, pulse);
  if (seldomBeaten(reader, roughPrices(graph, beginning), pulse)) return { core, graph, beginning };
  for (let round = 0; round < MOST_ROUGH_ROUNDS; round += 1) {
    const { beaten, worst } = priceOut(reader, roughPrices(graph, beginning), limits, pulse);
    core = joined(core, worst);
    graph = graphOf(face, level, core, pulse);
    if (beaten < face.rows / 4) break;
    beginning = bid(graph, beginning, pulse);
    if (beaten < face.rows) break;
  }
  return { core, graph, beginning };
}

function seldomBeaten(reader: RowReader, prices: Prices, pulse: Pulse): boolean {
  const rows = Math.ceil(reader.rows / TRIED);
  const some = { ...reader, rows, read: (row: number) => reader.read(row * TRIED) };
  const rowPrices = Float64Array.from({ length: rows }, (_, row) => prices.rows[row * TRIED]!);
  const limits = { perRow: 1, mostHits: ROUGH_HITS, mostTight: 0 };
  return priceOut(some, { rows: rowPrices, columns: prices.columns }, limits, pulse).beaten < rows / 4;
}

/** Row prices that cover every pair of a graph at the prices of its columns. */
function roughPrices({ rows, start, pairs, rowMust }: Graph, { columnPrice }: Begun): Prices {
  const rowPrice = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let price = rowMust[row] === 1 ? -Infinity : 0;
    for (let e = start[row]!, end = start[row + 1]!; e < end; e += 1)
      price = Math.max(price, pairs[2 * e + 1]! - columnPrice[pairs[2 * e]!]!);
    rowPrice[row] = Math.round(price);
  }
  return { rows: rowPrice, columns: columnPrice.map(Math.round) };
}

/** The core with the pairs of a plan, so that everybody who must be served can be. */
function withPlan({ rows, pairs }: Face, core: PairList, columnOf: Int32Array): PairList {
  if (isList(pairs)) return core;
  const { start, column } = core;
  const missing = new PairWriter(rows, 16);
  for (let row = 0; row < rows; row += 1) {
    const own = columnOf[row]!;
    if (own !== -1 && !column.subarray(start[row], start[row + 1]).includes(own))
      missing.add(own, pairs.rowOf(row)[own]!);
    missing.endRow(row);
  }
  return missing.size === 0 ? core : joined(core, missing.done());
}
