import { expect, it } from 'vitest';
import { EDIT_MINUTES, mayRemove, mayReword, readsDiscussion } from '@/domain/discussion';

const writtenAt = new Date('2030-01-15T18:00:00Z');
const comment = { authorId: 'me', writtenAt, removedAt: null };
const after = (ms: number) => new Date(writtenAt.getTime() + ms);
const LIMIT = EDIT_MINUTES * 60_000;

it.each([
  ['me', LIMIT - 1, true],
  ['me', LIMIT, false],
  ['you', 0, false],
])('%s may reword a comment of mine after %d ms: %s', (who, ms, may) => {
  expect(mayReword(comment, who, after(ms))).toBe(may);
});

it('lets only its author remove a comment, once', () => {
  expect([mayRemove(comment, 'me'), mayRemove(comment, 'you')]).toEqual([true, false]);
  const removed = { ...comment, removedAt: writtenAt };
  expect([mayRemove(removed, 'me'), mayReword(removed, 'me', writtenAt)]).toEqual([false, false]);
});

it.each([
  [{ reviews: true, decides: false }, false, false],
  [{ reviews: true, decides: false }, true, true],
  [{ reviews: true, decides: true }, false, true],
  [{ reviews: false, decides: false }, false, true],
])('opens to %j with a review of their own (%s): %s', (who, hasReviewed, open) => {
  expect(readsDiscussion(who, hasReviewed)).toBe(open);
});
