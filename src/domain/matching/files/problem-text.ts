import { points } from '@/domain/matching/files/points';
import { sortedPairs } from '@/domain/matching/inputs-hash';
import { NOT_ALLOWED, type Problem } from '@/domain/matching/problem';

/** A public problem as a file that `npm run solve` reads: equal problems give equal bytes. */
export function problemText(problem: Problem): string {
  const { mentees, mentors, fit, seed, objective, fairness, levels, minimumScore, locks, vetoes, previous, bothRoles } =
    problem;
  const width = mentors.length;
  const row = (at: number) =>
    [...fit.subarray(at * width, (at + 1) * width)].map((score) => (score === NOT_ALLOWED ? null : points(score)));
  return `${JSON.stringify({
    mentees: mentees.map(({ id, priority }) => ({ id, priority })),
    mentors: mentors.map(({ id, capacity }) => ({ id, capacity })),
    matrix: mentees.map((_, at) => row(at)),
    seed,
    objective,
    fairness,
    ...(levels === undefined ? {} : { levels }),
    minimumScore: points(minimumScore),
    locks: sortedPairs(locks),
    vetoes: sortedPairs(vetoes),
    previous: sortedPairs(previous),
    ...(bothRoles.length > 0 ? { bothRoles: sortedPairs(bothRoles) } : {}),
  })}\n`;
}
