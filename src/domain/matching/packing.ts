/** Numbers up to this are exact in a double. */
const EXACT = 2 ** 53;

/** The kernel keeps sums of at most this many weights per row in one number, either sign. */
const TERMS_PER_ROW = 8;

/** Which levels share one number, first level first; each group's lower levels are its digits. */
export type Packing = readonly (readonly { level: number; base: number }[])[];

/**
 * Joins neighbouring levels while every sum the kernel forms stays exact. A price is an alternating sum of weights along
 * a path without repetition, so with a base wider than such a sum can be, the joined number splits again into the very
 * prices that the kernel would have found level by level.
 *
 * @param maxima the largest weight of each level
 */
export function packingFor(maxima: readonly number[], rows: number): Packing {
  const groups: { level: number; base: number }[][] = [];
  let room = 0;
  maxima.forEach((most, level) => {
    const base = TERMS_PER_ROW * (rows + 1) * (most + 1);
    if (base > EXACT) throw new RangeError('Too many rows for exact sums.');
    const group = groups.at(-1);
    if (group && room >= base) group.push({ level, base });
    else groups.push([{ level, base }]);
    room = (group && room >= base ? room : EXACT) / base;
  });
  return groups;
}

/** Levels first in, groups first out: `values[level * size + i]` becomes `packed[group * size + i]`. */
export function pack(packing: Packing, values: Float64Array, size: number): Float64Array {
  const packed = new Float64Array(packing.length * size);
  packing.forEach((group, g) => {
    for (const { level, base } of group) {
      for (let i = 0; i < size; i += 1) {
        packed[g * size + i] = (packed[g * size + i] ?? 0) * base + (values[level * size + i] ?? 0);
      }
    }
  });
  return packed;
}

/** The inverse of `pack`, digits taken nearest to zero. */
export function unpack(packing: Packing, packed: Float64Array, size: number): Float64Array {
  const values = new Float64Array(packing.reduce((count, group) => count + group.length, 0) * size);
  packing.forEach((group, g) => {
    for (let i = 0; i < size; i += 1) {
      let rest = packed[g * size + i] ?? 0;
      for (const { level, base } of group.slice(1).toReversed()) {
        const higher = Math.round(rest / base);
        values[level * size + i] = rest - higher * base;
        rest = higher;
      }
      for (const { level } of group.slice(0, 1)) values[level * size + i] = rest;
    }
  });
  return values;
}
