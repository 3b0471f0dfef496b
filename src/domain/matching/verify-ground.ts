import type { AnyProblem, Pair, Proof, Stage } from '@/domain/matching/problem';

/** What a proof speaks about, read again from the problem: nothing here comes from the solver. */
export type Ground = {
  problem: AnyProblem;
  side: 'who' | 'withWhom';
  proof: Proof;
  row: ReadonlyMap<string, number>;
  column: ReadonlyMap<string, number>;
  /** 1 for a mentee in question: not locked, and among those chosen. */
  free: Uint8Array;
  /** Places left per mentor. */
  places: Int32Array;
  /** Pairs struck out, as row · mentors + column. */
  struck: ReadonlySet<number>;
  /** Fits of a row, good until the next is read. */
  fitsOf: (row: number) => Int32Array;
  /** Adds to a fit; null when there is nothing to add. */
  extra: Int32Array | null;
  /** Called again and again; throws to stop everything. */
  ask: () => void;
};

export type Index = Pick<Ground, 'row' | 'column'>;

export const EXCLUDED = -2147483648;
/** One text per pair: the length says where the first id ends. */
export const textOf = ([mentee, mentor]: Pair) => `${mentee.length} ${mentee}${mentor}`;
export const sum = (numbers: Iterable<number>) => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};

export function groundFor(
  problem: AnyProblem,
  { row, column }: Index,
  rest: Pick<Ground, 'side' | 'proof' | 'ask'> & { among: ReadonlySet<string> | null },
): Ground {
  const locks = [...new Map(problem.locks.map((lock) => [textOf(lock), lock])).values()];
  const locked = new Set(locks.map(([menteeId]) => menteeId));
  const free = Uint8Array.from(problem.mentees, ({ id }) => (!locked.has(id) && (rest.among?.has(id) ?? true) ? 1 : 0));
  const places = Int32Array.from(problem.mentors, ({ capacity }) => Math.min(capacity, problem.mentees.length));
  const struck = new Set<number>();
  for (const [, mentorId] of locks) places[column.get(mentorId) ?? -1]! -= 1;
  const reverse = locks.flatMap((lock) => otherWayRound(problem, lock));
  for (const [menteeId, mentorId] of [...problem.vetoes, ...rest.proof.givenUp, ...reverse]) {
    const [r, c] = [row.get(menteeId), column.get(mentorId)];
    if (r !== undefined && c !== undefined) struck.add(r * places.length + c);
  }
  const extra = rest.side === 'withWhom' && 'fit' in problem ? (problem.privatePart ?? null) : null;
  return { problem, ...rest, row, column, free, places, struck, fitsOf: fitReader(problem), extra };
}

/** Reads the fits of one row, whatever they are kept in. */
export function fitReader(problem: AnyProblem): (row: number) => Int32Array {
  const width = problem.mentors.length;
  if ('fit' in problem) return (row) => problem.fit.subarray(row * width, (row + 1) * width);
  const { pairs } = problem;
  if ('rowOf' in pairs) return pairs.rowOf;
  const fits = new Int32Array(width).fill(EXCLUDED);
  let filled: Int32Array = new Int32Array(0);
  return (row) => {
    for (const column of filled) fits[column] = EXCLUDED;
    filled = pairs.column.subarray(pairs.start[row], pairs.start[row + 1]);
    filled.forEach((column, at) => (fits[column] = pairs.score[(pairs.start[row] ?? 0) + at] ?? EXCLUDED));
    return fits;
  };
}

export function otherWayRound({ bothRoles }: AnyProblem, [menteeId, mentorId]: Pair): Pair[] {
  const asMentor = bothRoles.find((person) => person[0] === menteeId);
  const asMentee = bothRoles.find((person) => person[1] === mentorId);
  return asMentor && asMentee ? [[asMentee[0], asMentor[1]]] : [];
}

/** A pair below this fit is not made; any that a rule allows is 0 or more. */
export const leastFit = ({ objective, minimumScore }: AnyProblem): number =>
  objective === 'quality' ? Math.max(0, minimumScore) : 0;

export function expectedStages(problem: AnyProblem, side: Ground['side']): Stage[] {
  const { objective, fairness, previous, levels = 40 } = problem;
  const stages: Stage[] = [];
  const serves = objective === 'participation' || side === 'withWhom';
  if (serves || fairness === 'maximin' || fairness === 'leximin') stages.push('participation');
  if (fairness === 'leximin') for (let step = 1; step < levels; step += 1) stages.push('leximin');
  if (fairness === 'balanced') stages.push('balanced');
  stages.push('total');
  if (previous.length > 0) stages.push('kept');
  return stages;
}

export type Worth = (row: number, column: number, utility: number) => number;

/** The worth of a pair at each stage, computed from the definition in the contract. */
export function worthsOf({ problem, side, row, column }: Ground): Worth[] {
  const { levels = 40, mentees, mentors } = problem;
  const kept = new Set(problem.previous.map(([a, b]) => (row.get(a) ?? NaN) * mentors.length + (column.get(b) ?? NaN)));
  const highest = side === 'who' ? 100_000 : 120_000;
  let step = 0;
  return expectedStages(problem, side).map((stage): Worth => {
    if (stage === 'participation') return side === 'who' ? (r) => mentees[r]?.priority ?? 0 : () => 1;
    if (stage === 'balanced') return (_r, _c, u) => Math.round((240_000 * u - u * u) / 14_400);
    if (stage === 'total') return (_r, _c, u) => u;
    if (stage === 'kept') return (r, c) => (kept.has(r * mentors.length + c) ? 1 : 0);
    step += 1;
    const floor = Math.ceil((step * highest) / levels);
    return (_r, _c, u) => (u < floor ? -1 : 0);
  });
}
