import { expect, it } from 'vitest';
import { filtered, joined, PairWriter, type PairList } from '@/domain/matching/kernels/pair-list';
import { rowsOf } from './watching';

const listOf = (rows: readonly (readonly (readonly [column: number, score: number])[])[], expected = 0): PairList => {
  const writer = new PairWriter(rows.length, expected);
  rows.forEach((pairs, row) => {
    for (const [column, score] of pairs) writer.add(column, score);
    writer.endRow(row);
  });
  return writer.done();
};

it('writes pairs row by row, more than were expected, and nothing more', () => {
  const rows = Array.from({ length: 9 }, (_, row) =>
    Array.from({ length: row === 4 ? 0 : 7 }, (_pair, k) => [row + k, 10 * row + k] as const),
  );
  for (const expected of [0, 3, 56, 90]) {
    const list = listOf(rows, expected);
    expect(rowsOf(list)).toEqual(rows);
    expect([list.column.length, list.score.length, list.start.length]).toEqual([56, 56, 10]);
  }
});

it('does not take a list whose last row was not ended', () => {
  const writer = new PairWriter(1, 4);
  writer.add(0, 1);
  expect(() => writer.done()).toThrow(new RangeError('A row was not ended.'));
  expect(writer.size).toBe(1);
});

it('joins two lists row by row', () => {
  const [a, b] = [listOf([[[0, 5]], [], [[2, 7]]]), listOf([[[1, 6]], [[0, 3]], []])];
  expect(joined(a, b)).toEqual(
    listOf([
      [
        [0, 5],
        [1, 6],
      ],
      [[0, 3]],
      [[2, 7]],
    ]),
  );
});

it('keeps the pairs that are wanted, and tells how far it is', () => {
  const rows = Array.from({ length: 2100 }, (_, row): [number, number][] => [
    [row % 5, row],
    [5, 1],
  ]);
  const heard: number[] = [];
  const asked: number[][] = [];
  const kept = filtered(
    listOf(rows),
    (row, column, score) => {
      if (row === 7) asked.push([row, column, score]);
      return column === 5 || row === score + 1 || column === 2;
    },
    (done) => heard.push(done),
  );
  expect(rowsOf(kept)).toEqual(rows.map((pairs) => pairs.filter(([column]) => column === 5 || column === 2)));
  expect(heard).toEqual([0, 1024, 2048]);
  expect(asked).toEqual([
    [7, 2, 7],
    [7, 5, 1],
  ]);
});
