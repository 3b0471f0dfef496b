import type { PairList } from '@/domain/matching/kernels/pair-list';
import { leastFit, worthsOf, type Ground, type Worth } from '@/domain/matching/verify-ground';

/** Larger than any price that the quick comparison takes. */
const FAR = 2 ** 29;

type Stage = { rows: Float64Array; columns: Float64Array; worth: Worth };
type Question = { ground: Ground; stages: readonly Stage[]; least: number; floor: number };

/**
 * Whether some pair that may be made is worth more than its prices, stage by stage: the first stage that differs
 * decides. A row is compared quickly at the one stage that decides nearly always; only pairs that pass there are looked
 * at closely.
 */
export function isBeaten(ground: Ground): boolean {
  const { free, proof, fitsOf, ask } = ground;
  const worths = worthsOf(ground);
  const stages = proof.stages.map(({ mentees, mentors }, at): Stage => ({
    rows: Float64Array.from(mentees),
    columns: Float64Array.from(mentors),
    worth: worths[at] ?? (() => Infinity),
  }));
  const question = { ground, stages, least: leastFit(ground.problem), floor: proof.floor?.score ?? 0 };
  const listed = 'pairs' in ground.problem && 'start' in ground.problem.pairs ? ground.problem.pairs : null;
  if (listed) return someListed(ground, listed, (row, column, fit) => beats(question, row, column, fit));
  const suspects = suspectsOf(question);
  for (let row = 0; row < free.length; row += 1) {
    if ((row & 15) === 0) ask();
    if (free[row] === 0) continue;
    const fits = fitsOf(row);
    for (const column of suspects(row, fits)) if (beats(question, row, column, fits[column]!)) return true;
  }
  return false;
}

/** Asks about every listed pair of the mentees in question. */
function someListed(
  { free, ask }: Ground,
  { start, column, score }: PairList,
  holds: (row: number, column: number, fit: number) => boolean,
): boolean {
  for (let row = 0; row < free.length; row += 1) {
    if ((row & 1023) === 0) ask();
    if (free[row] === 0) continue;
    for (let e = start[row]!, end = start[row + 1]!; e < end; e += 1)
      if (holds(row, column[e]!, score[e]!)) return true;
  }
  return false;
}

function beats({ ground, stages, least, floor }: Question, row: number, column: number, fit: number): boolean {
  const { places, struck, extra } = ground;
  const cell = row * places.length + column;
  if (fit < least || places[column]! <= 0 || struck.has(cell)) return false;
  const utility = fit + (extra?.[cell] ?? 0);
  for (const { rows, columns, worth } of stages) {
    const left = rows[row]! + columns[column]! - worth(row, column, utility);
    if (left !== 0) return left < 0;
    if (utility < floor) return false;
  }
  return false;
}

/** The columns of a row whose pairs could beat their prices; a few too many is no harm, one too few would be. */
function suspectsOf({ ground, stages, floor }: Question): (row: number, fits: Int32Array) => Int32Array {
  const { places, proof, extra } = ground;
  const [first, second] = stages;
  const lead = proof.stages[0]?.stage === 'participation' && second && floor === 0 ? second : first;
  const stage = proof.stages[lead === second ? 1 : 0]?.stage;
  const weights = new Int32Array(places.length);
  const found = new Int32Array(places.length);
  const bars = barsOf(places, lead === second ? first : undefined, lead);
  return (row, fits) => {
    const bar = bars(lead === second && first ? first.worth(row, 0, 0) - first.rows[row]! : 0);
    const own = lead?.rows[row] ?? 0;
    if (!lead || !bar || Math.abs(own) >= FAR) return everyColumn(found);
    const utilities = extra ? added(fits, extra.subarray(row * places.length), weights) : fits;
    if (stage === 'total') return reaching(utilities, bar, own, found);
    if (stage === 'balanced') return reachingCurve(utilities, bar, own, found);
    return reaching(weighed(lead.worth, row, utilities, weights), bar, own, found);
  };
}

const everyColumn = (found: Int32Array): Int32Array => found.map((_, column) => column);

