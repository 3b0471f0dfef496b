import { at } from '@/domain/matching/arrange';
import { above, type Face, type Prices } from '@/domain/matching/engine/face';
import { filtered } from '@/domain/matching/kernels/pair-list';
import type { Pulse } from '@/domain/matching/engine/optimise';
import { serveMost, type Most } from '@/domain/matching/engine/participation';

/** The highest score that every match can have with as many served, and the cover that proves it: nobody goes higher. */
export type Floor = { score: number; columnOf: Int32Array; beyond: { value: number; prices: Prices } };

/**
 * @param floors scores to choose from, rising: the first holds for every plan, the last for none
 * @returns null when nobody is served at all
 */
export function highestFloor(
  face: Face,
  { priority, most, floors }: { priority: Int32Array; most: Most; floors: readonly number[] },
  pulse: Pulse,
): Floor | null {
  if (most.value === 0) return null;
  const serve = (score: number) => {
    const rest = above(face, score);
    const core = most.core && filtered(most.core, (_row, _column, own) => own >= score);
    return serveMost(rest, priority, { begin: new Int32Array(face.rows).fill(-1), core }, pulse);
  };
  let [holds, fails] = [0, floors.length - 1];
  let found = most;
  let beyond = serve(at(floors, fails));
  while (fails - holds > 1) {
    const middle = Math.floor((holds + fails) / 2);
    const tried = serve(at(floors, middle));
    if (tried.value === most.value) [holds, found] = [middle, tried];
    else [fails, beyond] = [middle, tried];
  }
  return { score: at(floors, holds), columnOf: found.columnOf, beyond: { value: beyond.value, prices: beyond.prices } };
}
