import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestPlan } from '@/domain/matching/engine/best-plan';
import type { Face } from '@/domain/matching/engine/face';
import { totalLevel } from '@/domain/matching/engine/levels';
import { serveMost } from '@/domain/matching/engine/participation';
import { filtered, type PairList } from '@/domain/matching/kernels/pair-list';
import { runs } from '../runs';
import { marketsOf, shapes } from './markets';

const still = () => undefined;

/** One pair in five, so that most of what matters is missing. */
const poor = (list: PairList): PairList => filtered(list, (row, column) => (row + 3 * column) % 5 === 0);
const nobody = ({ rows }: Face) => new Int32Array(rows).fill(-1);

it('serves as many from a poor core as from all pairs', () => {
  fc.assert(
    fc.property(shapes({ rows: 40, columns: 30 }), (shape) => {
      const { byRows, listed, list } = marketsOf({ ...shape, serves: true });
      const priority = byRows.priority ?? new Int32Array(0);
      const served = (face: Face, core: PairList | null) =>
        serveMost(face, priority, { begin: nobody(face), core }, still).value;
      expect(served(byRows.face, poor(list))).toBe(served(listed.face, null));
    }),
    runs(150),
  );
});

it('finds the best total from a poor core, by the prices of all pairs', () => {
  fc.assert(
    fc.property(shapes({ rows: 40, columns: 30 }), (shape) => {
      const { byRows, listed, list } = marketsOf(shape);
      const best = (face: Face, core: PairList | null) =>
        bestPlan(face, totalLevel, { columnOf: nobody(face), core, onBound: still }, still).value;
      expect(best(byRows.face, poor(list))).toBe(best(listed.face, null));
    }),
    runs(150),
  );
});
