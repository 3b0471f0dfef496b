import { byText, NOT_ALLOWED, pairKey, type AnyProblem, type Pair } from '@/domain/matching/problem';
import { fitAt, placesIn } from '@/domain/matching/scores';

export type LockConflict = {
  reason: 'unknown' | 'excluded' | 'mutual' | 'mentee-twice' | 'over-capacity';
  locks: readonly Pair[];
};

/** The locks, each once, by id. */
export function distinctLocks(problem: AnyProblem): Pair[] {
  const byKey = new Map(problem.locks.map((lock) => [pairKey(...lock), lock]));
  return [...byKey.values()].sort((a, b) => byText(a[0], b[0]) || byText(a[1], b[1]));
}

/** The pair that would make both mentor each other, when both people are in both roles. */
export function reversed([menteeId, mentorId]: Pair, bothRoles: readonly Pair[]): Pair | null {
  const mentorToo = bothRoles.find(([asMentee]) => asMentee === menteeId)?.[1];
  const menteeToo = bothRoles.find(([, asMentor]) => asMentor === mentorId)?.[0];
  return mentorToo === undefined || menteeToo === undefined ? null : [menteeToo, mentorToo];
}

function impossibleAlone(problem: AnyProblem, locks: readonly Pair[]): LockConflict[] {
  const place = placesIn(problem);
  const vetoed = new Set(problem.vetoes.map((veto) => pairKey(...veto)));
  return locks.flatMap((lock): LockConflict[] => {
    const row = place.row.get(lock[0]);
    const column = place.column.get(lock[1]);
    if (row === undefined || column === undefined) return [{ reason: 'unknown', locks: [lock] }];
    const excluded = fitAt(problem, row, column) === NOT_ALLOWED || vetoed.has(pairKey(...lock));
    return excluded ? [{ reason: 'excluded', locks: [lock] }] : [];
  });
}

function impossibleTogether(problem: AnyProblem, locks: readonly Pair[]): LockConflict[] {
  const twice = problem.mentees.flatMap(({ id }): LockConflict[] => {
    const own = locks.filter(([menteeId]) => menteeId === id);
    return own.length > 1 ? [{ reason: 'mentee-twice', locks: own.slice(0, 2) }] : [];
  });
  const over = problem.mentors.flatMap(({ id, capacity }): LockConflict[] => {
    const own = locks.filter(([, mentorId]) => mentorId === id);
    return own.length > capacity ? [{ reason: 'over-capacity', locks: own.slice(0, capacity + 1) }] : [];
  });
  const keys = new Set(locks.map((lock) => pairKey(...lock)));
  const mutual = locks.flatMap((lock): LockConflict[] => {
    const other = reversed(lock, problem.bothRoles);
    return other && keys.has(pairKey(...other)) ? [{ reason: 'mutual', locks: [lock, other] }] : [];
  });
  return [...twice, ...mutual, ...over];
}

/** A smallest set of locks that cannot all hold; null when all can. Each such set conflicts on its own. */
export function lockConflict(problem: AnyProblem): LockConflict | null {
  const locks = distinctLocks(problem);
  const conflicts = [...impossibleAlone(problem, locks), ...impossibleTogether(problem, locks)];
  return conflicts.reduce<LockConflict | null>(
    (least, conflict) => (least && least.locks.length <= conflict.locks.length ? least : conflict),
    null,
  );
}

const SENTENCES: Record<LockConflict['reason'], string> = {
  unknown: 'names somebody who is not in this problem',
  excluded: 'is excluded by a rule or a veto',
  mutual: 'would make two people mentor each other',
  'mentee-twice': 'give one mentee two mentors',
  'over-capacity': 'are more than the mentor has places',
};

export function describeConflict({ reason, locks }: LockConflict, nameOf: (id: string) => string): string {
  const pairs = locks.map(([menteeId, mentorId]) => `${nameOf(menteeId)} with ${nameOf(mentorId)}`);
  return `${pairs.join(' and ')} ${SENTENCES[reason]}.`;
}
