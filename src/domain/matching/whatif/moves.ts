import type { Change, PlanFigures } from '@/domain/matching/compare';
import type { Pair } from '@/domain/matching/problem';

/** One thing that could be different. */
export type Move =
  | { kind: 'lock' | 'veto'; pair: Pair }
  | { kind: 'withdraw-mentee'; mentee: string }
  | { kind: 'withdraw-mentor'; mentor: string }
  | { kind: 'add-place'; mentor: string };

/** The best plan with and without a change, by fit alone, and whom it touches. */
export type WhatIf = {
  before: PlanFigures;
  after: PlanFigures;
  /** Everybody whose mentor is another one, by mentee id. */
  changes: readonly Change[];
};
