import { describe, expect, it } from 'vitest';
import { ROLES } from '@/domain/mentoring';
import { CRITERIA, formatScore, scoreOf, summarize } from '@/domain/review';
import { assertComplete, DEFAULT_RUBRIC, ratingsOf } from '@/domain/rubric';

describe.each(ROLES)('the criteria for a %s', (role) => {
  it('have different keys and four different anchors each', () => {
    const keys = CRITERIA[role].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(CRITERIA[role].map(({ anchors }) => new Set(anchors).size)).toEqual(keys.map(() => 4));
  });

  it('are complete when every one is rated', () => {
    const ratings = Object.fromEntries(CRITERIA[role].map(({ key }) => [key, 3]));
    expect(assertComplete(DEFAULT_RUBRIC[role], ratings)).toBeUndefined();
  });
});

it('names the criteria that are missing', () => {
  expect(() => assertComplete(DEFAULT_RUBRIC.mentee, { readiness: 2, fit: 3 })).toThrow(
    expect.objectContaining({ code: 'review.incomplete', detail: 'Missing: Clarity of goals, Time for it.' }),
  );
});

it.each([
  [
    { readiness: 1, fit: 4 },
    { readiness: 1, fit: 4 },
  ],
  [{ readiness: 0, fit: 5, offer: 2.5, time: '3' }, {}],
  [{ goals: 3 }, {}],
  ['nothing', {}],
  [null, {}],
])('reads %j as a mentor review of %j', (stored, ratings) => {
  expect(ratingsOf(DEFAULT_RUBRIC.mentor, stored)).toEqual(ratings);
});

it.each([
  [{}, null],
  [{ a: 4 }, 4],
  [{ a: 1, b: 2, c: 2, d: 4 }, 2.25],
])('scores %j as %s', (ratings, score) => {
  expect(scoreOf(ratings)).toBe(score);
});

it.each([
  [[], { count: 0, mean: null, spread: null }],
  [[null, null], { count: 0, mean: null, spread: null }],
  [[3], { count: 1, mean: 3, spread: 0 }],
  [[2, null, 4, 3], { count: 3, mean: 3, spread: 2 }],
])('sums %j up as %j', (scores, summary) => {
  expect(summarize(scores)).toEqual(summary);
});

it('writes a score with two decimals', () => {
  expect(formatScore(3.25)).toBe('3.25');
});
