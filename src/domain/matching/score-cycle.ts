import { at } from '@/domain/matching/arrange';
import type { Weights } from '@/domain/matching/factors';
import { coupler, type Couple } from '@/domain/matching/people';
import { NOT_ALLOWED, type Fairness, type Objective, type Pair, type Problem } from '@/domain/matching/problem';
import { ruleChecker, type RuleFacts, type RuleKey, type RuleSettings } from '@/domain/matching/rules';
import { fitOf } from '@/domain/matching/score';
import { factorValues } from '@/domain/matching/values';
import type { MenteeProfile, MentorProfile } from '@/domain/mentoring';

export type MatchingCycle = {
  mentees: readonly MenteeProfile[];
  mentors: readonly MentorProfile[];
  weights: Weights;
  rules: RuleSettings;
  facts: RuleFacts;
  /** When clocks are compared: the start of the cycle. */
  instant: Date;
};

export type ScoredCycle = {
  cycle: MatchingCycle;
  /** Thousandths of a point for every pair, excluded or not; row-major, rows are mentees. */
  fit: Int32Array;
  /** The rules that exclude a pair, by its place in `fit`; a pair without an entry may be made. */
  excluded: ReadonlyMap<number, readonly RuleKey[]>;
  coupleAt: (row: number, column: number) => Couple;
};

/** Scores every pair and asks every rule about it. */
export function scoreCycle(cycle: MatchingCycle): ScoredCycle {
  const { prepared, couple } = coupler(cycle.instant);
  const mentees = cycle.mentees.map(prepared);
  const mentors = cycle.mentors.map(prepared);
  const rulesAgainst = ruleChecker(cycle.facts, cycle.rules, cycle);
  const fit = new Int32Array(mentees.length * mentors.length);
  const excluded = new Map<number, readonly RuleKey[]>();
  mentees.forEach((mentee, row) => {
    mentors.forEach((mentor, column) => {
      const cell = row * mentors.length + column;
      const value = fitOf(factorValues(couple(mentee, mentor)), cycle.weights);
      const rules = rulesAgainst(mentee.profile, mentor.profile, value);
      fit[cell] = value;
      if (rules.length > 0) excluded.set(cell, rules);
    });
  });
  return { cycle, fit, excluded, coupleAt: (row, column) => couple(at(mentees, row), at(mentors, column)) };
}

export type PlanSettings = { objective: Objective; fairness: Fairness; seed: string; previous: readonly Pair[] };

/** What the solver is asked. The private part is added in the worker, never here. */
export function problemFor({ cycle, fit, excluded }: ScoredCycle, settings: PlanSettings): Problem {
  const allowed = fit.slice();
  for (const cell of excluded.keys()) allowed[cell] = NOT_ALLOWED;
  const { off, minimumScore } = cycle.rules;
  return {
    ...settings,
    mentees: cycle.mentees.map(({ applicationId, priority }) => ({ id: applicationId, priority })),
    mentors: cycle.mentors.map(({ applicationId, places }) => ({ id: applicationId, capacity: places })),
    fit: allowed,
    locks: cycle.facts.locks,
    vetoes: [],
    bothRoles: off.includes('reverse-pair') ? [] : peopleInBothRoles(cycle),
    minimumScore: off.includes('minimum-score') ? 0 : minimumScore,
  };
}

function peopleInBothRoles({ mentees, mentors }: MatchingCycle): Pair[] {
  const asMentor = new Map(mentors.map(({ personId, applicationId }) => [personId, applicationId]));
  return mentees.flatMap(({ personId, applicationId }): Pair[] => {
    const mentorId = asMentor.get(personId);
    return mentorId === undefined ? [] : [[applicationId, mentorId]];
  });
}
