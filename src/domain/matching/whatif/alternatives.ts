import type { NearPairs } from '@/domain/matching/kernels/near-pairs';
import {
  isNear,
  nearAhead,
  nearBehind,
  stepsBetween,
  type Step,
  type Surroundings,
} from '@/domain/matching/kernels/kept-near';
import { isBefore } from '@/domain/matching/kernels/triple-heap';
import type { KeptMarket } from '@/domain/matching/whatif/kept-market';

/** A pair that is not made, and what the whole plan loses when it is forced. */
export type Choice = {
  row: number;
  column: number;
  loss: Float64Array;
  /** The part of the loss that making room costs. */
  way: Float64Array;
  /** Who moves, when whoever makes room goes on to the place that the mentee leaves; null for the way to the outside. */
  steps: readonly Step[] | null;
};

/** The best so far, least loss first. */
class Choices {
  readonly best: Choice[] = [];
  readonly limit = new Float64Array(3).fill(Infinity);

  constructor(private readonly count: number) {}

  offer(choice: Choice): void {
    if (!isBefore(choice.loss, 0, this.limit, 0)) return;
    this.best.push(choice);
    this.best.sort((a, b) => (isBefore(a.loss, 0, b.loss, 0) ? -1 : 1));
    this.best.length = Math.min(this.best.length, this.count);
    const last = this.best[this.count - 1];
    if (last) this.limit.set(last.loss);
  }
}

/** Who is asked about: a line of near pairs, whose pairs they are, and the surroundings of the place in question. */
type Asked = {
  near: NearPairs;
  own: number;
  pairWith: (other: number) => { row: number; column: number };
  /** The column that must be near for a pair to be made by moving people within the plan; −1 for none. */
  meets: (other: number) => number;
  look: (limit: number) => Surroundings | null;
};

/** Nearly all of a plan lies within this many thousandths, and a search that knows so reads few pairs. */
const SURROUNDINGS = 400;

/**
 * Pairs one after the other by their slack, which a loss is never below, until no further one can be among the best. Where
 * a pair's way was farther than was looked, and could matter, it is looked farther.
 */
function leastLosses(market: KeptMarket, asked: Asked, count: number): Choice[] {
  for (let limit = SURROUNDINGS; ; limit = limit < 2 ** 50 ? 2 * limit : Infinity) {
    const around = asked.look(limit);
    const choices = new Choices(count);
    const { isSure } = offerAll(market, asked, { around, choices });
    if (isSure || limit === Infinity) return choices.best;
  }
}

/** Whether a way that was not looked for could still be better. */
function offerAll(
  market: KeptMarket,
  { near, own, pairWith, meets }: Asked,
  { around, choices }: { around: Surroundings | null; choices: Choices },
): { isSure: boolean } {
  const { outside, columnOf, plan } = market;
  let unsure = Infinity;
  for (let k = 0; ; k += 1) {
    while (near.from[own]! + k === near.to[own]! && near.cover[own]! < choices.limit[0]!) {
      near.widen(own, Math.min(choices.limit[0]!, 2 * near.cover[own]! + SURROUNDINGS));
    }
    if (near.from[own]! + k === near.to[own]!) break;
    const e = near.from[own]! + k;
    const first = near.slack[e]!;
    if (first > choices.limit[0]!) break;
    const { row, column } = pairWith(near.other[e]!);
    if (columnOf[row] === column) continue;
    const meeting = meets(near.other[e]!);
    const known = around && meeting !== -1 && isNear(around, meeting) ? around : null;
    const distance = known?.search.columns.distance ?? outside;
    const isInside = known !== null && isBefore(distance, meeting, outside, column);
    if (around && meeting !== -1 && !known) unsure = Math.min(unsure, first + around.limit);
    const ways = isInside ? distance : outside;
    const place = 3 * (isInside ? meeting : column);
    const way = ways.slice(place, place + 3);
    const slack = slackOf(market, row, column, near.score[e]!);
    const loss = slack.map((one, level) => one + way[level]!);
    if (!isBefore(loss, 0, choices.limit, 0)) continue;
    choices.offer({ row, column, loss, way, steps: isInside ? stepsBetween(known, meeting, plan) : null });
  }
  return { isSure: unsure === Infinity || unsure > choices.limit[0]! };
}

/**
 * The pairs of a mentee, other than the one made, that cost the whole plan least; the least first.
 *
 * A forced pair costs its slack, and the shortest way on for whoever makes room: to the outside, or to the place that the
 * mentee leaves. Exact only with the mentees' best prices (see `toMenteeOptimal`).
 */
export function choicesOfRow(market: KeptMarket, row: number, count: number): Choice[] {
  const { graph, plan, search, columnOf } = market;
  const held = columnOf[row]!;
  const asked: Asked = {
    near: graph.nearRow,
    own: row,
    pairWith: (column) => ({ row, column }),
    meets: (column) => column,
    look: (limit) => (held === -1 ? null : nearBehind(graph, plan, search, [held, limit])),
  };
  return leastLosses(market, asked, count);
}

/** The mentees of a mentor, other than those there, that cost the whole plan least. */
export function choicesOfColumn(market: KeptMarket, column: number, count: number): Choice[] {
  const { graph, plan, search, columnOf } = market;
  const asked: Asked = {
    near: graph.nearColumn,
    own: column,
    pairWith: (row) => ({ row, column }),
    meets: (row) => columnOf[row]!,
    look: (limit) => nearAhead(graph, plan, search, [column, limit]),
  };
  return leastLosses(market, asked, count);
}

function slackOf({ graph }: KeptMarket, row: number, column: number, score: number): Float64Array {
  const { rowPrice, columnPrice, worth } = graph;
  const price = (k: number) => rowPrice[3 * row + k]! + columnPrice[3 * column + k]!;
  return Float64Array.of(
    price(0) - worth.first(row, score),
    price(1) - worth.second(row, column, score),
    price(2) - worth.third(row, column),
  );
}
