import { at } from '@/domain/matching/arrange';
import type { Change, PlanFigures } from '@/domain/matching/compare';
import { fillKept, isShort } from '@/domain/matching/kernels/kept-fill';
import { rise, sit, type RowGraph } from '@/domain/matching/kernels/kept-graph';
import { findSeat, movePrices, takeSeat, type Root } from '@/domain/matching/kernels/kept-seat';
import { NO_PAIR } from '@/domain/matching/kernels/graph';
import { byText } from '@/domain/matching/problem';
import type { Choice } from '@/domain/matching/whatif/alternatives';
import { scoreAt, type KeptMarket } from '@/domain/matching/whatif/kept-market';
import type { WhatIf } from '@/domain/matching/whatif/moves';

/** A move among rows and columns of the market. Of a locked pair it may be known who makes room, and what that costs. */
export type KeptMove =
  | { kind: 'lock'; row: number; column: number; known?: Pick<Choice, 'way' | 'steps'> }
  | { kind: 'veto'; row: number; column: number }
  | { kind: 'withdraw-mentee'; row: number }
  | { kind: 'withdraw-mentor' | 'add-place'; column: number };

/** The best plan after a move: a search for each person displaced and each place freed, from the kept prices. */
export function tried(market: KeptMarket, move: KeptMove, lockedScores: readonly number[]): WhatIf {
  make(market, move);
  const forced = move.kind === 'lock' ? move : null;
  const result = difference(market, forced, lockedScores);
  undo(market, move);
  return result;
}

/** Whether the plan has the pair already, or never had it: then nothing changes. */
const isIdle = ({ columnOf }: KeptMarket, move: KeptMove): boolean =>
  (move.kind === 'lock' && columnOf[move.row] === move.column) ||
  (move.kind === 'veto' && columnOf[move.row] !== move.column);

function make(market: KeptMarket, move: KeptMove): void {
  if (isIdle(market, move)) return;
  const { plan } = market;
  switch (move.kind) {
    case 'lock': {
      const from = plan.columnOf[move.row]!;
      leave(market, move.row);
      plan.capacity[move.column]! -= 1;
      if (move.known?.steps) {
        for (const [row] of move.known.steps) rise(plan, row);
        for (const [row, column] of move.known.steps) sit(plan, row, column);
        return;
      }
      if (plan.load[move.column]! > plan.capacity[move.column]!)
        reseat(market, market.graph, { row: -1, column: move.column }, { freed: from, way: move.known?.way });
      refill(market, from);
      return;
    }
    case 'veto':
      plan.bannedRow = move.row;
      plan.bannedColumn = move.column;
      rise(plan, move.row);
      reseat(market, market.graph, { row: move.row, column: -1 }, { freed: move.column });
      refill(market, move.column);
      return;
    case 'withdraw-mentee': {
      const from = plan.columnOf[move.row]!;
      leave(market, move.row);
      refill(market, from);
      return;
    }
    case 'withdraw-mentor': {
      const rows: number[] = [];
      for (let row = plan.head[move.column]!; row !== -1; row = plan.next[row]!) rows.push(row);
      for (const row of rows) rise(plan, row);
      plan.capacity[move.column] = 0;
      rows.forEach((row, k) => {
        reseat(market, market.outward, { row, column: -1 }, { isLast: k === rows.length - 1 });
      });
      return;
    }
    case 'add-place':
      plan.capacity[move.column]! += 1;
      refill(market, move.column);
  }
}

function leave({ plan }: KeptMarket, row: number): void {
  rise(plan, row);
  plan.gone[row] = 1;
  plan.movedRows.push(row);
}

/**
 * Most people find a place near by, and a search that knows so reads few pairs: limits grow until an end is found. The
 * first is a tenth of a point.
 */
function widening(search: KeptMarket['search'], find: () => boolean): void {
  for (let limit = 100; limit < 2 ** 50; limit *= 2) {
    search.best.fill(limit);
    if (find()) return;
  }
  search.best.fill(Infinity);
  if (!find()) throw new RangeError('Everybody can stay alone, and every place free.');
}

