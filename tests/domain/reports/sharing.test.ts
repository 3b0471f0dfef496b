import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asShared, percentOf, type Report } from '@/domain/reports/report';
import { hideSmallCells, hideSmallShare, SMALLEST_SHARED } from '@/domain/statistics';

describe('counts that are handed on', () => {
  it.each([
    [
      [12, 8],
      [12, 8],
    ],
    [
      [12, 3],
      [null, null],
    ],
    [
      [20, 8, 3],
      [20, null, null],
    ],
    [
      [20, 8, 3, 2],
      [20, 8, null, null],
    ],
    [
      [20, 8, 2, 2],
      [20, null, null, null],
    ],
    [
      [20, 0, 9],
      [20, null, null],
    ],
    [
      [3, 1],
      [null, null],
    ],
    [[], []],
  ])('%j become %j', (counts, shown) => {
    expect(hideSmallCells(counts)).toEqual(shown);
  });

  it('never show a small cell, nor one that a known total would tell', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(9), fc.nat(60)), { maxLength: 9 }), (counts) => {
        const shown = hideSmallCells(counts);
        const hidden = counts.filter((_, at) => shown[at] === null);
        for (const [at, figure] of shown.entries()) {
          if (figure !== null) expect([figure, figure >= SMALLEST_SHARED]).toEqual([counts[at], true]);
        }
        if (hidden.length === 0 || hidden.length === counts.length) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(SMALLEST_SHARED);
      }),
    );
  });

  it('of a share are hidden where it, or what it leaves out, is small', () => {
    expect([4, 5, 15, 16, 20].map((count) => hideSmallShare(count, 20))).toEqual([null, 5, 15, null, null]);
  });
});

const report = (over: Partial<Report>): Report => ({
  key: 'funnel',
  question: '',
  definition: '',
  columns: ['a'],
  rows: [],
  kind: 'parts',
  bases: [],
  chart: 'bars',
  answer: () => '',
  ...over,
});
const rows = (...figures: (number | null)[][]) =>
  figures.map((row, at) => ({ key: `r${at}`, label: `Row ${at}`, figures: row }));
const shown = (over: Partial<Report>) => asShared(report(over)).rows.map(({ figures }) => figures);

describe('a report that is handed on', () => {
  it('hides each column of parts by itself', () => {
    expect(shown({ columns: ['a', 'b'], rows: rows([20, 3], [9, 2], [7, 30]) })).toEqual([
      [20, null],
      [9, null],
      [7, 30],
    ]);
  });

  it('hides means of few, and shares of few', () => {
    expect(shown({ kind: 'means', bases: [4, 5], columns: ['a', 'b'], rows: rows([2.5, 3], [2, 4]) })).toEqual([
      [null, null],
      [2, 4],
    ]);
    expect(
      shown({ kind: 'shares', bases: [20, 6], columns: ['a', 'b'], rows: rows([10, 5], [4, 3], [null, 0]) }),
    ).toEqual([
      [10, null],
      [null, null],
      [null, null],
    ]);
  });

  it('hides a whole number and all beside it when one is small', () => {
    expect(shown({ kind: 'whole', rows: rows([15], [4], [30]) })).toEqual([[null], [null], [null]]);
    expect(shown({ kind: 'whole', rows: rows([15], [5]) })).toEqual([[15], [5]]);
  });
});

it('says none and all of a hundred only where that is so', () => {
  expect([
    percentOf(0, 9),
    percentOf(1, 300),
    percentOf(299, 300),
    percentOf(9, 9),
    percentOf(1, 3),
    percentOf(0, 0),
  ]).toEqual(['0 %', 'under 1 %', 'over 99 %', '100 %', '33 %', '0 %']);
});
