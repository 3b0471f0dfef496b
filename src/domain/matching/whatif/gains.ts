import { at } from '@/domain/matching/arrange';
import { NO_PAIR } from '@/domain/matching/kernels/graph';
import type { AnyProblem } from '@/domain/matching/problem';
import { fitAt } from '@/domain/matching/scores';
import { told, type KeptMarket } from '@/domain/matching/whatif/kept-market';

/** What the best plan gains: priorities served, and thousandths of a point in all. */
export type Gain = { served: number; total: number };

/**
 * What one more place at each mentor is worth, in the order of the problem's mentors: their prices, as they are kept. A
 * mentor without a free place has none, and is asked about like a new one.
 */
export function placeGains(market: KeptMarket): Gain[] {
  const { problem, arranged, graph } = market;
  const gains = problem.mentors.map((): Gain => ({ served: 0, total: 0 }));
  arranged.columns.forEach((column, c) => {
    const isPriced = at(arranged.capacity, c) > 0;
    const { served, total } = isPriced
      ? told(problem, at(graph.columnPrice, 3 * c), at(graph.columnPrice, 3 * c + 1))
      : mentorGain(market, scoresOfMentor(problem, column), c);
    gains[column] = { served, total };
  });
  return gains;
}

function scoresOfMentor(problem: AnyProblem, column: number): Int32Array {
  const id = at(problem.mentors, column).id;
  const vetoed = new Set(problem.vetoes.filter(([, mentorId]) => mentorId === id).map(([menteeId]) => menteeId));
  return Int32Array.from(problem.mentees, (mentee, row) =>
    vetoed.has(mentee.id) ? NO_PAIR : fitAt(problem, row, column),
  );
}

/**
 * What a further mentor with one place is worth.
 *
 * @param scores by the problem's mentees: thousandths of a point, `NO_PAIR` where the pair may not be made
 * @param column −1 for one who is new: no earlier plan has them
 * @returns `row` of the mentee who would come, −1 when nobody would
 */
export function mentorGain(
  { problem, arranged, graph }: KeptMarket,
  scores: Int32Array,
  column = -1,
): Gain & { row: number } {
  const best = { row: -1, first: 0, second: 0 };
  const least = problem.objective === 'quality' ? problem.minimumScore : 0;
  arranged.rows.forEach((row, r) => {
    const score = scores[row] ?? NO_PAIR;
    if (score < least) return;
    const first = graph.worth.first(r, score) - at(graph.rowPrice, 3 * r);
    const second = graph.worth.second(r, column, score) - at(graph.rowPrice, 3 * r + 1);
    if (first > best.first || (first === best.first && second > best.second))
      Object.assign(best, { row, first, second });
  });
  return { row: best.row, ...told(problem, best.first, best.second) };
}
