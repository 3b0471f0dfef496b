import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable, writeTable } from '@/lib/csv';

describe('reading', () => {
  it.each([
    ['a,b\n1,2\n', [[2, '1', '2']]],
    ['\uFEFFa;b\r\n1,5;2\r\n', [[2, '1,5', '2']]],
    ['a\tb\n"1;,"\t2', [[2, '1;,', '2']]],
    ['"a;b;c",b\n1,2', [[2, '1', '2']]],
    [
      'a,b\n\n  1 , "2 ""two"""\n,\n3',
      [
        [3, '1', '2 "two"'],
        [5, '3'],
      ],
    ],
    [
      'a,b\r\n"x\r\ny\r\nz",2\r\n3,4',
      [
        [2, 'x\ny\nz', '2'],
        [5, '3', '4'],
      ],
    ],
    ['a,b\n1,2,,\n', [[2, '1', '2', '', '']]],
    ['a,b', []],
  ])('%j', (text, rows) => {
    expect(readTable(text).rows).toEqual(rows.map(([line, ...cells]) => ({ line, cells })));
  });

  it.each([
    ['', 'There is no line of headings.'],
    [' \n\n', 'There is no line of headings.'],
    ['a,b\n1,2\n3,4,5', 'Line 3 has more cells than there are headings.'],
    ['a,b\n"1,2\n3,4', 'Quote Not Closed: the parsing is finished with an opening quote at line 3.'],
  ])('refuses %j', (text, message) => {
    expect(() => readTable(text)).toThrow(message);
  });
});

describe('writing', () => {
  it('puts an apostrophe before what a spreadsheet would run', () => {
    const texts = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', 'a=b', "'x", ' =1', ''];
    expect(
      writeTable(
        ['=h'],
        texts.map((text) => [text, -1.5]),
      ),
    ).toBe(
      `'=h\r\n'=1+1,-1.5\r\n'+1,-1.5\r\n'-1,-1.5\r\n'@x,-1.5\r\n'\tx,-1.5\r\n"'\rx",-1.5\r\na=b,-1.5\r\n'x,-1.5\r\n =1,-1.5\r\n,-1.5\r\n`,
    );
  });

  it('is read again as it was written', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'é', ',', ';', '"', '\n', ' ', '=', '\t') })
      .map((text) => `x${text}x`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        expect(readTable(writeTable(['one', 'two'], rows)).rows.map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});
