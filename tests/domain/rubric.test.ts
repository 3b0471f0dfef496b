import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertComplete,
  assertRubric,
  carriedRatings,
  DEFAULT_RUBRIC,
  formName,
  ratingsOf,
  weightedMean,
  type Rubric,
  type RubricCriterion,
} from '@/domain/rubric';

const criterion = (key: string, over: Partial<RubricCriterion> = {}): RubricCriterion => ({
  key,
  label: key.toUpperCase(),
  question: `${key}?`,
  anchors: ['none', 'some', 'much', 'all'],
  weight: 1,
  optional: false,
  ...over,
});
const rubric = (mentor: RubricCriterion[], mentee = [criterion('goals')]): Rubric => ({ mentor, mentee });
const faultOf = (made: Rubric) => {
  try {
    assertRubric(made);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.replace('These criteria cannot be used. ', '') : String(error);
  }
};

describe('the weighted mean', () => {
  it.each([
    [{ a: 4, b: 1 }, [3, 1], 3.25],
    [{ a: 4, b: 1 }, [0, 2], 1],
    [{ a: 4 }, [1, 9], 4],
    [{}, [1, 1], null],
    [{ a: 4, b: 2 }, [0, 0], null],
  ])('of %j by weights %j is %s', (ratings, [a = 0, b = 0], mean) => {
    expect(weightedMean([criterion('a', { weight: a }), criterion('b', { weight: b })], ratings)).toBe(mean);
  });

  const rated = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 10 }), rating: fc.constantFrom(1, 2, 3, 4) }), {
    minLength: 1,
    maxLength: 12,
  });
  const meanOf = (given: readonly { weight: number; rating: number }[]) =>
    weightedMean(
      given.map(({ weight }, index) => criterion(`k${index}`, { weight })),
      Object.fromEntries(given.map(({ rating }, index) => [`k${index}`, rating])),
    ) ?? Number.NaN;

  it('lies between the lowest and the highest rating, whatever the order', () => {
    fc.assert(
      fc.property(rated, (given) => {
        const mean = meanOf(given);
        const ratings = given.map(({ rating }) => rating);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...ratings) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...ratings) + 1e-9);
        expect(meanOf([...given].reverse())).toBeCloseTo(mean, 9);
      }),
    );
  });

  it('does not change when all weights are multiplied alike', () => {
    fc.assert(
      fc.property(rated, fc.integer({ min: 2, max: 9 }), (given, times) => {
        expect(meanOf(given.map(({ weight, rating }) => ({ weight: weight * times, rating })))).toBeCloseTo(
          meanOf(given),
          9,
        );
      }),
    );
  });
});

it('asks for what is not optional, and lets what is stay open', () => {
  const criteria = [criterion('a'), criterion('b', { optional: true }), criterion('c')];
  expect(assertComplete(criteria, { a: 1, c: 2 })).toBeUndefined();
  expect(() => assertComplete(criteria, { b: 1 })).toThrow(
    expect.objectContaining({ code: 'review.incomplete', detail: 'Missing: A, C.' }),
  );
});

it('carries ratings over where a criterion reads the same, whatever its weight and place', () => {
  const before = [criterion('a'), criterion('b'), criterion('gone')];
  const after = [criterion('new'), criterion('b', { question: 'Reworded?' }), criterion('a', { weight: 7 })];
  expect(carriedRatings({ a: 4, b: 3, gone: 2 }, before, after)).toEqual({ a: 4 });
});

it('reads no rating of a criterion it does not have, nor of a value that is none', () => {
  expect(ratingsOf([criterion('a'), criterion('b')], { a: 4, b: 5, c: 1 })).toEqual({ a: 4 });
});

it.each([
  ['light', 3, 'light'],
  ['rubric', 0, 'rubric-0'],
  ['rubric', 3, 'rubric-3'],
] as const)('names the form of %s, version %i, %s', (style, number, name) => {
  expect(formName(style, number)).toBe(name);
});

describe('criteria that can be used', () => {
  it('are those that every cycle begins with', () => {
    expect(faultOf(DEFAULT_RUBRIC)).toBeNull();
  });

  it.each([
    [[], 'Mentors, there must be at least one criterion.'],
    [Array.from({ length: 13 }, (_, index) => criterion(`k${index}`)), 'Mentors, at most 12 criteria.'],
    [[criterion('a'), criterion('b', { label: '' })], 'Mentors, criterion 2: give it a name.'],
    [[criterion('a', { question: '' })], 'Mentors, criterion 1: write the question that a reviewer answers.'],
    [
      [criterion('a', { anchors: ['x', 'y', '', 'z'] })],
      'Mentors, criterion 1: write words for each of 1, 2, 3 and 4.',
    ],
    [[criterion('a', { label: 'x'.repeat(61) })], 'Mentors, criterion 1: shorten the name to 60 characters.'],
    [
      [criterion('a', { question: 'x'.repeat(201) })],
      'Mentors, criterion 1: keep the question and the words for each number under 200 characters.',
    ],
    [[criterion('a', { weight: -1 })], 'Mentors, criterion 1: the weight is a whole number from 0 to 10.'],
    [[criterion('a', { weight: 11 })], 'Mentors, criterion 1: the weight is a whole number from 0 to 10.'],
    [[criterion('a', { weight: 1.5 })], 'Mentors, criterion 1: the weight is a whole number from 0 to 10.'],
    [[criterion('a', { weight: Number.NaN })], 'Mentors, criterion 1: the weight is a whole number from 0 to 10.'],
    [[criterion('a'), criterion('b', { label: 'a' })], 'Mentors, two criteria are called “A”.'],
    [[criterion('a'), criterion('a', { label: 'B' })], 'Mentors, two criteria have the same key.'],
    [
      [criterion('a', { weight: 0 }), criterion('b', { optional: true })],
      'Mentors, at least one criterion that is not optional needs a weight above 0, or there is no mean.',
    ],
  ])('are not these: %#', (mentor, fault) => {
    expect(faultOf(rubric(mentor))).toBe(fault);
  });

  it('are asked of mentees too', () => {
    expect(faultOf(rubric([criterion('a')], []))).toBe('Mentees, there must be at least one criterion.');
  });
});
