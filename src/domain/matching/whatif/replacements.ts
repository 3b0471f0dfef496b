import { at } from '@/domain/matching/arrange';
import { NO_PAIR } from '@/domain/matching/kernels/graph';
import { byText, type Pair } from '@/domain/matching/problem';
import type { KeptMarket } from '@/domain/matching/whatif/kept-market';

/** Who could step in for one side of a match without touching any other; null for nobody. Fit in thousandths. */
export type Replacements = {
  match: Pair;
  mentor: { id: string; fit: number } | null;
  mentee: { id: string; fit: number } | null;
};

/** For each match that is not locked, by mentee: the best mentor with a free place, and the best mentee who waits. */
export function replacements({ problem, arranged, graph, plan, columnOf }: KeptMarket): Replacements[] {
  const menteeId = (row: number) => at(problem.mentees, at(arranged.rows, row)).id;
  const mentorId = (column: number) => at(problem.mentors, at(arranged.columns, column)).id;
  const waiting = graph.columnStart.slice(0, -1).map((start, column) => {
    const end = graph.columnStart[column + 1]!;
    return bestOf(graph.columnRow, graph.columnScore, [start, end], (row) => columnOf[row] === -1);
  });
  const found: Replacements[] = [];
  columnOf.forEach((column, row) => {
    if (column === -1) return;
    const range: Range = [graph.rowStart[row]!, graph.rowStart[row + 1]!];
    const free = bestOf(graph.rowColumn, graph.rowScore, range, (other) => {
      return other !== column && plan.load[other]! < plan.capacity[other]!;
    });
    const behind = waiting[column]!;
    found.push({
      match: [menteeId(row), mentorId(column)],
      mentor: free === -1 ? null : { id: mentorId(graph.rowColumn[free]!), fit: graph.rowScore[free]! },
      mentee: behind === -1 ? null : { id: menteeId(graph.columnRow[behind]!), fit: graph.columnScore[behind]! },
    });
  });
  return found.sort((a, b) => byText(a.match[0], b.match[0]));
}

type Range = readonly [from: number, to: number];

/** The place of the best pair of a range, −1 for none; among equals the first person by id. */
function bestOf(people: Int32Array, scores: Int32Array, [from, to]: Range, isIn: (person: number) => boolean): number {
  let best = -1;
  for (let place = from; place < to; place += 1) {
    const score = scores[place]!;
    const bar = best === -1 ? NO_PAIR : scores[best]!;
    if (score < bar || (score === bar && people[place]! > people[best]!) || !isIn(people[place]!)) continue;
    best = place;
  }
  return best;
}
