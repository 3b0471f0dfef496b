import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { shortCodes } from '@/vault/mac';

const slowly = (key: Uint8Array, text: string) => createHmac('sha256', key).update(text).digest().readUIntBE(0, 6);

it.each([0, 1, 32, 63, 64])('is the beginning of HMAC-SHA256 under a key of %i bytes', (length) => {
  const key = Uint8Array.from({ length }, (_, index) => (index * 37 + length) % 256);
  const texts = ['', 'a', 'mentee|mentor', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(73), 'y'.repeat(73), 'a'];
  expect(texts.map(shortCodes(key))).toEqual(texts.map((text) => slowly(key, text)));
});

it('takes no key that it would have to shorten', () => {
  expect(() => shortCodes(new Uint8Array(65))).toThrow(RangeError);
});
