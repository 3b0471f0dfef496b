import { expect, it } from 'vitest';
import { NO_PAIR } from '@/domain/matching/kernels/graph';
import { priceOut } from '@/domain/matching/kernels/price-out';
import { selectCore, type RowReader } from '@/domain/matching/kernels/select-core';
import { drawn, fingerprint, rowsOf } from './watching';

function readerOf(rows: number, columns: number, weightOf: (row: number, column: number) => number): RowReader {
  const read = (row: number) => {
    const weights = Int32Array.from({ length: columns }, (_, column) => weightOf(row, column));
    return { weights, scores: weights.map((weight) => (weight === NO_PAIR ? NO_PAIR : weight + 1)) };
  };
  return { rows, columns, read };
}

it('takes the best of each row, the best of each column, and two spread over all', () => {
  const table = [
    [9, 8, 1, 7],
    [9, NO_PAIR, 2, 6],
    [9, 5, NO_PAIR, 4],
  ];
  const heard: number[] = [];
  const reader = readerOf(3, 4, (row, column) => table[row]![column]!);
  const core = selectCore(reader, { perRow: 1, perColumn: 1 }, (done) => heard.push(done));
  expect(rowsOf(core)).toEqual([
    [
      [0, 10],
      [1, 9],
      [3, 8],
    ],
    [
      [0, 10],
      [3, 7],
      [2, 3],
    ],
    [[0, 10]],
  ]);
  expect(heard).toEqual([0]);
  const wide = selectCore(reader, { perRow: 4, perColumn: 3 }, (done) => heard.push(done));
  expect(rowsOf(wide)).toEqual([
    [
      [0, 10],
      [1, 9],
      [3, 8],
      [2, 2],
    ],
    [
      [0, 10],
      [3, 7],
      [2, 3],
    ],
    [
      [0, 10],
      [1, 6],
      [3, 5],
    ],
  ]);
});

const tables = [0, 1, 2, 3, 4, 5].map((seed) => {
  const [rows, columns] = [20 + 7 * seed, 33 - 4 * seed];
  const numbers = drawn(seed, rows * columns, [4, 1000, 100_000][seed % 3]!);
  const holes = drawn(seed + 50, rows * columns, 100);
  return readerOf(rows, columns, (row, column) =>
    holes[row * columns + column]! < 15 * (seed % 2) + 5 ? NO_PAIR : numbers[row * columns + column]!,
  );
});

it('chooses the same core, in the same order', () => {
  const cores = tables.map((reader, k) => {
    const heard: number[] = [];
    const core = selectCore(reader, { perRow: 3 + (k % 2), perColumn: 2 + (k % 3) }, (done) => heard.push(done));
    return `${core.column.length} pairs, ${heard.join(' ')}, ${fingerprint(core)}`;
  });
  expect(cores).toEqual([
    '127 pairs, 0 16, 355bf91b062e',
    '166 pairs, 0 16, 3a39e7f4dfb1',
    '182 pairs, 0 16 32, b413cfbfa64f',
    '219 pairs, 0 16 32, e29fe75c5547',
    '220 pairs, 0 16 32, 40823de65b8e',
    '272 pairs, 0 16 32 48, 5d8651f82051',
  ]);
});

it('prices out the same pairs, in the same order', () => {
  const told = tables.flatMap(({ read, ...sizes }, k) =>
    [0, 2 ** 31].map((moved) => {
      const most = [4, 1000, 100_000][k % 3]!;
      const seen: number[] = [];
      const reader = {
        ...sizes,
        read: (row: number) => {
          seen.push(row);
          return read(row);
        },
      };
      const prices = {
        rows: Float64Array.from(drawn(k + 9, sizes.rows, most), (price) => price + moved),
        columns: Float64Array.from(drawn(k + 19, sizes.columns, most), (price) => price / 2 - moved).map(Math.floor),
      };
      const result = priceOut(reader, prices, { perRow: 3, mostHits: 9, mostTight: 12 }, (done) => seen.push(-done));
      return `${result.beaten} beaten by ${result.lift}, ${result.worst.column.length} kept, ${fingerprint(result, seen)}`;
    }),
  );
  expect(told).toEqual([
    '90 beaten by 34, 45 kept, 7ed6c1d024e5',
    '90 beaten by 34, 45 kept, 7ed6c1d024e5',
    '160 beaten by 10191, 66 kept, 9b24fa579960',
    '160 beaten by 10191, 66 kept, 9b24fa579960',
    '208 beaten by 1280037, 82 kept, 96e8a6d5f8d2',
    '208 beaten by 1280037, 82 kept, 96e8a6d5f8d2',
    '139 beaten by 57, 78 kept, dc81e0fa726a',
    '139 beaten by 57, 78 kept, dc81e0fa726a',
    '225 beaten by 16655, 106 kept, 2f9e2ff00b88',
    '225 beaten by 16655, 106 kept, 2f9e2ff00b88',
    '180 beaten by 1483107, 120 kept, ccad09d633f5',
    '180 beaten by 1483107, 120 kept, ccad09d633f5',
  ]);
});
