import fc from 'fast-check';
import { expect, it } from 'vitest';
import { APPLICATION_STATES, canMove, moved } from '@/domain/application';
import { BULK_MOVES, whyNotTogether } from '@/domain/bulk';

const state = fc.constantFrom(...APPLICATION_STATES);

it('moves several only where one could be moved, and never to where it stands', () => {
  fc.assert(
    fc.property(state, fc.constantFrom('accept', 'hold', 'reconsider'), fc.boolean(), (from, move, isMarked) => {
      if (whyNotTogether(move, { state: from, isMarked }) !== null) return;
      expect(canMove(from, move)).toBe(true);
      expect(moved(from, move)).not.toBe(from);
    }),
  );
});

it('says a reason in a sentence, whatever it leaves alone', () => {
  fc.assert(
    fc.property(state, fc.constantFrom(...BULK_MOVES), fc.boolean(), (from, move, isMarked) => {
      expect(whyNotTogether(move, { state: from, isMarked }) ?? 'None.').toMatch(/^[A-Z].*\.$/);
    }),
  );
});

it.each([
  ['accept', 'submitted', false, null],
  ['accept', 'needs_information', false, 'A question waits for its answer: decide it on its own page.'],
  ['hold', 'needs_information', false, 'A question waits for its answer: decide it on its own page.'],
  ['accept', 'accepted', false, 'Accepted already.'],
  ['hold', 'hold', true, 'On hold already.'],
  ['reconsider', 'submitted', false, 'Not decided.'],
  ['discuss', 'declined', false, null],
  ['discuss', 'declined', true, 'Marked already.'],
  ['accept', 'draft', false, 'Cannot be decided.'],
  ['discuss', 'withdrawn', false, 'Withdrawn.'],
] as const)('%s of one that is %s (marked: %s) says %j', (move, from, isMarked, why) => {
  expect(whyNotTogether(move, { state: from, isMarked })).toBe(why);
});
