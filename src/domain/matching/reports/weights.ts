import { FACTORS, type FactorKey, type Weights } from '@/domain/matching/factors';
import { pairKey } from '@/domain/matching/problem';
import { problemFor, scoreCycle, type MatchingCycle, type PlanSettings } from '@/domain/matching/score-cycle';
import type { PlanPair, Resolve } from './resolve';

/** What one factor does to the plan. Numbers are mentees whose match would be another, or none. */
export type FactorEffect = {
  factor: FactorKey;
  label: string;
  weight: number;
  /** Without this factor. */
  changedWithout: number;
  /** With this factor and no other. */
  changedAlone: number;
};

export type WeightsReport = {
  effects: readonly FactorEffect[];
  /** Labels of factors without which the plan would be the same. */
  changeNothing: readonly string[];
  /** Labels of factors that alone give the same plan. */
  decideAlone: readonly string[];
};

const NO_WEIGHT: Weights = { competencies: 0, interests: 0, region: 0, meeting: 0, setting: 0 };

/** Mentees who have not the same mentor in both plans. */
function changed(before: readonly PlanPair[], after: readonly PlanPair[]): number {
  const kept = new Set(before.map(({ mentee, mentor }) => pairKey(mentee, mentor)));
  const same = after.filter(({ mentee, mentor }) => kept.has(pairKey(mentee, mentor)));
  const mentees = new Set([...before, ...after].map(({ mentee }) => mentee));
  return mentees.size - same.length;
}

/** Which factors matter: each is left out once and left alone once. Factors that are off are not asked about. */
export function weightsReport(cycle: MatchingCycle, settings: PlanSettings, resolve: Resolve): WeightsReport {
  const planWith = (weights: Weights) => resolve(problemFor(scoreCycle({ ...cycle, weights }), settings)).matches;
  const plan = planWith(cycle.weights);
  const effects = FACTORS.filter(({ key }) => cycle.weights[key] > 0).map(({ key, label }): FactorEffect => ({
    factor: key,
    label,
    weight: cycle.weights[key],
    changedWithout: changed(plan, planWith({ ...cycle.weights, [key]: 0 })),
    changedAlone: changed(plan, planWith({ ...NO_WEIGHT, [key]: cycle.weights[key] })),
  }));
  const labels = (where: (effect: FactorEffect) => boolean) => effects.filter(where).map(({ label }) => label);
  return {
    effects,
    changeNothing: labels(({ changedWithout }) => changedWithout === 0),
    decideAlone: labels(({ changedAlone }) => changedAlone === 0),
  };
}
