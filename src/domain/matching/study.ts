import { pricesOf, type Prices } from '@/domain/matching/prices';
import { problemFor, scoreCycle, type MatchingCycle, type PlanSettings } from '@/domain/matching/score-cycle';
import { tryByResolving, whereToLook, type Finding, type Try } from '@/domain/matching/reports/where-to-look';
import { unmatchedReport, type Unmatched } from '@/domain/matching/reports/unmatched';
import { weightsReport, type WeightsReport } from '@/domain/matching/reports/weights';
import { comparePlans, type PlanFigures } from '@/domain/matching/compare';
import type { Problem, Proof } from '@/domain/matching/problem';
import type { Resolve } from '@/domain/matching/reports/resolve';
import { canKeep, openSession, type Session } from '@/domain/matching/whatif/session';

/** All that prices tell of a cycle, by fit alone. Every id is an application's. */
export type Study = {
  figures: PlanFigures;
  /** Who competes for which places when not all can be served; null when all are. */
  demand: Demand | null;
  unmatched: readonly Unmatched[];
  whereToLook: readonly Finding[];
  weights: WeightsReport;
  prices: Prices;
};

export type Demand = { mentees: number; places: number; mentors: number };

/**
 * The mentees who compete for too few places (Hall 1935), read from the prices of participation: who competes costs
 * nothing, and only places that are fought over have a price.
 */
function demandOf(
  { mentees, mentors, objective, locks }: Problem,
  proof: Proof | undefined,
  unserved: number,
): Demand | null {
  const stage = proof?.stages.find((one) => one.stage === 'participation');
  if (!stage || objective !== 'participation' || unserved === 0) return null;
  const locked = new Set(locks.map(([menteeId]) => menteeId));
  const fought = mentors.filter((_, column) => (stage.mentors[column] ?? 0) > 0);
  const free = fought.map(({ id, capacity }) => capacity - locks.filter(([, mentorId]) => mentorId === id).length);
  return {
    mentees: mentees.filter(({ id }, row) => stage.mentees[row] === 0 && !locked.has(id)).length,
    places: free.reduce((sum, places) => sum + places, 0),
    mentors: fought.length,
  };
}

/** Reads the best public plan from all sides. */
export function studyCycle(cycle: MatchingCycle, settings: PlanSettings, resolve: Resolve): Study {
  const scored = scoreCycle(cycle);
  const problem = problemFor(scored, settings);
  const { matches, who } = resolve(problem);
  const session = canKeep(problem) ? openSession(problem) : null;
  const countsAlike = problem.mentees.every(({ priority }) => priority === 1);
  const tryMentor =
    session && countsAlike ? tryByPrices(cycle, settings, session) : tryByResolving(cycle, settings, resolve);
  return {
    figures: comparePlans([], matches).after,
    demand: demandOf(problem, who, problem.mentees.length - matches.length),
    unmatched: unmatchedReport({ problem, scored, matches, resolve }, 'others'),
    whereToLook: whereToLook(cycle, tryMentor),
    weights: weightsReport(cycle, settings, resolve),
    prices: pricesOf(problem, session, resolve),
  };
}

/** Reads a further mentor's gain from kept prices; right while every mentee counts alike. */
const tryByPrices =
  (cycle: MatchingCycle, settings: PlanSettings, { mentorGain }: Session): Try =>
  (mentor) => {
    const { served, total } = mentorGain(problemFor(scoreCycle({ ...cycle, mentors: [mentor] }), settings).fit);
    return { matched: served, totalFit: total };
  };
