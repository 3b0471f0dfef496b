import { distinctLocks } from '@/domain/matching/locks';
import { byText, type AnyProblem, type Pair } from '@/domain/matching/problem';

/** What is left to decide once the locks hold, with rows and columns in the order of their ids. */
export type Arranged = {
  locks: readonly Pair[];
  /** The problem's row of each row here; locked mentees are left out. */
  rows: readonly number[];
  /** The problem's column of each column here. */
  columns: readonly number[];
  /** Places left per column. */
  capacity: Int32Array;
};

type Identified = { id: string };

const inOrder = (people: readonly Identified[], keep: (id: string) => boolean): number[] =>
  people
    .map(({ id }, at) => ({ id, at }))
    .filter(({ id }) => keep(id))
    .sort((a, b) => byText(a.id, b.id))
    .map(({ at }) => at);

/** The order of ids, not of rows, so that the same people always give the same plan. */
export function arrange(problem: AnyProblem): Arranged {
  const locks = distinctLocks(problem);
  const locked = new Set(locks.map(([menteeId]) => menteeId));
  const taken = new Map<string, number>();
  for (const [, mentorId] of locks) taken.set(mentorId, (taken.get(mentorId) ?? 0) + 1);
  const rows = inOrder(problem.mentees, (id) => !locked.has(id));
  const columns = inOrder(problem.mentors, () => true);
  const capacity = Int32Array.from(columns, (column) => {
    const { id, capacity: places } = at(problem.mentors, column);
    // More places than mentees are never used, and each would cost memory.
    return Math.min(places - (taken.get(id) ?? 0), rows.length);
  });
  return { locks, rows, columns, capacity };
}

/** @throws {RangeError} outside the list: a bug. */
export function at<T>(list: { readonly length: number; readonly [index: number]: T }, index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`No entry ${index} among ${list.length}`);
  return found;
}
