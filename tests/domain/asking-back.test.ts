import { expect, it } from 'vitest';
import { backStanding } from '@/domain/asking-back';

const NOTHING = { applied: false, asked: false, quiet: false, refused: false };

it.each([
  ['ask', {}],
  ['applied', { applied: true, asked: true, quiet: true, refused: true }],
  ['asked', { asked: true, quiet: true, refused: true }],
  ['quiet', { quiet: true, refused: true }],
  ['refused', { refused: true }],
] as const)('is %s, by the first that speaks against it', (standing, over) => {
  expect(backStanding({ ...NOTHING, ...over })).toBe(standing);
});
