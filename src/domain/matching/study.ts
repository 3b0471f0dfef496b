import { pricesOf, type Prices } from '@/domain/matching/prices';
import { problemFor, scoreCycle, type MatchingCycle, type PlanSettings } from '@/domain/matching/score-cycle';
import { tryByResolving, whereToLook, type Finding, type Try } from '@/domain/matching/reports/where-to-look';
import { unmatchedReport, type Unmatched } from '@/domain/matching/reports/unmatched';
import { weightsReport, type WeightsReport } from '@/domain/matching/reports/weights';
import { comparePlans, type PlanFigures } from '@/domain/matching/compare';
import type { Problem } from '@/domain/matching/problem';
import type { SolvePublic } from '@/domain/matching/what-if';
import { canKeep, openSession } from '@/domain/matching/whatif/session';

/** All that prices tell of a cycle, by fit alone. Every id is an application's. */
export type Study = {
  figures: PlanFigures;
  unmatched: readonly Unmatched[];
  whereToLook: readonly Finding[];
  weights: WeightsReport;
  prices: Prices;
};

/** Reads the best public plan from all sides. */
export function studyCycle(cycle: MatchingCycle, settings: PlanSettings, solvePublic: SolvePublic): Study {
  const scored = scoreCycle(cycle);
  const problem = problemFor(scored, settings);
  const { matches } = solvePublic(problem);
  return {
    figures: comparePlans([], matches).after,
    unmatched: unmatchedReport({ problem, scored, matches, resolve: solvePublic }, 'others'),
    whereToLook: whereToLook(cycle, tryMentor(cycle, settings, { problem, solvePublic })),
    weights: weightsReport(cycle, settings, solvePublic),
    prices: pricesOf(problem, solvePublic),
  };
}

/** By prices where they are kept and everybody counts alike, else by solving again. */
function tryMentor(
  cycle: MatchingCycle,
  settings: PlanSettings,
  { problem, solvePublic }: { problem: Problem; solvePublic: SolvePublic },
): Try {
  const countsAlike = problem.mentees.every(({ priority }) => priority === 1);
  if (!canKeep(problem) || !countsAlike) return tryByResolving(cycle, settings, solvePublic);
  const { mentorGain } = openSession(problem);
  return (mentor) => {
    const { served, total } = mentorGain(problemFor(scoreCycle({ ...cycle, mentors: [mentor] }), settings).fit);
    return { matched: served, totalFit: total };
  };
}
