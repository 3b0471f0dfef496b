import { setImmediate as others } from 'node:timers/promises';

const MOST_MS = 3;

/**
 * `list.map(make)` for long lists in a process that answers people: every few milliseconds others have their turn.
 *
 * @param make may wait for something itself
 */
export async function mapGently<T, R>(list: readonly T[], make: (item: T) => R | Promise<R>): Promise<R[]> {
  const made: R[] = [];
  let since = performance.now();
  for (const item of list) {
    made.push(await make(item));
    if (performance.now() - since < MOST_MS) continue;
    await others();
    since = performance.now();
  }
  return made;
}

/** A list in parts of this size, the last one shorter. */
export const partsOf = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
