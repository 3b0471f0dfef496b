import { expect, it } from 'vitest';
import { auction, type AuctionTerms } from '@/domain/matching/kernels/auction';
import type { Graph } from '@/domain/matching/kernels/graph';
import { drawn, fingerprint, graphFor, shapeOf, watched, withMusts } from './watching';

const TWO: Graph = {
  rows: 2,
  columns: 2,
  start: Int32Array.of(0, 2, 4),
  pairs: Int32Array.of(0, 90, 1, 40, 0, 80, 1, 70),
  capacity: Int32Array.of(1, 1),
  rowMust: new Uint8Array(2),
  columnMust: new Uint8Array(2),
};
const ONCE: AuctionTerms = { firstRaise: 20, lastRaise: 20, shrink: 2, lower: 3, mostBids: 100 };

function ended(graph: Graph, terms: AuctionTerms, begin: readonly number[]) {
  const price = Float64Array.from(begin);
  const done: number[] = [];
  const columnOf = auction(graph, price, terms, (count) => done.push(count));
  return { columnOf: [...columnOf], price: [...price], done };
}

it('raises a place by what it is worth over the second choice, and by the least raise', () => {
  expect(ended(TWO, { ...ONCE, mostBids: 1 }, [0, 0])).toEqual({ columnOf: [0, -1], price: [70, 0], done: [0] });
  expect(ended(TWO, ONCE, [0, 0])).toEqual({ columnOf: [0, 1], price: [70, 80], done: [0] });
});

it('stops at as many bids a phase as there may be', () => {
  expect(ended(TWO, { ...ONCE, mostBids: 0 }, [7, 8])).toEqual({ columnOf: [-1, -1], price: [7, 8], done: [] });
});

it('takes whoever bid too much out of the place in the next, finer phase', () => {
  expect(ended(TWO, { ...ONCE, lastRaise: 1 }, [0, 0])).toEqual({
    columnOf: [0, 1],
    done: [0, 2, 1, 2, 1, 2, 2, 2],
    price: [68.75, 48.75],
  });
});

it('lets a row without a must leave when nothing gains, and one with a must never', () => {
  const dear = [100, 100];
  expect(ended(TWO, ONCE, dear)).toEqual({ columnOf: [-1, -1], price: dear, done: [0] });
  const must = { ...TWO, rowMust: Uint8Array.of(0, 1) };
  expect(ended(must, ONCE, dear)).toEqual({ columnOf: [-1, 0], price: [130, 100], done: [0] });
});

it('prices the places of a column each for itself, and asks the least', () => {
  const wide = { ...TWO, capacity: Int32Array.of(2, 0), pairs: Int32Array.of(0, 90, 0, 90, 0, 80, 0, 80) };
  expect(ended({ ...wide, start: Int32Array.of(0, 1, 2) }, ONCE, [5, 5])).toEqual({
    columnOf: [0, 0],
    done: [0],
    price: [25, 1000000000000000],
  });
});

it('looks at the same pairs in the same order, and ends with the same prices', () => {
  const worked = (plain: Graph, seed: number, terms: AuctionTerms) => {
    const { list: pairs, seen } = watched(plain.pairs);
    const begin = drawn(seed, plain.columns, seed % 2 === 0 ? 1 : 30_000);
    const end = ended({ ...plain, pairs }, terms, begin);
    return `${seen.length} looks, ${fingerprint(end)}, ${fingerprint(seen)}`;
  };
  const fine = { firstRaise: 20_000, lastRaise: 20, shrink: 5, lower: 3, mostBids: 2500 };
  const coarse = { firstRaise: 8000, lastRaise: 1000, shrink: 2, lower: 1, mostBids: 40 };
  const plain = Array.from({ length: 10 }, (_, seed) => graphFor(shapeOf(seed)));
  expect(plain.map((graph, seed) => worked(graph, seed, fine))).toEqual([
    '1082 looks, f2bcec97d519, e98caf2ea3f2',
    '1523 looks, 6c94f870dec7, 422c83084665',
    '3688 looks, 3680bba02a2a, 8b34885bf36e',
    '553 looks, ce6f6022a0cd, ab73543fbd6b',
    '2288 looks, 05329a8217ba, b2d56baddb47',
    '3293 looks, a7a471507b30, 8965fc301e39',
    '514 looks, 029be368a6e0, f63a33006833',
    '744 looks, d745638da3bb, f23295f18b92',
    '2906 looks, c55acb156d82, e7dea0a1d5a5',
    '543 looks, ea0f0f6b97e9, 145d026f41e0',
  ]);
  expect(plain.map((graph, seed) => worked(withMusts(graph), seed, coarse))).toEqual([
    '616 looks, 1ded9b5fb6fc, cf27c6720ee3',
    '833 looks, e3c1e12e27f9, 86599f990b4e',
    '2368 looks, c2e7df77e850, dfc607b3224e',
    '515 looks, 528f9441923e, bfde84ed6946',
    '947 looks, 0cd60a5ae522, ef6ccb23833b',
    '1525 looks, 9c216a667545, 22aed72562c6',
    '360 looks, fe592cac6c03, 3993ec46f954',
    '697 looks, 94c15a1b5e20, 185684a625e8',
    '1766 looks, 2136bddcfd9f, f12d7a100b44',
    '353 looks, 103ec9556318, ac8d1f4afdde',
  ]);
});
