import { at } from '@/domain/matching/arrange';
import { reversed } from '@/domain/matching/locks';
import { byText, NOT_ALLOWED, pairKey, type Problem } from '@/domain/matching/problem';
import type { PlanPair } from './resolve';

export type Substitute = { id: string; fit: number };

/** Who could step in at once for one of a pair, without touching any other pair; null for nobody. */
export type Bench = { mentee: string; mentor: string; nextMentor: Substitute | null; nextMentee: Substitute | null };

const best = (candidates: readonly Substitute[]): Substitute | null =>
  candidates.toSorted((a, b) => b.fit - a.fit || byText(a.id, b.id))[0] ?? null;

/** For each match the best unmatched mentee for this mentor, and the best mentor with a free place for this mentee. */
export function benchOf(problem: Problem, matches: readonly PlanPair[]): Bench[] {
  const matched = new Set(matches.map(({ mentee }) => mentee));
  const made = new Set(matches.map(({ mentee, mentor }) => pairKey(mentee, mentor)));
  const vetoed = new Set(problem.vetoes.map((pair) => pairKey(...pair)));
  const floor = problem.objective === 'quality' ? problem.minimumScore : NOT_ALLOWED + 1;
  const loads = new Map<string, number>();
  for (const { mentor } of matches) loads.set(mentor, (loads.get(mentor) ?? 0) + 1);
  const waiting = [...problem.mentees.entries()].filter(([, { id }]) => !matched.has(id));
  const free = [...problem.mentors.entries()].filter(([, { id, capacity }]) => (loads.get(id) ?? 0) < capacity);
  const rows = new Map(problem.mentees.map(({ id }, row) => [id, row]));
  const columns = new Map(problem.mentors.map(({ id }, column) => [id, column]));
  const fitOf = (mentee: string, mentor: string): number => {
    const [row, column] = [rows.get(mentee) ?? -1, columns.get(mentor) ?? -1];
    const reverse = reversed([mentee, mentor], problem.bothRoles);
    const apart = vetoed.has(pairKey(mentee, mentor)) || (reverse !== null && made.has(pairKey(...reverse)));
    return apart ? NOT_ALLOWED : at(problem.fit, row * problem.mentors.length + column);
  };
  return matches.map(({ mentee, mentor }) => ({
    mentee,
    mentor,
    nextMentor: best(
      free.map(([, { id }]) => ({ id, fit: fitOf(mentee, id) })).filter(({ id, fit }) => fit >= floor && id !== mentor),
    ),
    nextMentee: best(waiting.map(([, { id }]) => ({ id, fit: fitOf(id, mentor) })).filter(({ fit }) => fit >= floor)),
  }));
}
