import { at } from '@/domain/matching/arrange';
import type { Weights } from '@/domain/matching/factors';
import { prepare, type Couple } from '@/domain/matching/people';
import { clocksAt } from '@/domain/matching/places';
import { NOT_ALLOWED, type Fairness, type Objective, type Pair, type Problem } from '@/domain/matching/problem';
import { employersOf, ruleChecker, type RuleFacts, type RuleKey, type RuleSettings } from '@/domain/matching/rules';
import { rowScorer, scoreRow } from '@/domain/matching/scoring/rows';
import { suspectFinder } from '@/domain/matching/suspects';
import type { MenteeProfile, MentorProfile, Option } from '@/domain/mentoring';

export type MatchingCycle = {
  /** What people rated themselves in, as their forms asked. */
  areas: readonly Option[];
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

export type ScoreHooks = {
  /** Told after each block of mentees. */
  onProgress?: (done: number, total: number) => void;
  /** Asked before each block. */
  cancelled?: () => boolean;
};

/** Pairs to a block: a few milliseconds, so that whoever cancels waits no longer. */
const BLOCK = 50_000;

/** Scores every pair and asks the rules about it. */
export function scoreCycle(cycle: MatchingCycle): ScoredCycle {
  const { scored, scoreRows } = begin(cycle);
  scoreRows(0, cycle.mentees.length);
  return scored;
}

/** The same in blocks of mentees; null when cancelled. */
export function scoreInBlocks(cycle: MatchingCycle, { onProgress, cancelled }: ScoreHooks): ScoredCycle | null {
  const { scored, scoreRows } = begin(cycle);
  const total = cycle.mentees.length;
  const step = Math.max(1, Math.floor(BLOCK / Math.max(1, cycle.mentors.length)));
  for (let from = 0; from < total; from += step) {
    if (cancelled?.()) return null;
    const to = Math.min(total, from + step);
    scoreRows(from, to);
    onProgress?.(to, total);
  }
  return scored;
}

function begin(cycle: MatchingCycle) {
  const clocks = clocksAt(cycle.instant);
  const mentees = cycle.mentees.map((profile) => prepare(profile, clocks, cycle.areas));
  const mentors = cycle.mentors.map((profile) => prepare(profile, clocks, cycle.areas));
  const width = mentors.length;
  const fit = new Int32Array(mentees.length * width);
  const excluded = new Map<number, readonly RuleKey[]>();
  const scorer = rowScorer({ mentees, mentors }, cycle.weights);
  const employerOf = employersOf(cycle);
  const suspectsIn = suspectFinder(cycle, cycle.facts, cycle.rules, employerOf);
  const rulesAgainst = ruleChecker(cycle.facts, cycle.rules, cycle, employerOf);
  const judgeRow = (row: number) => {
    const fits = fit.subarray(row * width, (row + 1) * width);
    scoreRow(scorer, row, fits);
    for (const column of suspectsIn(row, fits)) {
      const rules = rulesAgainst(at(cycle.mentees, row), at(cycle.mentors, column), at(fits, column));
      if (rules.length > 0) excluded.set(row * width + column, rules);
    }
  };
  const scoreRows = (from: number, to: number) => {
    for (let row = from; row < to; row += 1) judgeRow(row);
  };
  const coupleAt: ScoredCycle['coupleAt'] = (row, column) => ({
    mentee: at(mentees, row),
    mentor: at(mentors, column),
  });
  return { scored: { cycle, fit, excluded, coupleAt }, scoreRows };
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
