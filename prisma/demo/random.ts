/** A seeded generator (mulberry32, public domain, T. Ettinger): the same seed always makes the same people. */
export function seededRandom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  const pick = <T>(from: readonly [T, ...T[]] | readonly T[]): T => {
    const found = from[whole(from.length)];
    if (found === undefined) throw new Error('Nothing to pick from.');
    return found;
  };
  /** `count` different entries, or all when there are fewer. */
  const some = <T>(from: readonly T[], count: number): T[] => {
    const rest = [...from];
    return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(whole(rest.length), 1)).flat();
  };
  return { next, whole, pick, some, chance: (share: number) => next() < share };
}
export type Random = ReturnType<typeof seededRandom>;
