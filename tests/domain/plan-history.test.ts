import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextToUndo, type HandChange } from '@/domain/plan-history';

describe('undo', () => {
  it('goes back one change after the other, then has nothing left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (count) => {
        let changes: HandChange[] = [];
        for (let id = 1; id <= count; id += 1) changes = [{ id: String(id), undoes: null }, ...changes];
        const undone: string[] = [];
        for (let next = nextToUndo(changes); next; next = nextToUndo(changes)) {
          undone.push(next.id);
          changes = [{ id: `undo ${next.id}`, undoes: next.id }, ...changes];
        }
        expect(undone).toEqual(Array.from({ length: count }, (_, index) => String(count - index)));
      }),
    );
  });

  it('takes what was changed after an undo first', () => {
    const changes = [
      { id: 'c', undoes: null },
      { id: 'undo b', undoes: 'b' },
      { id: 'b', undoes: null },
      { id: 'a', undoes: null },
    ];
    expect(nextToUndo(changes)?.id).toBe('c');
    expect(nextToUndo([{ id: 'undo c', undoes: 'c' }, ...changes])?.id).toBe('a');
  });
});
