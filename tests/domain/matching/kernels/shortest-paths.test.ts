import { expect, it } from 'vitest';
import { byColumn, fill, fillSearch } from '@/domain/matching/kernels/fill';
import { ALONE, emptyPosition, join, part, type Graph, type Position } from '@/domain/matching/kernels/graph';
import { seat, seatSearch } from '@/domain/matching/kernels/seat';
import { faultsOf } from '../engine/certificate';
import { drawn, fingerprint, graphFor, shapeOf, still, watched, withMusts } from './watching';

/** Prices of columns as given, of rows as low as they allow. */
function positionAt(graph: Graph, columnPrice: readonly number[]): Position {
  const position = emptyPosition(graph.rows, graph.columns);
  position.columnPrice.set(columnPrice);
  for (let row = 0; row < graph.rows; row += 1) {
    let price = graph.rowMust[row] === 1 ? -Infinity : 0;
    for (let e = graph.start[row]!; e < graph.start[row + 1]!; e += 1)
      price = Math.max(price, graph.pairs[2 * e + 1]! - position.columnPrice[graph.pairs[2 * e]!]!);
    position.rowPrice[row] = price;
  }
  return position;
}

/** Three rows that all want the first of two columns, which has two places; weights fall from row to row. */
const THREE: Graph = {
  rows: 3,
  columns: 2,
  start: Int32Array.of(0, 2, 4, 6),
  pairs: Int32Array.of(0, 9, 1, 4, 0, 8, 1, 6, 0, 7, 1, 1),
  capacity: Int32Array.of(2, 1),
  rowMust: new Uint8Array(3),
  columnMust: new Uint8Array(2),
};

const told = ({ columnOf, rowPrice, columnPrice }: Position) =>
  [columnOf, rowPrice, columnPrice].map((list) => list.join(' '));

it('seats one row after another, and raises prices by what the displaced one loses', () => {
  const position = positionAt(THREE, [0, 0]);
  const search = seatSearch(3, 2);
  const steps = [0, 1, 2].map((row) => [seat(THREE, position, search, row), ...told(position)]);
  expect(steps).toEqual([
    [1, '0 -1 -1', '9 8 7', '0 0'],
    [1, '0 0 -1', '9 8 7', '0 0'],
    [3, '0 1 0', '7 6 5', '2 0'],
  ]);
  expect([...position.load]).toEqual([2, 1]);
});

it('leaves the one alone who gains least', () => {
  const scarce = { ...THREE, capacity: Int32Array.of(1, 0), start: Int32Array.of(0, 1, 2, 3) };
  const graph = { ...scarce, pairs: Int32Array.of(0, 7, 0, 9, 0, 8) };
  const position = positionAt(graph, [0, 0]);
  const search = seatSearch(3, 2);
  for (const row of [0, 1, 2]) seat(graph, position, search, row);
  expect(told(position)).toEqual(['-1 0 -1', '0 1 0', '8 0']);
  expect([...position.edgeOf]).toEqual([ALONE, 1, ALONE]);
});

it('says that a row that must be matched cannot be', () => {
  const none = { ...THREE, start: new Int32Array(4), rowMust: Uint8Array.of(1, 0, 0) };
  expect(() => seat(none, positionAt(THREE, [0, 0]), seatSearch(3, 2), 0)).toThrow(
    new RangeError('A row that must be matched has no way to a place.'),
  );
});

it('brings rows to a column whose price is too high, and lowers it as far as they want', () => {
  const position = positionAt(THREE, [20, 5]);
  const search = seatSearch(3, 2);
  for (const row of [0, 1, 2]) seat(THREE, position, search, row);
  expect(told(position)).toEqual(['-1 1 -1', '0 1 0', '20 5']);
  const columnsOf = byColumn(THREE, still);
  expect(columnsOf).toEqual({
    start: Int32Array.of(0, 3, 6),
    row: Int32Array.of(0, 1, 2, 0, 1, 2),
    edge: Int32Array.of(0, 2, 4, 1, 3, 5),
  });
  fill(THREE, columnsOf, position, [fillSearch(3, 2), 0]);
  expect(told(position)).toEqual(['0 1 0', '2 1 0', '7 5']);
  expect(faultsOf(THREE, position)).toEqual([]);
});

it('tells how far it is while it turns many pairs round', () => {
  const rows = 2100;
  const many = { ...THREE, rows, start: Int32Array.from({ length: rows + 1 }, (_, row) => row) };
  const heard: number[] = [];
  byColumn({ ...many, pairs: new Int32Array(2 * rows) }, (done) => heard.push(done));
  expect(heard).toEqual([0, 1024, 2048]);
});

it('lowers a price to nothing where nobody comes, unless the column must be full', () => {
  const nobody = { ...THREE, start: new Int32Array(4) };
  const position = positionAt(nobody, [3, 2]);
  const search = fillSearch(3, 2);
  fill(nobody, byColumn(nobody, still), position, [search, 1]);
  expect(told(position)).toEqual(['-1 -1 -1', '0 0 0', '3 0']);
  const must = { ...nobody, columnMust: Uint8Array.of(1, 0) };
  expect(() => fill(must, byColumn(nobody, still), position, [search, 0])).toThrow(
    new RangeError('A column that must be full has no way to a row.'),
  );
});

