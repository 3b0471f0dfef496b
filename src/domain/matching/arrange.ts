import { distinctLocks, reversed } from '@/domain/matching/locks';
import { byText, NOT_ALLOWED, type Pair, type Problem } from '@/domain/matching/problem';

/** What is left to decide once the locks hold, with rows and columns in the order of their ids. */
export type Arranged = {
  locks: readonly Pair[];
  /** The problem's row of each row here; locked mentees are left out. */
  rows: readonly number[];
  /** The problem's column of each column here. */
  columns: readonly number[];
  /** Places left per column. */
  capacity: Int32Array;
  /** 1 where a pair may be made, row-major. */
  allowed: Uint8Array;
};

type Identified = { id: string };

const inOrder = (people: readonly Identified[], keep: (id: string) => boolean): number[] =>
  people
    .map(({ id }, at) => ({ id, at }))
    .filter(({ id }) => keep(id))
    .sort((a, b) => byText(a.id, b.id))
    .map(({ at }) => at);

/** The order of ids, not of rows, so that the same people always give the same plan. */
export function arrange(problem: Problem): Arranged {
  const locks = distinctLocks(problem);
  const locked = new Set(locks.map(([menteeId]) => menteeId));
  const rows = inOrder(problem.mentees, (id) => !locked.has(id));
  const columns = inOrder(problem.mentors, () => true);
  const capacity = Int32Array.from(columns, (column) => {
    const { id, capacity: places } = at(problem.mentors, column);
    return places - locks.filter(([, mentorId]) => mentorId === id).length;
  });
  const arranged = { locks, rows, columns, capacity, allowed: allowedPairs(problem, rows, columns, capacity) };
  const reverse = locks.map((lock) => reversed(lock, problem.bothRoles)).filter((pair) => pair !== null);
  forbid(arranged, problem, [...problem.vetoes, ...reverse]);
  return arranged;
}

function allowedPairs(problem: Problem, rows: number[], columns: number[], capacity: Int32Array): Uint8Array {
  const floor = problem.objective === 'quality' ? problem.minimumScore : NOT_ALLOWED + 1;
  const allowed = new Uint8Array(rows.length * columns.length);
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      const fit = at(problem.fit, row * problem.mentors.length + column);
      if (fit >= floor && at(capacity, c) > 0) allowed[r * columns.length + c] = 1;
    });
  });
  return allowed;
}

/** Strikes out the pairs that are still open; others need no striking. */
export function forbid({ rows, columns, allowed }: Arranged, problem: Problem, pairs: readonly Pair[]): void {
  if (pairs.length === 0) return;
  const rowOf = new Map(rows.map((row, r) => [at(problem.mentees, row).id, r]));
  const columnOf = new Map(columns.map((column, c) => [at(problem.mentors, column).id, c]));
  for (const [menteeId, mentorId] of pairs) {
    const r = rowOf.get(menteeId);
    const c = columnOf.get(mentorId);
    if (r !== undefined && c !== undefined) allowed[r * columns.length + c] = 0;
  }
}

/** @throws {RangeError} outside the list: a bug. */
export function at<T>(list: { readonly length: number; readonly [index: number]: T }, index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`No entry ${index} among ${list.length}`);
  return found;
}
