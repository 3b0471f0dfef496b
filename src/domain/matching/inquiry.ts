import type { Comparison } from '@/domain/matching/compare';
import type { Problem } from '@/domain/matching/problem';
import { problemFor, scoreCycle, type MatchingCycle, type PlanSettings } from '@/domain/matching/score-cycle';
import { solve } from '@/domain/matching/solve';
import { studyCycle, type Study } from '@/domain/matching/study';
import { verify } from '@/domain/matching/verify';
import { whatIf, type WhatIf } from '@/domain/matching/what-if';
import { canRepair, repair, type Repair, type RepairAsked } from '@/domain/matching/whatif/repair';
import { Refusal } from '@/domain/refusal';

/** What the worker is asked about a plan, by fit alone. */
export type Question = WhatIf | { kind: 'study' } | ({ kind: 'repair' } & RepairAsked);

/** What the thread answers; a replay is compared by the job, which alone opens what is sealed. */
export type InquiryAnswer =
  | { kind: 'difference'; difference: Comparison }
  | { kind: 'study'; study: Study }
  /** `repair` is null when more matches would have to change than were allowed. */
  | { kind: 'repair'; repair: Repair | null };
export type ReplayAnswer = {
  kind: 'replay';
  /**
   * Every pair is the one that was saved. If not, something changed since; whether it is open or sealed is not said, for
   * that would tell who changed a sealed answer.
   */
  same: boolean;
  pairs: number;
};

/** @throws {Refusal} `matching.unverified` when the answer is not proved */
function solveProved(problem: Problem, nameOf: (id: string) => string) {
  const answer = solve(problem, { nameOf });
  if (!answer || verify(problem, answer).length > 0) throw new Refusal('matching.unverified');
  return answer;
}

/**
 * Answers from public terms only; every plan it speaks of is proved.
 *
 * @throws {Refusal} what stands in the way, such as locks that do not go together
 */
export function answerInquiry(
  cycle: MatchingCycle,
  settings: PlanSettings,
  asked: { question: Question; nameOf: (id: string) => string },
): InquiryAnswer {
  const { question, nameOf } = asked;
  const resolve = (problem: Problem) => solveProved(problem, nameOf);
  if (question.kind === 'study') return { kind: 'study', study: studyCycle(cycle, settings, resolve) };
  if (question.kind === 'repair') return { kind: 'repair', repair: repaired(cycle, settings, question) };
  return { kind: 'difference', difference: whatIf(cycle, settings, { change: question, resolve }) };
}

/** @throws {Refusal} `matching.not_repairable` under rules that a repair does not know */
function repaired(cycle: MatchingCycle, settings: PlanSettings, asked: RepairAsked): Repair | null {
  const problem = problemFor(scoreCycle(cycle), settings);
  if (!canRepair(problem)) throw new Refusal('matching.not_repairable');
  return repair(problem, asked);
}
