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

export type InquiryAnswer = { kind: 'difference'; difference: Comparison } | { kind: 'study'; study: Study };

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
