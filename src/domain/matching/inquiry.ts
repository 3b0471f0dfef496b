import type { Comparison } from '@/domain/matching/compare';
import type { Problem } from '@/domain/matching/problem';
import type { MatchingCycle, PlanSettings } from '@/domain/matching/score-cycle';
import { solve } from '@/domain/matching/solve';
import { studyCycle, type Study } from '@/domain/matching/study';
import { verify } from '@/domain/matching/verify';
import { whatIf, type WhatIf } from '@/domain/matching/what-if';
import { Refusal } from '@/domain/refusal';

/** What the worker is asked about a plan, by fit alone. */
export type Question = WhatIf | { kind: 'study' };

/** What the thread answers; a replay is compared by the job, which alone opens what is sealed. */
export type InquiryAnswer = { kind: 'difference'; difference: Comparison } | { kind: 'study'; study: Study };
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
  const solvePublic = (problem: Problem) => solveProved(problem, nameOf);
  return question.kind === 'study'
    ? { kind: 'study', study: studyCycle(cycle, settings, solvePublic) }
    : { kind: 'difference', difference: whatIf(cycle, settings, { change: question, solvePublic }) };
}
