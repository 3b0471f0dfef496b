import { nearAhead, nearBehind, type Visit } from '@/domain/matching/kernels/kept-near';
import { isBefore } from '@/domain/matching/kernels/triple-heap';
import type { KeptMarket } from '@/domain/matching/whatif/kept-market';

/** A pair that is not made, and what the whole plan loses when it is forced. */
export type Choice = { row: number; column: number; loss: Float64Array };

/** The best so far, least loss first; each pair once. */
class Choices {
  readonly best: Choice[] = [];
  readonly limit: Float64Array;

  constructor(
    private readonly count: number,
    ceiling: number,
  ) {
    this.limit = new Float64Array(3).fill(ceiling);
  }

  get isFull(): boolean {
    return this.best.length === this.count;
  }

  offer({ row, column, loss }: Choice): void {
    if (!isBefore(loss, 0, this.limit, 0)) return;
    const known = this.best.findIndex((other) => other.row === row && other.column === column);
    const old = this.best[known];
    if (old && !isBefore(loss, 0, old.loss, 0)) return;
    if (known !== -1) this.best.splice(known, 1);
    this.best.push({ row, column, loss });
    this.best.sort((a, b) => (isBefore(a.loss, 0, b.loss, 0) ? -1 : 1));
    this.best.length = Math.min(this.best.length, this.count);
    const last = this.best[this.count - 1];
    if (last) this.limit.set(last.loss);
  }
}

/** Most choices that matter cost little, and a search that knows so reads few pairs: it widens until there are enough. */
function widening(count: number, search: (choices: Choices) => void): Choice[] {
  for (let ceiling = 400; ceiling < 2 ** 50; ceiling *= 3) {
    const choices = new Choices(count, ceiling);
    search(choices);
    if (choices.isFull) return choices.best;
  }
  const choices = new Choices(count, Infinity);
  search(choices);
  return choices.best;
}

/**
 * The pairs of a mentee, other than the one made, that cost the whole plan least; the least first.
 *
 * A forced pair costs its slack, and the shortest way on for whoever makes room: to the outside, or to the place that the
 * mentee leaves. Exact only with the mentees' best prices (see `toMenteeOptimal`).
 */
export function choicesOfRow(market: KeptMarket, row: number, count: number): Choice[] {
  const { graph, plan, search, outside, columnOf } = market;
  const { rowStart, rowColumn, rowScore } = graph;
  const held = columnOf[row]!;
  const slackTo = new Map<number, Float64Array>();
  for (let e = rowStart[row]!; e < rowStart[row + 1]!; e += 1) {
    const column = rowColumn[e]!;
    if (column !== held) slackTo.set(column, slackOf(market, row, column, rowScore[e]!));
  }
  return widening(count, (choices) => {
    for (const [column, slack] of slackTo) choices.offer({ row, column, loss: sum(slack, outside, column) });
    const each: Visit['each'] = (column, distance) => {
      const slack = slackTo.get(column);
      if (slack) choices.offer({ row, column, loss: sum(slack, distance, 0) });
    };
    if (held !== -1) nearBehind(graph, plan, search, held, { limit: choices.limit, each });
  });
}

/** The mentees of a mentor, other than those there, that cost the whole plan least. */
export function choicesOfColumn(market: KeptMarket, column: number, count: number): Choice[] {
  const { graph, plan, search, outside, columnOf } = market;
  const { columnStart, columnRow, columnScore } = graph;
  const slackOfRow = new Map<number, Float64Array>();
  for (let place = columnStart[column]!; place < columnStart[column + 1]!; place += 1) {
    const row = columnRow[place]!;
    if (columnOf[row] !== column) slackOfRow.set(row, slackOf(market, row, column, columnScore[place]!));
  }
  return widening(count, (choices) => {
    for (const [row, slack] of slackOfRow) choices.offer({ row, column, loss: sum(slack, outside, column) });
    const each: Visit['each'] = (held, distance) => {
      for (let row = plan.head[held]!; row !== -1; row = plan.next[row]!) {
        const slack = slackOfRow.get(row);
        if (slack) choices.offer({ row, column, loss: sum(slack, distance, 0) });
      }
    };
    nearAhead(graph, plan, search, column, { limit: choices.limit, each });
  });
}

const sum = (slack: Float64Array, distances: Float64Array, at: number): Float64Array =>
  slack.map((own, k) => own + distances[3 * at + k]!);

function slackOf({ graph }: KeptMarket, row: number, column: number, score: number): Float64Array {
  const { rowPrice, columnPrice, worth } = graph;
  const price = (k: number) => rowPrice[3 * row + k]! + columnPrice[3 * column + k]!;
  return Float64Array.of(
    price(0) - worth.first(row, score),
    price(1) - worth.second(row, column, score),
    price(2) - worth.third(row, column),
  );
}
