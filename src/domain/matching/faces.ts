import { at, type Arranged } from '@/domain/matching/arrange';
import { isList, type Face } from '@/domain/matching/engine/face';
import { PairWriter, type PairList, type ScoreRows } from '@/domain/matching/kernels/pair-list';
import { NOT_ALLOWED, type AnyProblem, type Pair } from '@/domain/matching/problem';
import { placesIn } from '@/domain/matching/scores';

/** Which of the two plans is sought: the one that decides who, or the one that decides with whom. */
export type Aim = 'who' | 'with whom';

/** Up to this many pairs all are looked at from the start; above, a core first and the others by their prices. */
const MOST_LISTED = 20_000;

/** The pairs that may be made, in the order of `arranged`, without those struck out. */
export function faceOf(
  problem: AnyProblem,
  arranged: Arranged,
  { aim, struckPairs, ask }: { aim: Aim; struckPairs: readonly Pair[]; ask: () => void },
): Face {
  const { rows, columns, capacity } = arranged;
  const struck = columnsByRow(problem, arranged, struckPairs);
  const pairs =
    'pairs' in problem && isList(problem.pairs)
      ? relisted({ problem, list: problem.pairs, arranged, struck, ask })
      : maybeListed(arranged, scoresOf(problem, arranged, aim, struck));
  const sizes = { rows: rows.length, columns: columns.length, capacity };
  return { ...sizes, rowMust: new Uint8Array(rows.length), columnMust: new Uint8Array(columns.length), pairs };
}

export type ColumnsByRow = ReadonlyMap<number, ReadonlySet<number>>;

/** Pairs as columns by row, as they are arranged; without those that have no row or column there. */
export function columnsByRow(problem: AnyProblem, { rows, columns }: Arranged, pairs: readonly Pair[]): ColumnsByRow {
  const struck = new Map<number, Set<number>>();
  if (pairs.length === 0) return struck;
  const place = placesIn(problem);
  const rowOf = new Map(rows.map((row, r) => [row, r]));
  const columnOf = new Map(columns.map((column, c) => [column, c]));
  for (const [menteeId, mentorId] of pairs) {
    const r = rowOf.get(place.row.get(menteeId) ?? -1);
    const c = columnOf.get(place.column.get(mentorId) ?? -1);
    if (r === undefined || c === undefined) continue;
    struck.set(r, (struck.get(r) ?? new Set()).add(c));
  }
  return struck;
}

const floorOf = ({ objective, minimumScore }: AnyProblem): number =>
  objective === 'quality' ? minimumScore : NOT_ALLOWED + 1;

/** Utilities row by row: fit, and the private part where it may choose. */
function scoresOf(problem: AnyProblem, arranged: Arranged, aim: Aim, struck: ColumnsByRow): ScoreRows {
  const { rows, capacity } = arranged;
  const columns = Int32Array.from(arranged.columns);
  const width = problem.mentors.length;
  const floor = floorOf(problem);
  const into = new Int32Array(width);
  const extra = aim === 'with whom' && 'fit' in problem ? problem.privatePart : undefined;
  const fitRow = rowReader(problem);
  const rowOf = (r: number): Int32Array => {
    const row = at(rows, r);
    const fits = fitRow(row);
    const extras = extra?.subarray(row * width, (row + 1) * width);
    for (let c = 0; c < width; c += 1) {
      const column = columns[c] ?? 0;
      const fit = fits[column] ?? NOT_ALLOWED;
      const open = fit >= floor && (capacity[c] ?? 0) > 0;
      into[c] = open ? fit + (extras?.[column] ?? 0) : NOT_ALLOWED;
    }
    for (const c of struck.get(r) ?? []) into[c] = NOT_ALLOWED;
    return into;
  };
  return { rowOf };
}

function rowReader(problem: AnyProblem): (row: number) => Int32Array {
  if ('fit' in problem) {
    const width = problem.mentors.length;
    return (row) => problem.fit.subarray(row * width, (row + 1) * width);
  }
  const { pairs } = problem;
  if (isList(pairs)) throw new RangeError('A list is not read row by row.');
  return pairs.rowOf;
}

function maybeListed({ rows, columns }: Arranged, scores: ScoreRows): Face['pairs'] {
  if (rows.length * columns.length > MOST_LISTED) return scores;
  const list = new PairWriter(rows.length, rows.length * columns.length);
  rows.forEach((_, r) => {
    const row = scores.rowOf(r);
    for (let c = 0; c < row.length; c += 1) if (row[c] !== NOT_ALLOWED) list.add(c, row[c] ?? 0);
    list.endRow(r);
  });
  return list.done();
}

type Listed = {
  problem: AnyProblem;
  list: PairList;
  arranged: Arranged;
  struck: ColumnsByRow;
  /** Many pairs take a second to sort. */
  ask: () => void;
};

function relisted({ problem, list, arranged, struck, ask }: Listed): PairList {
  const { rows, columns, capacity } = arranged;
  const floor = floorOf(problem);
  const place = new Int32Array(columns.length);
  columns.forEach((column, c) => (place[column] = c));
  const kept = new PairWriter(rows.length, list.column.length);
  rows.forEach((row, r) => {
    if ((r & 255) === 0) ask();
    const [from, to] = [at(list.start, row), at(list.start, row + 1)];
    // Column and score as one number each: sorting numbers is many times faster than sorting pairs.
    const keys = new Float64Array(to - from);
    for (let e = from; e < to; e += 1) keys[e - from] = at(place, at(list.column, e)) * SCORES + at(list.score, e);
    for (const key of keys.sort()) {
      const c = Math.floor(key / SCORES);
      const score = key - c * SCORES;
      if (score >= floor && at(capacity, c) > 0 && !struck.get(r)?.has(c)) kept.add(c, score);
    }
    kept.endRow(r);
  });
  return kept.done();
}

/** More than any score of a listed pair. */
const SCORES = 2 ** 20;
