import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAfter, isGridKey, type GridKey } from '@/domain/grid-keys';

const KEYS: readonly GridKey[] = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
];
const size = { rows: 34, columns: 15, far: false };
const at = { row: 20, column: 5 };

describe('keys of a grid', () => {
  it.each([
    ['ArrowUp', { row: 19, column: 5 }],
    ['ArrowDown', { row: 21, column: 5 }],
    ['ArrowLeft', { row: 20, column: 4 }],
    ['ArrowRight', { row: 20, column: 6 }],
    ['Home', { row: 20, column: 0 }],
    ['End', { row: 20, column: 14 }],
    ['PageUp', { row: 10, column: 5 }],
    ['PageDown', { row: 30, column: 5 }],
  ] as const)('%s', (key, to) => {
    expect(cellAfter(at, key, size)).toEqual(to);
  });

  it('lead to the corners with Ctrl', () => {
    expect(cellAfter(at, 'Home', { ...size, far: true })).toEqual({ row: 0, column: 0 });
    expect(cellAfter(at, 'End', { ...size, far: true })).toEqual({ row: 33, column: 14 });
  });

  it('never lead out of it', () => {
    const inside = fc.record({
      rows: fc.integer({ min: 1, max: 50 }),
      columns: fc.integer({ min: 1, max: 50 }),
      far: fc.boolean(),
    });
    fc.assert(
      fc.property(inside, fc.array(fc.constantFrom(...KEYS), { maxLength: 40 }), (grid, keys) => {
        const end = keys.reduce((cell, key) => cellAfter(cell, key, grid), { row: 0, column: 0 });
        expect(end.row >= 0 && end.row < grid.rows && end.column >= 0 && end.column < grid.columns).toBe(true);
      }),
    );
  });

  it('are no others', () => {
    expect(['Tab', 'Enter', 'a', 'Escape'].some(isGridKey)).toBe(false);
  });
});
