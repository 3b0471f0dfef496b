/** In a fit matrix: a rule excludes this pair. */
export const NOT_ALLOWED = -2147483648;

/** A mentee's application id, then a mentor's. */
export type Pair = readonly [menteeId: string, mentorId: string];

export const OBJECTIVES = ['participation', 'quality'] as const;
export type Objective = (typeof OBJECTIVES)[number];

export const FAIRNESS = ['none', 'balanced'] as const;
export type Fairness = (typeof FAIRNESS)[number];

/** All that the solver knows: numbers and ids. */
export type Problem = {
  /** Priority is a whole number, 1 or more. */
  mentees: readonly { id: string; priority: number }[];
  mentors: readonly { id: string; capacity: number }[];
  /** Row-major, rows are mentees: 0 to 100,000, or `NOT_ALLOWED`. */
  fit: Int32Array;
  /** 0 to 20,000 for every pair. Chooses with whom, never who; exists in the worker's memory only. */
  privatePart?: Int32Array;
  locks: readonly Pair[];
  vetoes: readonly Pair[];
  previous: readonly Pair[];
  /** People in both roles, as their mentee and their mentor application: no two of them may mentor each other. */
  bothRoles: readonly Pair[];
  objective: Objective;
  /** Under *quality*, a pair below this fit is not made. */
  minimumScore: number;
  fairness: Fairness;
  seed: string;
};

export const STAGES = ['participation', 'balanced', 'total', 'kept'] as const;
export type Stage = (typeof STAGES)[number];

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
  stages: readonly StageProof[];
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
