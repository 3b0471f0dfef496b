// The inner loops of scoring: one mentee's row at a time, one entry per mentor. Values are ten-thousandths, 0 to 10,000,
// and −1 where a factor does not apply. Each loop only adds and looks up whole numbers, so nothing is rounded but where
// a table's maker rounded. Source: the tables of `scoring/`, which tests hold to `factorValues` on every pair.

/**
 * Adds what two tables say about the two halves of a code, the lower `bits` and the rest, and looks the sum up.
 *
 * Invariant: a table's entry is a step through `quotients`, and steps add up, so that a sum is always inside it.
 */
export function fillByCode(
  codes: Int32Array,
  [low, high]: readonly [Int32Array, Int32Array],
  bits: number,
  quotients: Int16Array,
  out: Int16Array,
): void {
  const mask = (1 << bits) - 1;
  for (let j = 0; j < out.length; j += 1) {
    const code = codes[j]!;
    out[j] = quotients[low[code & mask]! + high[code >> bits]!]!;
  }
}

/**
 * Adds up, for each code, what its digits are worth.
 *
 * @param digits code by code, `places` digits each
 * @param worth by place and digit, `levels` to a place
 */
export function fillSteps(digits: Uint8Array, places: number, worth: Int32Array, out: Int32Array): void {
  const levels = worth.length / places;
  for (let code = 0, digit = 0; code < out.length; code += 1) {
    let sum = 0;
    for (let place = 0; place < worth.length; place += levels, digit += 1) sum += worth[place + digits[digit]!]!;
    out[code] = sum;
  }
}

/** A question asked by kind: each mentor's kind, and the answer for each. */
export type ByKind = { kindOf: Int32Array; table: Int16Array };

/** Looks each mentor's kind up. */
export function fillByKind({ kindOf, table }: ByKind, out: Int16Array): void {
  for (let j = 0; j < out.length; j += 1) out[j] = table[kindOf[j]!]!;
}

/** The number of ones among 32 bits: pairs, nibbles and bytes added side by side (Warren, Hacker's Delight, 5–1). */
export function countBits(word: number): number {
  let bits = (word - ((word >>> 1) & 0x55555555)) | 0;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  bits = (bits + (bits >>> 4)) & 0x0f0f0f0f;
  return Math.imul(bits, 0x01010101) >>> 24;
}

/** The number of ones that two bit strings of equal length share. */
export function countShared(a: Int32Array, b: Int32Array): number {
  let count = 0;
  for (let word = 0; word < a.length; word += 1) count += countBits(a[word]! & b[word]!);
  return count;
}

/** Looks up, in the table for the lists that a mentor filled in, how many ones a mentor's word shares with `mine`. */
export function fillByShared(
  words: Int32Array,
  mine: number,
  [filled, starts]: readonly [Uint8Array, Int32Array],
  table: Int16Array,
  out: Int16Array,
): void {
  for (let j = 0; j < out.length; j += 1) out[j] = table[starts[filled[j]!]! + countBits(words[j]! & mine)]!;
}

/** The rounded mean of two answers, half up; the one that applies where only one does. */
export function fillMeansByKind(first: ByKind, second: ByKind, out: Int16Array): void {
  const kindOf = first.kindOf;
  const table = first.table;
  const otherKindOf = second.kindOf;
  const otherTable = second.table;
  for (let j = 0; j < out.length; j += 1) {
    const one = table[kindOf[j]!]!;
    const other = otherTable[otherKindOf[j]!]!;
    out[j] = one < 0 ? other : other < 0 ? one : (one + other + 1) >> 1;
  }
}

/** What `fillFits` multiplies and divides by. */
export type Weighing = {
  /** By factor: twice the weight, scaled to thousandths of a point. */
  factors: Float64Array;
  /** By set of factors that apply, bit k for factor k: the sum of their weights. */
  halves: Float64Array;
  /** Twice that, and 1 for none, where the sum above the line is 0. */
  wholes: Float64Array;
};
/** One mentee's values, an entry per mentor, in the order of the factors. */
type FactorRows = Record<'competencies' | 'interests' | 'region' | 'meeting' | 'setting', Int16Array>;

/**
 * The weighted mean of the values that apply, rounded half up: thousandths of a point.
 *
 * Invariant: numerator and denominator are those of `fitOf`, whole numbers below 2⁵³, so the quotient's floor is too.
 */
export function fillFits(rows: FactorRows, { factors, halves, wholes }: Weighing, out: Int32Array): void {
  const { competencies: a, interests: b, region: c, meeting: d, setting: e } = rows;
  const v = factors[0]!;
  const w = factors[1]!;
  const x = factors[2]!;
  const y = factors[3]!;
  const z = factors[4]!;
  for (let j = 0; j < out.length; j += 1) {
    const p = a[j]!;
    const q = b[j]!;
    const r = c[j]!;
    const s = d[j]!;
    const t = e[j]!;
    // The sign spread over all bits: `~(p >> 31)` is all ones where a factor applies, none where it does not.
    const applies = (~(p >> 31) & 1) | (~(q >> 31) & 2) | (~(r >> 31) & 4) | (~(s >> 31) & 8) | (~(t >> 31) & 16);
    const sum =
      v * (p & ~(p >> 31)) + w * (q & ~(q >> 31)) + x * (r & ~(r >> 31)) + y * (s & ~(s >> 31)) + z * (t & ~(t >> 31));
    out[j] = Math.floor((sum + halves[applies]!) / wholes[applies]!);
  }
}
