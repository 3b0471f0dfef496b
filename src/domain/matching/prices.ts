import { at } from '@/domain/matching/arrange';
import { comparePlans, type Comparison } from '@/domain/matching/compare';
import { byText, NOT_ALLOWED, type Problem } from '@/domain/matching/problem';
import type { Resolve } from '@/domain/matching/reports/resolve';
import { moved } from '@/domain/matching/whatif/resolve';
import type { Move } from '@/domain/matching/whatif/moves';
import type { Session } from '@/domain/matching/whatif/session';
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
  tryOut: (move: Move) => Pick<Comparison, 'before' | 'after'> | null;
  choicesOf: (menteeId: string) => readonly PricedChoice[];
};

const keptMarket = ({ tryOut, alternatives }: Session): Market => ({
  tryOut,
  choicesOf: (id) =>
    alternatives(id, MOST_CHOICES).map(({ pair: [, mentorId], fit, othersLose, whatIf: { before, after } }) => ({
      mentorId,
      fit,
      othersLose,
      matchedChange: after.matched - before.matched,
    })),
});

/** Solves again for every question: for rules that prices do not know. */
function solvedMarket(problem: Problem, resolve: Resolve): Market {
  const { matches } = resolve(problem);
  const matchOf = new Map(matches.map((match) => [match.mentee, match]));
  const rows = new Map(problem.mentees.map(({ id }, row) => [id, row]));
  const tryOut = (move: Move): Comparison | null => {
    const changed = moved(problem, move);
    try {
      return 'fit' in changed ? comparePlans(matches, resolve(changed).matches) : null;
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  };
  const priced = (menteeId: string, mentorId: string, fit: number): PricedChoice[] => {
    const found = tryOut({ kind: 'lock', pair: [menteeId, mentorId] });
    if (!found) return [];
    const { before, after } = found;
    const othersLose = before.totalFit - (matchOf.get(menteeId)?.fit ?? 0) - (after.totalFit - fit);
    return [{ mentorId, fit, othersLose, matchedChange: after.matched - before.matched }];
  };
  return {
    tryOut,
    choicesOf: (id) =>
      problem.mentors
        .map(({ id: mentorId }, column) => {
          return { mentorId, fit: at(problem.fit, (rows.get(id) ?? 0) * problem.mentors.length + column) };
        })
        .filter(({ mentorId, fit }) => fit !== NOT_ALLOWED && matchOf.get(id)?.mentor !== mentorId)
        .sort((a, b) => b.fit - a.fit || byText(a.mentorId, b.mentorId))
        .slice(0, MOST_CHOICES)
        .flatMap(({ mentorId, fit }) => priced(id, mentorId, fit)),
  };
}

/**
 * What every choice costs and every further place gains, by fit alone. Prices are for one change and do not add up.
 *
 * @param session of this problem; null where its prices cannot be kept, and it is solved again by `resolve`
 */
export function pricesOf(problem: Problem, session: Session | null, resolve: Resolve): Prices {
  if (!session && problem.fit.length > MOST_PAIRS_SOLVED_AGAIN) return { choices: [], places: [] };
  const market = session ? keptMarket(session) : solvedMarket(problem, resolve);
  const places = problem.mentors.flatMap(({ id: mentorId }): PlacePrice[] => {
    const found = market.tryOut({ kind: 'add-place', mentor: mentorId });
    if (!found) return [];
    const { before, after } = found;
    return [{ mentorId, matchedChange: after.matched - before.matched, fitChange: after.totalFit - before.totalFit }];
  });
  return {
    choices: problem.mentees.map(({ id }) => ({ menteeId: id, choices: market.choicesOf(id) })),
    places: places
      .filter(({ matchedChange, fitChange }) => matchedChange > 0 || fitChange > 0)
      .sort((a, b) => b.matchedChange - a.matchedChange || b.fitChange - a.fitChange || byText(a.mentorId, b.mentorId)),
  };
}
