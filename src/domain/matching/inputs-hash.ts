import { at } from '@/domain/matching/arrange';
import { byText, NOT_ALLOWED, type Pair, type Problem } from '@/domain/matching/problem';

/** In an order of their own, for rules come in the order in which they were made. */
export const sortedPairs = (pairs: readonly Pair[]): Pair[] =>
  pairs.toSorted((a, b) => byText(a[0], b[0]) || byText(a[1], b[1]));

/**
 * The public problem as one text, the same for every order of rows; its SHA-256 names a run's inputs. The private part
 * is left out on purpose.
 */
export function canonicalInputs(problem: Problem): string {
  const width = problem.mentors.length;
  const order = (people: readonly { id: string }[]) =>
    [...people.keys()].sort((a, b) => byText(at(people, a).id, at(people, b).id));
  const rows = order(problem.mentees);
  const columns = order(problem.mentors);
  const fit = rows.map((row) =>
    columns
      .map((column) => at(problem.fit, row * width + column))
      .map((value) => (value === NOT_ALLOWED ? null : value)),
  );
  return JSON.stringify({
    version: 1,
    mentees: rows.map((row) => at(problem.mentees, row)).map(({ id, priority }) => [id, priority]),
    mentors: columns.map((column) => at(problem.mentors, column)).map(({ id, capacity }) => [id, capacity]),
    fit,
    locks: sortedPairs(problem.locks),
    vetoes: sortedPairs(problem.vetoes),
    previous: sortedPairs(problem.previous),
    bothRoles: sortedPairs(problem.bothRoles),
    objective: problem.objective,
    minimumScore: problem.minimumScore,
    fairness: problem.fairness,
    seed: problem.seed,
  });
}
