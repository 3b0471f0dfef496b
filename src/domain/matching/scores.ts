import { isList } from '@/domain/matching/engine/face';
import { NOT_ALLOWED, type AnyProblem } from '@/domain/matching/problem';

/** The fit of one pair, by row and column of the problem; `NOT_ALLOWED` when a rule excludes it. */
export function fitAt(problem: AnyProblem, row: number, column: number): number {
  if ('fit' in problem) return problem.fit[row * problem.mentors.length + column] ?? NOT_ALLOWED;
  const { pairs } = problem;
  if (!isList(pairs)) return pairs.rowOf(row)[column] ?? NOT_ALLOWED;
  const [from = 0, to = 0] = pairs.start.subarray(row, row + 2);
  const place = pairs.column.subarray(from, to).indexOf(column);
  return place === -1 ? NOT_ALLOWED : (pairs.score[from + place] ?? NOT_ALLOWED);
}

/** Where each person stands in the problem. */
export function placesIn({ mentees, mentors }: AnyProblem) {
  return {
    row: new Map(mentees.map(({ id }, row) => [id, row])),
    column: new Map(mentors.map(({ id }, column) => [id, column])),
  };
}
