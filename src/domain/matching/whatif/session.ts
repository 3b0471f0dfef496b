import { at } from '@/domain/matching/arrange';
import { NO_PAIR } from '@/domain/matching/kernels/graph';
import type { Found } from '@/domain/matching/plan-search';
import type { AnyProblem, Answer, Pair } from '@/domain/matching/problem';
import { placesIn } from '@/domain/matching/scores';
import { choicesOfColumn, choicesOfRow, type Choice } from '@/domain/matching/whatif/alternatives';
import { mentorGain, placeGains, type Gain } from '@/domain/matching/whatif/gains';
import { keepMarket, scoreAt, type KeptMarket } from '@/domain/matching/whatif/kept-market';
import { tried, type KeptMove } from '@/domain/matching/whatif/kept-moves';
import type { Move, WhatIf } from '@/domain/matching/whatif/moves';
import { moved, publicly, resolved, solvedPublicly } from '@/domain/matching/whatif/resolve';

export type Alternative = {
  pair: Pair;
  fit: number;
  /** What all others together lose in thousandths of a point; below 0 when they gain. */
  othersLose: number;
  whatIf: WhatIf;
};

/** A solved public problem, warm for questions. Prices and gains are for one change at a time and do not add up. */
export type Session = {
  answer: Answer;
  tryOut: (move: Move) => WhatIf;
  /** The best other choices for one person, in either role; none for a mentee whose match is locked. */
  alternatives: (id: string, count: number) => Alternative[];
  /** By mentor, in the problem's order. */
  placeGains: () => Gain[];
  /** @param scores by mentee, `NOT_ALLOWED` for none */
  mentorGain: (scores: Int32Array) => Gain & { mentee: string | null };
};

/** Above this many pairs, or with rules that prices do not know, a session would not be exact. */
const MOST_PAIRS = 12_000_000;

/** Whether a session can answer for this problem; for others solve again with `resolved`. */
export function canKeep(problem: AnyProblem): boolean {
  const pairs =
    'pairs' in problem && 'start' in problem.pairs
      ? problem.pairs.column.length
      : problem.mentees.length * problem.mentors.length;
  const isStaged = problem.fairness === 'none' || problem.fairness === 'balanced';
  return isStaged && problem.bothRoles.length < 2 && pairs <= MOST_PAIRS;
}

/** @throws {RangeError} when `canKeep` says no */
export function openSession(withPrivate: AnyProblem): Session {
  if (!canKeep(withPrivate)) throw new RangeError('This problem cannot be kept.');
  const problem = publicly(withPrivate);
  let found: Found | null = null;
  const answer = solvedPublicly(problem, { onFound: (plan) => (found = plan) });
  if (!found) throw new Error('Nothing was found.');
  const market = keepMarket(problem, found);
  const inMarket = placesInMarket(market);
  const lockedScores = answer.matches.filter(({ locked }) => locked).map(({ fit }) => fit);
  const tryOut = (move: Move): WhatIf => {
    const kept = inMarket.move(move);
    return kept ? tried(market, kept, lockedScores) : resolved(answer, moved(problem, move));
  };
  const told = ({ row, column, ...known }: Choice): Alternative => {
    const pair = inMarket.pair(row, column);
    const whatIf = tried(market, { kind: 'lock', row, column, known }, lockedScores);
    const fit = scoreAt(market.graph, row, column);
    const old = market.scoreOf[row] === NO_PAIR ? 0 : at(market.scoreOf, row);
    return { pair, fit, othersLose: whatIf.before.totalFit - old - (whatIf.after.totalFit - fit), whatIf };
  };
  return {
    answer,
    tryOut,
    alternatives: (id, count) => {
      const { row, column } = inMarket.person(id);
      if (row !== undefined) return choicesOfRow(market, row, count).map(told);
      return column === undefined ? [] : choicesOfColumn(market, column, count).map(told);
    },
    placeGains: () => placeGains(market),
    mentorGain: (scores) => {
      const { row, ...gain } = mentorGain(market, scores);
      return { ...gain, mentee: row === -1 ? null : at(problem.mentees, row).id };
    },
  };
}

/** People and moves as rows and columns of the market; whoever is locked has no row. */
function placesInMarket({ problem, arranged, graph }: KeptMarket) {
  const place = placesIn(problem);
  const rowOf = new Map(arranged.rows.map((row, r) => [row, r]));
  const columnOf = new Map(arranged.columns.map((column, c) => [column, c]));
  const row = (id: string) => rowOf.get(place.row.get(id) ?? -1);
  const column = (id: string) => columnOf.get(place.column.get(id) ?? -1);
  const hasLocks = new Set(arranged.locks.map(([, mentorId]) => mentorId));
  const paired = (kind: 'lock' | 'veto', [menteeId, mentorId]: Pair): KeptMove | null => {
    const [r, c] = [row(menteeId), column(mentorId)];
    if (r === undefined || c === undefined) return null;
    // A pair that may not be made is refused by solving, with the reason.
    return kind === 'lock' && scoreAt(graph, r, c) === NO_PAIR ? null : { kind, row: r, column: c };
  };
  return {
    person: (id: string) => ({ row: row(id), column: column(id) }),
    pair: (r: number, c: number): Pair => [
      at(problem.mentees, at(arranged.rows, r)).id,
      at(problem.mentors, at(arranged.columns, c)).id,
    ],
    move: (move: Move): KeptMove | null => {
      if ('pair' in move) return paired(move.kind, move.pair);
      if (move.kind === 'withdraw-mentee') {
        const r = row(move.mentee);
        return r === undefined ? null : { kind: move.kind, row: r };
      }
      const c = column(move.mentor);
      const isOpen = c !== undefined && at(arranged.capacity, c) > 0 && !hasLocks.has(move.mentor);
      return isOpen ? { kind: move.kind, column: c } : null;
    },
  };
}
