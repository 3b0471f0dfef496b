import { at } from '@/domain/matching/arrange';
import { comparePlans, type Comparison } from '@/domain/matching/compare';
import { byText, NOT_ALLOWED, type Pair, type Problem } from '@/domain/matching/problem';
import { moved } from '@/domain/matching/whatif/resolve';
import type { Move } from '@/domain/matching/whatif/moves';
import { canKeep, openSession } from '@/domain/matching/whatif/session';
import type { SolvePublic } from '@/domain/matching/what-if';
import { Refusal } from '@/domain/refusal';

/** Another mentor for a mentee, at the exact price: what the best plan with this pair costs everybody else. */
export type PricedChoice = {
  mentorId: string;
  fit: number;
  /** Thousandths that all others lose in total; below 0 when they gain. */
  othersLose: number;
  /** Mentees matched more or fewer. */
  matchedChange: number;
};
export type PlacePrice = { mentorId: string; matchedChange: number; fitChange: number };
export type Prices = {
  choices: readonly { menteeId: string; choices: readonly PricedChoice[] }[];
  /** Mentors whose further place gains something, most first. */
  places: readonly PlacePrice[];
};

const MOST_CHOICES = 5;
/** Solving again for every choice takes too long above this many pairs; then only prices that are kept are told. */
const MOST_PAIRS_SOLVED_AGAIN = 20_000;

type Market = {
  tryOut: (move: Move) => Comparison | null;
  /** Choices worth pricing, other than the mentor the mentee has. */
  choicesOf: (menteeId: string) => readonly Pair[];
};

function keptMarket(problem: Problem): Market {
  const session = openSession(problem);
  return {
    tryOut: (move) => {
      const { before, after, changes } = session.tryOut(move);
      return { before, after, changes };
    },
    choicesOf: (id) => session.alternatives(id, MOST_CHOICES).map(({ pair }) => pair),
  };
}

/** Solves again for every question: for rules that prices do not know. */
function solvedMarket(problem: Problem, solvePublic: SolvePublic): Market {
  const { matches } = solvePublic(problem);
  const mentorOf = new Map(matches.map(({ mentee, mentor }) => [mentee, mentor]));
  const rows = new Map(problem.mentees.map(({ id }, row) => [id, row]));
  return {
    tryOut: (move) => {
      const changed = moved(problem, move);
      try {
        return 'fit' in changed ? comparePlans(matches, solvePublic(changed).matches) : null;
      } catch (error) {
        if (error instanceof Refusal) return null;
        throw error;
      }
    },
    choicesOf: (id) =>
      problem.mentors
        .map(({ id: mentorId }, column) => ({
          mentorId,
          fit: at(problem.fit, (rows.get(id) ?? 0) * problem.mentors.length + column),
        }))
        .filter(({ mentorId, fit }) => fit !== NOT_ALLOWED && mentorOf.get(id) !== mentorId)
        .sort((a, b) => b.fit - a.fit || byText(a.mentorId, b.mentorId))
        .slice(0, MOST_CHOICES)
        .map(({ mentorId }): Pair => [id, mentorId]),
  };
}

function priced({ tryOut }: Market, problem: Problem, [menteeId, mentorId]: Pair): PricedChoice | null {
  const row = problem.mentees.findIndex(({ id }) => id === menteeId);
  const column = problem.mentors.findIndex(({ id }) => id === mentorId);
  const fit = at(problem.fit, row * problem.mentors.length + column);
  const found = tryOut({ kind: 'lock', pair: [menteeId, mentorId] });
  if (!found) return null;
  const { before, after, changes } = found;
  const own = changes.find(({ mentee }) => mentee === menteeId)?.fitChange ?? 0;
  return {
    mentorId,
    fit,
    othersLose: before.totalFit - after.totalFit + own,
    matchedChange: after.matched - before.matched,
  };
}

/** What every choice costs and every further place gains, by fit alone. Prices are for one change and do not add up. */
export function pricesOf(problem: Problem, solvePublic: SolvePublic): Prices {
  const keeps = canKeep(problem);
  if (!keeps && problem.fit.length > MOST_PAIRS_SOLVED_AGAIN) return { choices: [], places: [] };
  const market = keeps ? keptMarket(problem) : solvedMarket(problem, solvePublic);
  const places = problem.mentors.flatMap(({ id: mentorId }): PlacePrice[] => {
    const found = market.tryOut({ kind: 'add-place', mentor: mentorId });
    if (!found) return [];
    const { before, after } = found;
    return [{ mentorId, matchedChange: after.matched - before.matched, fitChange: after.totalFit - before.totalFit }];
  });
  return {
    choices: problem.mentees.map(({ id }) => ({
      menteeId: id,
      choices: market
        .choicesOf(id)
        .map((pair) => priced(market, problem, pair))
        .filter((choice) => choice !== null),
    })),
    places: places
      .filter(({ matchedChange, fitChange }) => matchedChange > 0 || fitChange > 0)
      .sort((a, b) => b.matchedChange - a.matchedChange || b.fitChange - a.fitChange || byText(a.mentorId, b.mentorId)),
  };
}
