import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundsOf, type Known, type Table } from '@/domain/statistics-bounds';

const within = (value: number, { from, to }: Known) => value >= from && value <= to;
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** Every table of two rows and two columns with cells up to `most`, tried one by one. */
function triedOut({ known }: Table, most: number): Known[] {
  const found: number[][] = [];
  const range = Array.from({ length: most + 1 }, (_, count) => count);
  for (const a of range)
    for (const b of range)
      for (const c of range)
        for (const d of range) {
          const figures = [a + b + c + d, a + b, c + d, a + c, b + d, a, b, c, d];
          const all = [known.total, ...known.rows, ...known.columns, ...known.cells];
          if (figures.every((value, at) => within(value, all[at] ?? { from: 0, to: most * 4 }))) found.push(figures);
        }
  return Array.from({ length: 9 }, (_, at) => {
    const values = found.map((figures) => figures[at] ?? 0);
    return { from: Math.min(...values), to: Math.max(...values) };
  });
}

const MOST = 6;
const around = (value: number, less: number, more: number, most: number): Known => ({
  from: Math.max(0, value - less),
  to: Math.min(most, value + more),
});

it('finds exactly the bounds that trying out every table finds', () => {
  const count = fc.integer({ min: 0, max: MOST });
  const slack = fc.array(fc.constantFrom(0, 1, 2, 99), { minLength: 18, maxLength: 18 });
  fc.assert(
    fc.property(fc.tuple(count, count, count, count), slack, (cells, slacks) => {
      const [a, b, c, d] = cells;
      const figures = [sum(cells), a + b, c + d, a + c, b + d, a, b, c, d];
      const most = (at: number) => (at === 0 ? MOST * 4 : at < 5 ? MOST * 2 : MOST);
      const all = figures.map((value, at) => around(value, slacks[at] ?? 0, slacks[at + 9] ?? 0, most(at)));
      const [total = { from: 0, to: 0 }] = all;
      const known = { total, rows: all.slice(1, 3), columns: all.slice(3, 5), cells: all.slice(5) };
      const table: Table = { rows: [a + b, c + d], columns: [a + c, b + d], cells, known };
      expect(boundsOf(table)).toEqual(triedOut(table, MOST));
    }),
    { numRuns: 150 },
  );
});
