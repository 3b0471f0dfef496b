import { comparePlans, type Comparison } from '@/domain/matching/compare';
import type { Weights } from '@/domain/matching/factors';
import type { Pair } from '@/domain/matching/problem';
import type { Resolve } from '@/domain/matching/reports/resolve';
import { problemFor, scoreCycle, type MatchingCycle, type PlanSettings } from '@/domain/matching/score-cycle';

/** One thing that might be done. */
export type WhatIf =
  | { kind: 'lock'; menteeId: string; mentorId: string }
  | { kind: 'veto'; menteeId: string; mentorId: string }
  /** Two mentees change their mentors: both new pairs are locked. */
  | { kind: 'swap'; pairs: readonly Pair[] }
  | { kind: 'withdraw'; applicationId: string }
  /** This mentor takes one more. */
  | { kind: 'place'; mentorId: string }
  /** `minimumScore` in thousandths of a point. */
  | { kind: 'weights'; weights: Weights; minimumScore: number };

const isPair =
  ([mentee, mentor]: Pair) =>
  (other: Pair) =>
    other[0] === mentee && other[1] === mentor;

function withRules(
  cycle: MatchingCycle,
  rules: Partial<Pick<MatchingCycle['facts'], 'locks' | 'committeeVetoes'>>,
): MatchingCycle {
  return { ...cycle, facts: { ...cycle.facts, ...rules } };
}

/** A lock takes the place of what was locked for these mentees before. */
function locked(cycle: MatchingCycle, pairs: readonly Pair[]): MatchingCycle {
  const others = cycle.facts.locks.filter(([menteeId]) => !pairs.some(([id]) => id === menteeId));
  return withRules(cycle, { locks: [...others, ...pairs] });
}

function vetoed(cycle: MatchingCycle, pair: Pair): MatchingCycle {
  const { locks, committeeVetoes } = cycle.facts;
  const same = isPair(pair);
  return withRules(cycle, {
    locks: locks.filter((lock) => !same(lock)),
    committeeVetoes: [...committeeVetoes, pair],
  });
}

function withdrawn(cycle: MatchingCycle, applicationId: string): MatchingCycle {
  const stays = <P extends { applicationId: string }>(people: readonly P[]) =>
    people.filter((person) => person.applicationId !== applicationId);
  const apart = (pairs: readonly Pair[]) => pairs.filter((pair) => !pair.includes(applicationId));
  const { facts } = cycle;
  return {
    ...cycle,
    mentees: stays(cycle.mentees),
    mentors: stays(cycle.mentors),
    facts: { ...facts, locks: apart(facts.locks), committeeVetoes: apart(facts.committeeVetoes) },
  };
}

/** The cycle as it would be. */
export function changedBy(cycle: MatchingCycle, change: WhatIf): MatchingCycle {
  switch (change.kind) {
    case 'lock':
      return locked(cycle, [[change.menteeId, change.mentorId]]);
    case 'veto':
      return vetoed(cycle, [change.menteeId, change.mentorId]);
    case 'swap':
      return locked(cycle, change.pairs);
    case 'withdraw':
      return withdrawn(cycle, change.applicationId);
    case 'place':
      return {
        ...cycle,
        mentors: cycle.mentors.map((mentor) =>
          mentor.applicationId === change.mentorId ? { ...mentor, places: mentor.places + 1 } : mentor,
        ),
      };
    case 'weights':
      return { ...cycle, weights: change.weights, rules: { ...cycle.rules, minimumScore: change.minimumScore } };
  }
}

/**
 * The best plan without the change beside the best plan with it, both by fit alone: what is sealed takes no part in a
 * price, or prices would tell it. After a change of weights each plan is counted in its own points.
 *
 * @throws {Refusal} `matching.lock_conflict` when locks would not go together
 */
export function whatIf(
  cycle: MatchingCycle,
  settings: PlanSettings,
  { change, resolve }: { change: WhatIf; resolve: Resolve },
): Comparison {
  const best = (one: MatchingCycle) => resolve(problemFor(scoreCycle(one), settings)).matches;
  return comparePlans(best(cycle), best(changedBy(cycle, change)));
}
