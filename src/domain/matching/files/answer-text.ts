import { balanced } from '@/domain/matching/balance';
import {
  DEFAULT_LEVELS,
  MOST_FIT,
  type AnyProblem,
  type Answer,
  type Match,
  type StageProof,
} from '@/domain/matching/problem';
import { points } from './points';

/** The answer as it is written: equal problems give equal bytes. */
export function answerText(problem: AnyProblem, answer: Answer): string {
  const { matches, unmatched, totalFit, who } = answer;
  const stages = provedStages(problem, answer);
  const main = stages.find(({ stage }) => stage === 'balanced' || stage === 'total');
  const text = {
    matches: matches.map(({ mentee, mentor, fit }) => ({ mentee, mentor, score: points(fit) })),
    unmatched,
    matched: matches.length,
    total: points(totalFit),
    stage: main?.stage,
    objectiveValue: main?.value,
    certificate: {
      mentees: main?.mentees,
      mentors: main?.mentors,
      gap: 0,
      scope: 'all pairs',
      ...(who.floor ? { floor: points(who.floor.score) } : {}),
      stages,
    },
  };
  return `${JSON.stringify(text, null, 2)}\n`;
}

/**
 * Every stage's value and prices, by id, with the locked matches in them: a locked mentee pays what its match is worth
 * beyond its mentor's price. The total is told in points; the other stages count heads, or weigh in their own unit.
 */
function provedStages(problem: AnyProblem, { matches, who }: Answer) {
  const locked = matches.filter((match) => match.locked);
  const menteeAt = new Map(problem.mentees.map(({ id }, at) => [id, at]));
  const mentorAt = new Map(problem.mentors.map(({ id }, at) => [id, at]));
  let step = 0;
  return who.stages.map((proof) => {
    if (proof.stage === 'leximin') step += 1;
    const unit = proof.stage === 'total' ? points : (price: number) => price;
    const mentees = [...proof.mentees];
    let value = proof.value;
    for (const match of locked) {
      const worth = worthOf(problem, { proof, step, match }, menteeAt.get(match.mentee) ?? -1);
      mentees[menteeAt.get(match.mentee) ?? -1] = worth - (proof.mentors[mentorAt.get(match.mentor) ?? -1] ?? 0);
      value += worth;
    }
    const priced = (people: readonly { id: string }[], prices: readonly number[]) =>
      Object.fromEntries(people.map(({ id }, at) => [id, unit(prices[at] ?? 0)]));
    return {
      stage: proof.stage,
      value: unit(value),
      mentees: priced(problem.mentees, mentees),
      mentors: priced(problem.mentors, proof.mentors),
    };
  });
}

type Priced = { proof: StageProof; step: number; match: Match };

function worthOf(problem: AnyProblem, { proof, step, match }: Priced, mentee: number): number {
  const { levels = DEFAULT_LEVELS, mentees, previous } = problem;
  switch (proof.stage) {
    case 'participation':
      return mentees[mentee]?.priority ?? 0;
    case 'leximin':
      return match.fit < Math.ceil((step * MOST_FIT) / levels) ? -1 : 0;
    case 'balanced':
      return balanced(match.fit);
    case 'total':
      return match.fit;
    case 'kept':
      return previous.some((pair) => pair[0] === match.mentee && pair[1] === match.mentor) ? 1 : 0;
  }
}