/**
 * What a weight must reach, per column, for the lead stage to matter; by what the stage before it leaves open to a row.
 * Null when a price is too large for the quick comparison.
 */
function barsOf(places: Int32Array, before: Stage | undefined, lead: Stage | undefined) {
  const known = new Map<number, Int32Array | null>();
  const fits = lead?.columns.every((price) => Math.abs(price) < FAR);
  return (open: number): Int32Array | null => {
    let bar = known.get(open);
    if (bar !== undefined) return bar;
    bar = fits
      ? places.map((free, column) => {
          const earlier = before ? before.columns[column]! : 0;
          if (free <= 0 || earlier > open) return FAR;
          return earlier < open ? -FAR : lead!.columns[column]!;
        })
      : null;
    if (known.size < 64) known.set(open, bar);
    return bar;
  };
}

/** Utilities of a row; of a pair that a rule excludes, a number that reaches nothing. */
function added(fits: Int32Array, extra: Int32Array, into: Int32Array): Int32Array {
  for (let column = 0; column < into.length; column += 1) into[column] = fits[column]! + extra[column]!;
  return into;
}

function weighed(worth: Worth, row: number, utilities: Int32Array, into: Int32Array): Int32Array {
  for (let column = 0; column < into.length; column += 1) {
    const utility = utilities[column]!;
    into[column] = utility < 0 ? -FAR * 3 : worth(row, column, utility);
  }
  return into;
}

/** Eight at a time: only where one of them reaches its bar, or seems to because a difference overflows, each is asked. */
function reaching(weights: Int32Array, bar: Int32Array, own: number, found: Int32Array): Int32Array {
  const price = own | 0;
  const size = bar.length;
  let count = 0;
  for (let at = 0; at < size; at += 8) {
    if (at + 8 <= size) {
      const a = (weights[at]! - bar[at]! - price) & (weights[at + 1]! - bar[at + 1]! - price);
      const b = (weights[at + 2]! - bar[at + 2]! - price) & (weights[at + 3]! - bar[at + 3]! - price);
      const c = (weights[at + 4]! - bar[at + 4]! - price) & (weights[at + 5]! - bar[at + 5]! - price);
      const d = (weights[at + 6]! - bar[at + 6]! - price) & (weights[at + 7]! - bar[at + 7]! - price);
      if ((a & b & c & d) < 0) continue;
    }
    for (let column = at; column < size && column < at + 8; column += 1) {
      if (weights[column]! >= bar[column]! + price) found[count++] = column;
    }
  }
  return found.subarray(0, count);
}

/** The same for the balanced stage, whose worth is the rounded value of a curve: compared before it is rounded. */
function reachingCurve(utilities: Int32Array, bar: Int32Array, own: number, found: Int32Array): Int32Array {
  const least = 14_400 * (own - 0.5);
  let count = 0;
  for (let column = 0; column < bar.length; column += 1) {
    const utility = utilities[column]!;
    if ((240_000 - utility) * utility >= 14_400 * bar[column]! + least) found[count++] = column;
  }
  return found.subarray(0, count);
}

/** Whether the prices beyond the floor leave out a pair that scores more. */
export function isBeatenBeyond(ground: Ground): boolean {
  const { free, places, struck, extra, problem, proof, fitsOf, side, ask } = ground;
  const { floor } = proof;
  if (!floor) return false;
  const least = leastFit(problem);
  const { mentees, mentors } = floor.beyond;
  const beyond = (row: number, column: number, fit: number) => {
    const worth = side === 'who' ? (problem.mentees[row]?.priority ?? 0) : 1;
    if ((mentees[row] ?? 0) + (mentors[column] ?? 0) >= worth || places[column]! <= 0 || fit < least) return false;
    const cell = row * places.length + column;
    return fit + (extra?.[cell] ?? 0) > floor.score && !struck.has(cell);
  };
  const listed = 'pairs' in problem && 'start' in problem.pairs ? problem.pairs : null;
  if (listed) return someListed(ground, listed, beyond);
  return free.some((isFree, row) => {
    if ((row & 15) === 0) ask();
    return isFree === 1 && fitsOf(row).some((fit, column) => beyond(row, column, fit));
  });
}