type Reseating = {
  /** A column that has a place to fill afterwards, unless the search ends there; −1 for none. */
  freed?: number;
  isLast?: boolean;
  way?: Float64Array | undefined;
};

/** Prices of hundreds of people move only when another search comes after this one. */
function reseat(
  { plan, search }: KeptMarket,
  graph: RowGraph,
  root: Root,
  { freed, isLast = false, way }: Reseating,
): void {
  const find = () => {
    const end = findSeat(graph, plan, search, root);
    if (!end) return false;
    if (!isLast && end.column !== freed && freed !== -1) movePrices(plan, search, root, end);
    takeSeat(plan, search, root, end);
    return true;
  };
  if (way) {
    // An end exactly so far is below this limit, and nothing farther is looked at.
    search.best.set(way);
    search.best[2]! += 1;
    if (find()) return;
  }
  widening(search, find);
}

function refill({ graph, plan, search }: KeptMarket, column: number): void {
  if (column !== -1 && isShort(graph, plan, column)) widening(search, () => fillKept(graph, plan, search, column));
}

function undo({ plan, columnOf, arranged }: KeptMarket, move: KeptMove): void {
  const rows = new Set(plan.movedRows);
  for (const row of rows) {
    plan.gone[row] = 0;
    if (plan.columnOf[row] !== columnOf[row]) rise(plan, row);
  }
  for (const row of rows) if (plan.columnOf[row] !== columnOf[row]) sit(plan, row, columnOf[row]!);
  for (const row of plan.touchedRows) for (let k = 3 * row; k < 3 * row + 3; k += 1) plan.rowShift[k] = 0;
  for (const column of plan.touchedColumns) plan.columnShift.fill(0, 3 * column, 3 * column + 3);
  if ('column' in move) plan.capacity[move.column] = at(arranged.capacity, move.column);
  plan.bannedRow = -1;
  plan.bannedColumn = -1;
  plan.mostFall = 0;
  plan.movedRows.length = 0;
  plan.touchedRows.length = 0;
  plan.touchedColumns.length = 0;
}

type Forced = { row: number; column: number } | null;

function difference(market: KeptMarket, forced: Forced, lockedScores: readonly number[]): WhatIf {
  const { graph, plan, columnOf, scoreOf, problem, arranged } = market;
  const before = figuresOf(scoreOf, lockedScores);
  const now = (row: number) => (row === forced?.row ? forced.column : plan.columnOf[row]!);
  const rows = [...new Set(plan.movedRows)].filter((row) => now(row) !== columnOf[row]);
  const earlier = rows.map((row) => scoreOf[row]!);
  for (const row of rows) scoreOf[row] = now(row) === -1 ? NO_PAIR : scoreAt(graph, row, now(row));
  const after = figuresOf(scoreOf, lockedScores);
  const mentorId = (column: number) => (column === -1 ? null : at(problem.mentors, at(arranged.columns, column)).id);
  const changes = rows.map((row, k): Change => {
    const [from, to] = [mentorId(columnOf[row]!), mentorId(now(row))];
    const [was, is] = [earlier[k]!, scoreOf[row]!].map((score) => (score === NO_PAIR ? 0 : score));
    const kind = from === null ? 'gained' : to === null ? 'lost' : 'moved';
    return { mentee: at(problem.mentees, at(arranged.rows, row)).id, kind, from, to, fitChange: is! - was! };
  });
  rows.forEach((row, k) => (scoreOf[row] = earlier[k]!));
  return { before, after, changes: changes.sort((a, b) => byText(a.mentee, b.mentee)) };
}

function figuresOf(scores: Int32Array, lockedScores: readonly number[]): PlanFigures {
  let matched = lockedScores.length;
  let totalFit = 0;
  let least = Infinity;
  for (const score of lockedScores) {
    totalFit += score;
    least = Math.min(least, score);
  }
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row]!;
    if (score === NO_PAIR) continue;
    matched += 1;
    totalFit += score;
    if (score < least) least = score;
  }
  return { matched, totalFit, minimumFit: matched === 0 ? null : least };
}
