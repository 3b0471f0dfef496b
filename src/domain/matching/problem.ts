import type { PairList, ScoreRows } from '@/domain/matching/kernels/pair-list';

/** In a fit matrix: a rule excludes this pair. */
export const NOT_ALLOWED = -2147483648;

/** A mentee's application id, then a mentor's. */
export type Pair = readonly [menteeId: string, mentorId: string];

export const OBJECTIVES = ['participation', 'quality'] as const;
export type Objective = (typeof OBJECTIVES)[number];

export const FAIRNESS = ['none', 'balanced', 'maximin', 'leximin'] as const;
export type Fairness = (typeof FAIRNESS)[number];

/** All that is asked but the pairs. */
export type Terms = {
  /** Priority is a whole number, 1 or more. */
  mentees: readonly { id: string; priority: number }[];
  mentors: readonly { id: string; capacity: number }[];
  locks: readonly Pair[];
  vetoes: readonly Pair[];
  previous: readonly Pair[];
  /** People in both roles, as their mentee and their mentor application: no two of them may mentor each other. */
  bothRoles: readonly Pair[];
  objective: Objective;
  /** Under *quality*, a pair below this fit is not made. */
  minimumScore: number;
  fairness: Fairness;
  /** Under *leximin*, into how many steps scores are put. */
  levels?: number;
  seed: string;
};

/** All that the solver knows: numbers and ids. */
export type Problem = Terms & {
  /** Row-major, rows are mentees: 0 to 100,000, or `NOT_ALLOWED`. */
  fit: Int32Array;
  /** 0 to 20,000 for every pair. Chooses with whom, never who; exists in the worker's memory only. */
  privatePart?: Int32Array;
};

/** A problem with few pairs among many people, or with more than memory holds: a list, or rows worked out when read. */
export type WideProblem = Terms & { pairs: PairList | ScoreRows };

export type AnyProblem = Problem | WideProblem;

export type Stage = 'participation' | 'leximin' | 'balanced' | 'total' | 'kept';

export const DEFAULT_LEVELS = 40;
export const MOST_FIT = 100_000;

/** Prices in the order of the problem's mentees and mentors; 0 for a locked mentee and for a mentor without a free place. */
export type StageProof = { stage: Stage; value: number; mentees: readonly number[]; mentors: readonly number[] };

/**
 * Why no other plan is better, stage by stage: on every pair a mentee's and a mentor's price together reach the pair's
 * worth, and all prices together cost exactly what the plan is worth.
 */
export type Proof = {
  matches: readonly Pair[];
  /** Pairs given up so that nobody mentors their own mentor. */
  givenUp: readonly Pair[];
  /** Under *maximin*; null otherwise, and when nobody is matched. */
  floor: FloorProof | null;
  stages: readonly StageProof[];
};

/** No match scores less, and prices of participation show that with higher scores alone fewer would be matched. */
export type FloorProof = {
  score: number;
  /** The most that pairs with higher scores could serve. */
  beyond: { value: number; mentees: readonly number[]; mentors: readonly number[] };
};

export type Match = { mentee: string; mentor: string; fit: number; locked: boolean };

export type Answer = {
  /** By mentee id. */
  matches: readonly Match[];
  unmatched: readonly string[];
  totalFit: number;
  /** Null when nobody is matched. */
  minimumFit: number | null;
  /** The best plan by fit alone: it decides who is matched. */
  who: Proof;
  /** The best plan for exactly these mentees with the private part; null without one. Never leaves the worker. */
  withWhom: Proof | null;
};

/** Plain code-unit order: the same on every machine, whatever its language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const pairKey = (menteeId: string, mentorId: string): string => JSON.stringify([menteeId, mentorId]);
