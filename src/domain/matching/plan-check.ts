import { reversed } from '@/domain/matching/locks';
import { NOT_ALLOWED, pairKey, type Pair, type Problem } from '@/domain/matching/problem';

/**
 * What does not hold in a plan that people made or changed: everybody still there, places, rules, locks, nobody twice.
 * Says nothing about whether a better plan exists. Empty when the plan may be approved.
 */
export function planFaults(problem: Problem, pairs: readonly Pair[]): string[] {
  const row = new Map(problem.mentees.map(({ id }, at) => [id, at]));
  const column = new Map(problem.mentors.map(({ id }, at) => [id, at]));
  const made = new Set(pairs.map((pair) => pairKey(...pair)));
  const loadOf = (id: string) => pairs.filter(([, mentorId]) => mentorId === id).length;
  const known = pairs.filter(([menteeId, mentorId]) => row.has(menteeId) && column.has(mentorId));
  const fitOf = ([menteeId, mentorId]: Pair) =>
    problem.fit[(row.get(menteeId) ?? 0) * problem.mentors.length + (column.get(mentorId) ?? 0)];
  const claims: [boolean, string][] = [
    [known.length === pairs.length, 'Somebody in it is no longer accepted.'],
    [new Set(pairs.map(([menteeId]) => menteeId)).size === pairs.length, 'A mentee has two mentors.'],
    [problem.mentors.every(({ id, capacity }) => loadOf(id) <= capacity), 'A mentor has more mentees than places.'],
    [known.every((pair) => fitOf(pair) !== NOT_ALLOWED), 'A rule or a veto excludes one of its pairs.'],
    [problem.locks.every((lock) => made.has(pairKey(...lock))), 'A lock is not kept.'],
    [!known.some((pair) => isReversed(problem, made, pair)), 'Two people mentor each other.'],
  ];
  return claims.filter(([holds]) => !holds).map(([, fault]) => fault);
}

function isReversed(problem: Problem, made: ReadonlySet<string>, pair: Pair): boolean {
  const other = reversed(pair, problem.bothRoles);
  return other !== null && made.has(pairKey(...other));
}