it('keeps the rows of a column in a list that begins with the newest', () => {
  const position = emptyPosition(4, 1);
  for (const row of [0, 1, 2, 3]) join(position, row, 0, 10 + row);
  const listed = (): number[] => {
    const rows: number[] = [];
    for (let row = position.head[0]!; row !== -1; row = position.next[row]!) rows.push(row);
    return rows;
  };
  const states = [listed()];
  for (const row of [1, 3, 0, 2]) {
    part(position, row);
    states.push(listed());
    expect([position.edgeOf[row], position.columnOf[row]]).toEqual([-2, -1]);
  }
  expect(states).toEqual([[3, 2, 1, 0], [3, 2, 0], [2, 0], [2], []]);
  expect([...position.load]).toEqual([0]);
});

/** Seats every row and fills every column, and tells all that was looked at and all that is left behind by each search. */
function worked(plain: Graph, columnPrice: readonly number[]) {
  const { list: pairs, seen } = watched(plain.pairs);
  const graph = { ...plain, pairs };
  const position = positionAt(plain, columnPrice);
  const seating = seatSearch(graph.rows, graph.columns);
  const steps: unknown[] = [];
  let looked = 0;
  for (let row = 0; row < graph.rows; row += 1) {
    looked += seat(graph, position, seating, row);
    steps.push(structuredClone({ seating, position }));
  }
  const filling = fillSearch(graph.rows, graph.columns);
  const columnsOf = byColumn(plain, still);
  for (let column = 0; column < graph.columns; column += 1) {
    fill(graph, columnsOf, position, [filling, column]);
    steps.push(structuredClone({ filling, position }));
  }
  expect(faultsOf(plain, position)).toEqual([]);
  return `${looked} rows, ${seen.length} looks, ${fingerprint(position)}, ${fingerprint(steps, seen)}`;
}

const dear = (seed: number, { columns, columnMust }: Graph) =>
  drawn(seed, columns, 150_000).map((price, column) =>
    column % 3 === 0 ? (columnMust[column] === 1 ? -price : 0) : price,
  );

it('does the same work in the same order, and ends at the same prices', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const plain = seeds.map((seed) => graphFor(shapeOf(seed)));
  expect(plain.map((graph) => worked(graph, drawn(1, graph.columns, 1)))).toEqual([
    '24 rows, 154 looks, b44c8ba50f8b, f4c855c54b71',
    '33 rows, 376 looks, ef9f33668fb7, acdfd962c5ef',
    '16 rows, 66 looks, 0620ffde9fc9, e172a85a17d7',
    '46 rows, 252 looks, 22b2040e938e, 56370a71c0e1',
    '48 rows, 478 looks, ad2a80bbe1d4, b862a304df9b',
    '16 rows, 56 looks, 9ce62ad8155b, 1cf68ba69a13',
    '15 rows, 80 looks, d6dbb83dcbc5, c4878f02d4ad',
    '31 rows, 376 looks, 24479af0e5dd, 8040195e5afd',
    '18 rows, 44 looks, ad91c52f89be, bb31c184fc65',
    '48 rows, 242 looks, 08b12bad04d0, d818f0da13ad',
    '48 rows, 486 looks, ba758745280c, 733f890dc6ef',
    '28 rows, 96 looks, acd952d109b4, c88447ce7ff1',
  ]);
  expect(plain.map((graph, seed) => worked(graph, dear(seed, graph)))).toEqual([
    '24 rows, 196 looks, e494d1363326, d2de1e861f2d',
    '68 rows, 781 looks, 0d519c7f07de, fe462b117f31',
    '14 rows, 65 looks, 87494546eead, 25d6c682beef',
    '35 rows, 289 looks, 1ccba773dc81, 5dd699249d08',
    '47 rows, 499 looks, 6323b58307dc, 92c5179e17d2',
    '14 rows, 58 looks, d8bc648a8b63, b6dba69463b0',
    '29 rows, 237 looks, 4833a26117a7, 3ce09fc157d8',
    '41 rows, 657 looks, ecda4d465ee6, db37aa7231c9',
    '17 rows, 65 looks, 351c90684b13, a937ed266500',
    '20 rows, 148 looks, 4d09ddfbf5d7, ceb77e3cc071',
    '56 rows, 656 looks, 7bc839982fb8, dba3a80bf6b4',
    '24 rows, 103 looks, 9d56763390a0, fe609141cabd',
  ]);
  const musts = plain.map(withMusts);
  expect(musts.map((graph, seed) => worked(graph, dear(seed, graph)))).toEqual([
    '29 rows, 236 looks, e494d1363326, 03622a130df3',
    '76 rows, 881 looks, a920ba7ca28c, 1403d33a2503',
    '14 rows, 71 looks, 16f532c8e0f5, fb516ff66a16',
    '35 rows, 292 looks, 1ccba773dc81, b16f3cde409e',
    '64 rows, 690 looks, a2a158bdebb1, 1f148f1d95ec',
    '14 rows, 57 looks, 120c27e436fa, a29d30a62919',
    '24 rows, 184 looks, 86a48e09eae0, 1a90d5e44601',
    '59 rows, 880 looks, a1d81c8bb8d7, 4c4fb0932cc2',
    '18 rows, 56 looks, 4c1c5b668914, 4c693b1681e4',
    '20 rows, 155 looks, 27e451a7ff84, 383e04eee246',
    '57 rows, 641 looks, c181218191df, 0e370411d613',
    '20 rows, 87 looks, dfcff3bab84e, 3f4689f99ffd',
  ]);
});
