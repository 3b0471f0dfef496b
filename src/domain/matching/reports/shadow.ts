import { at } from '@/domain/matching/arrange';
import { comparePlans, type PlanFigures } from '@/domain/matching/compare';
import { FACTORS, type FactorKey } from '@/domain/matching/factors';
import { pairKey, type Pair } from '@/domain/matching/problem';
import { labelsFor } from '@/domain/matching/rules';
import { scoreOf } from '@/domain/matching/score';
import type { ScoredCycle } from '@/domain/matching/score-cycle';
import { factorValues } from '@/domain/matching/values';

/** A factor's points over all matches of each plan, in thousandths. */
export type FactorComparison = { factor: FactorKey; label: string; ours: number; theirs: number };

export type ShadowReport = {
  /** Pairs that the committee and the matcher both made. */
  agreed: readonly Pair[];
  /** Mentees whom they gave different mentors, or of whom one matched only. Fits in thousandths; null for none. */
  differing: readonly { mentee: string; ours: string | null; theirs: string | null; fitChange: number }[];
  ours: PlanFigures;
  theirs: PlanFigures;
  /** Where the committee's plan is better or worse. */
  factors: readonly FactorComparison[];
  /** Pairs of the committee that a rule excludes. */
  excluded: readonly { pair: Pair; rules: readonly string[] }[];
};

function placesIn({ cycle }: ScoredCycle) {
  const rows = new Map(cycle.mentees.map(({ applicationId }, row) => [applicationId, row]));
  const columns = new Map(cycle.mentors.map(({ applicationId }, column) => [applicationId, column]));
  return ([menteeId, mentorId]: Pair) => {
    const [row, column] = [rows.get(menteeId), columns.get(mentorId)];
    if (row === undefined || column === undefined) throw new RangeError('This pair is not in the cycle.');
    return { row, column, cell: row * cycle.mentors.length + column };
  };
}

/**
 * The committee's own pairing beside the proposed one. `fitChange` is what the committee's choice has more.
 *
 * @throws {RangeError} when a pair names somebody who is not in the cycle: a bug, `readPairs` refuses such rows
 */
export function shadowReport(
  scored: ScoredCycle,
  plans: { ours: readonly Pair[]; theirs: readonly Pair[] },
  reader: 'staff' | 'others',
): ShadowReport {
  const placeOf = placesIn(scored);
  const withFit = (pairs: readonly Pair[]) =>
    pairs.map((pair) => ({ mentee: pair[0], mentor: pair[1], fit: at(scored.fit, placeOf(pair).cell) }));
  const pointsOf = (pairs: readonly Pair[]) =>
    pairs.map((pair) => {
      const { row, column } = placeOf(pair);
      return scoreOf(factorValues(scored.coupleAt(row, column)), scored.cycle.weights).points;
    });
  const [ours, theirs] = [pointsOf(plans.ours), pointsOf(plans.theirs)];
  const sum = (points: typeof ours, key: FactorKey) => points.reduce((total, one) => total + (one[key] ?? 0), 0);
  const { before, after, changes } = comparePlans(withFit(plans.ours), withFit(plans.theirs));
  const made = new Set(plans.ours.map((pair) => pairKey(...pair)));
  return {
    agreed: plans.theirs.filter((pair) => made.has(pairKey(...pair))),
    differing: changes
      .filter(({ kind }) => kind !== 'same')
      .map(({ mentee, from, to, fitChange }) => ({ mentee, ours: from, theirs: to, fitChange })),
    ours: before,
    theirs: after,
    factors: FACTORS.map(({ key, label }) => ({
      factor: key,
      label,
      ours: sum(ours, key),
      theirs: sum(theirs, key),
    })),
    excluded: plans.theirs.flatMap((pair) => {
      const rules = scored.excluded.get(placeOf(pair).cell);
      return rules ? [{ pair, rules: labelsFor(rules, reader) }] : [];
    }),
  };
}
