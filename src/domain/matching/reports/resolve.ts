import type { Problem, Proof } from '@/domain/matching/problem';

export type PlanPair = { mentee: string; mentor: string; fit: number };

/**
 * The best plan for a changed problem: how a report asks "what if". Public terms only: a problem that is handed to it has
 * no private part.
 */
export type Resolve = (problem: Problem) => {
  matches: readonly PlanPair[];
  /** The proof, for who asks about prices. */
  who?: Proof;
};
