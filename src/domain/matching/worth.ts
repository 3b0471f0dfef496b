import { at, type Arranged } from '@/domain/matching/arrange';
import { balanced } from '@/domain/matching/balance';
import { pairKey, type Problem, type Stage } from '@/domain/matching/problem';
import { textHash, tieKey } from '@/domain/matching/tie-key';

/** Which of the two plans is sought: the one that decides who, or the one that decides with whom. */
export type Aim = 'who' | 'with whom';

/** What a plan is judged by, in this order. A tie key that proves nothing follows. */
export function stagesOf(problem: Problem, aim: Aim): Stage[] {
  return [
    ...(problem.objective === 'participation' || aim === 'with whom' ? (['participation'] as const) : []),
    ...(problem.fairness === 'balanced' ? (['balanced'] as const) : []),
    'total',
    ...(problem.previous.length > 0 ? (['kept'] as const) : []),
  ];
}

export type Worths = { levels: number; weights: Float64Array };

/** The worth of every pair: stage by stage, then the tie key; within each, pairs row-major as in `arranged`. */
export function worthOf(problem: Problem, arranged: Arranged, aim: Aim): Worths {
  const stages = stagesOf(problem, aim);
  const levels = stages.length + 1;
  const { rows, columns } = arranged;
  const size = rows.length * columns.length;
  const weights = new Float64Array(levels * size);
  const previous = new Set(problem.previous.map((pair) => pairKey(...pair)));
  const mentors = columns.map((column) => at(problem.mentors, column).id);
  const mentorHashes = mentors.map((id) => textHash(`${problem.seed}\nmentor\n${id}`));
  rows.forEach((row, r) => {
    const { id, priority } = at(problem.mentees, row);
    const menteeHash = textHash(`${problem.seed}\nmentee\n${id}`);
    columns.forEach((column, c) => {
      const pair = r * columns.length + c;
      if (arranged.allowed[pair] === 0) return;
      const cell = row * problem.mentors.length + column;
      const utility = at(problem.fit, cell) + (aim === 'with whom' ? (problem.privatePart?.[cell] ?? 0) : 0);
      stages.forEach((stage, level) => {
        let value = utility;
        // Who is matched is settled by then: every mentee counts the same, and all of them are kept.
        if (stage === 'participation') value = aim === 'who' ? priority : 1;
        else if (stage === 'balanced') value = balanced(utility);
        else if (stage === 'kept') value = previous.has(pairKey(id, at(mentors, c))) ? 1 : 0;
        weights[level * size + pair] = value;
      });
      weights[stages.length * size + pair] = tieKey(menteeHash, at(mentorHashes, c));
    });
  });
  return { levels, weights };
}

/** The largest worth of each level. */
export const maxima = ({ levels, weights }: Worths): number[] =>
  Array.from({ length: levels }, (_, level) => {
    const size = weights.length / levels;
    return weights.subarray(level * size, (level + 1) * size).reduce((most, value) => Math.max(most, value), 0);
  });
