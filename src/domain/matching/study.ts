import { pricesOf, type Prices } from '@/domain/matching/prices';
import { problemFor, scoreCycle, type MatchingCycle, type PlanSettings } from '@/domain/matching/score-cycle';
import { tryByResolving, whereToLook, type Finding } from '@/domain/matching/reports/where-to-look';
import { unmatchedReport, type Unmatched } from '@/domain/matching/reports/unmatched';
import { weightsReport, type WeightsReport } from '@/domain/matching/reports/weights';
import { comparePlans, type PlanFigures } from '@/domain/matching/compare';
import type { SolvePublic } from '@/domain/matching/what-if';

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
    whereToLook: whereToLook(cycle, tryByResolving(cycle, settings, solvePublic)),
    weights: weightsReport(cycle, settings, solvePublic),
    prices: pricesOf(problem, solvePublic),
  };
}
