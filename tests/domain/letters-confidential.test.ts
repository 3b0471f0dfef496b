import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finderOf } from '@/domain/letters/confidential';

/** Few letters, so that beginnings and whole needles meet by chance. */
const words = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ñ'), maxLength });

it('finds what a search for each needle by itself finds, in the order of the needles', () => {
  fc.assert(
    fc.property(fc.array(words(16), { maxLength: 12 }), words(80), fc.array(fc.nat(11)), (needles, text, put) => {
      const whole = [text, ...put.map((place) => needles[place] ?? '')].join(text.slice(0, 3));
      const plain = needles.flatMap((needle, place) => (whole.includes(needle) ? [place] : []));
      expect(finderOf(needles)(whole)).toEqual(plain);
    }),
  );
});

it.each([
  ['at the beginning', 'my former manager at the library, and more'],
  ['at the very end', 'please not with my former manager'],
  ['as the whole text', 'my former manager'],
])('finds a needle %s', (_, text) => {
  expect(finderOf(['nothing of this', 'my former manager', 'manager', 'my former manager'])(text)).toEqual([1, 2, 3]);
});

it('finds every one of many needles that begin alike', () => {
  const needles = Array.from({ length: 300 }, (_, index) => `I would rather not ${index}.`);
  expect(finderOf(needles)(`${needles[7]} ${needles[299]}`)).toEqual([7, 299]);
});
