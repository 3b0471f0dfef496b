import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaningInWords, strictnessOf, type Scored } from '@/domain/strictness';

/** Every application read by `readers` of `reviewers` people in turn, so that all are joined. */
const design = (reviewers: number, applications: number, readers: number, score: (i: number, j: number) => number) =>
  Array.from({ length: applications }, (_, i) =>
    Array.from({ length: readers }, (__, k): Scored => {
      const j = (i + k) % reviewers;
      return { applicationId: `a${String(i).padStart(3, '0')}`, reviewerId: `r${j}`, score: score(i, j) };
    }),
  ).flat();
const leaningOf = (reviews: readonly Scored[], id: string, shrinkage?: number) =>
  strictnessOf(reviews, shrinkage)?.leanings.find(({ reviewerId }) => reviewerId === id)?.leaning ?? Number.NaN;

describe('when it is said at all', () => {
  const even = (i: number) => 2 + (i % 3) * 0.5;
  it.each([
    [5, 10, 2, true],
    [4, 40, 2, false],
    [5, 9, 2, false],
    [5, 40, 1, false],
    [7, 30, 3, true],
  ])('%i reviewers, %i applications, each by %i: %s', (reviewers, applications, readers, said) => {
    expect(strictnessOf(design(reviewers, applications, readers, even)) !== null).toBe(said);
  });

  it('gives nothing to who shares nothing with the others, nor to what only they have read', () => {
    const alone = [0, 1, 2].map((at): Scored => ({ applicationId: `x${at}`, reviewerId: 'alone', score: 1 }));
    const strictness = strictnessOf([...design(5, 20, 2, even), ...alone]);
    expect(strictness?.leanings.map(({ reviewerId }) => reviewerId)).toEqual(['r0', 'r1', 'r2', 'r3', 'r4']);
    expect(strictness?.adjusted.has('x0')).toBe(false);
    expect(strictness?.adjusted.size).toBe(20);
  });
});

it('finds who is strict and who is kind, held a little towards the others', () => {
  const bias = [-0.6, 0.4, 0.2, 0, 0];
  const reviews = design(5, 60, 2, (i, j) => 2.5 + (i % 4) * 0.2 + (bias[j] ?? 0));
  expect(leaningOf(reviews, 'r0')).toBeLessThan(-0.4);
  expect(leaningOf(reviews, 'r0')).toBeGreaterThan(-0.6);
  expect(leaningOf(reviews, 'r1')).toBeGreaterThan(0.25);
});

it('without shrinkage takes biases out exactly', () => {
  const bias = [-0.6, 0.4, 0.2, 0.1, -0.1];
  const worth = (i: number) => 2.5 + (i % 4) * 0.2;
  const reviews = design(5, 30, 2, (i, j) => worth(i) + (bias[j] ?? 0));
  const adjusted = [...(strictnessOf(reviews, 1e-9)?.adjusted ?? [])].map(([, value]) => value);
  adjusted.forEach((value, i) => expect(value).toBeCloseTo(worth(i), 6));
});

const drawn = fc.record({
  reviewers: fc.integer({ min: 5, max: 8 }),
  applications: fc.integer({ min: 16, max: 40 }),
  readers: fc.integer({ min: 2, max: 4 }),
  scores: fc.array(fc.integer({ min: 4, max: 16 }), { minLength: 200, maxLength: 200 }),
  by: fc.integer({ min: 1, max: 8 }),
});
const made = ({
  reviewers,
  applications,
  readers,
  scores,
}: Omit<typeof drawn extends fc.Arbitrary<infer T> ? T : never, 'by'>) =>
  design(reviewers, applications, readers, (i, j) => (scores[(i * 7 + j) % scores.length] ?? 4) / 4);

it('leans with nobody in sum', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const sum = (strictnessOf(made(given))?.leanings ?? []).reduce((all, { leaning }) => all + leaning, 0);
      expect(sum).toBeCloseTo(0, 8);
    }),
    { numRuns: 60 },
  );
});

it('moves the leaning of somebody who gives more to all, by what was added less the shrinkage, and every adjusted mean by less', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const [reviews, added] = [made(given), given.by / 4];
      const kinder = reviews.map((one) => (one.reviewerId === 'r0' ? { ...one, score: one.score + added } : one));
      const [before, after] = [strictnessOf(reviews), strictnessOf(kinder)];
      if (!before || !after) throw new Error('too few');
      const moved = leaningOf(kinder, 'r0') - leaningOf(reviews, 'r0');
      expect(moved).toBeGreaterThan(0);
      expect(moved).toBeLessThan(added);
      for (const { reviewerId, leaning } of after.leanings.filter((one) => one.reviewerId !== 'r0'))
        expect(leaning).toBeLessThanOrEqual(leaningOf(reviews, reviewerId) + 1e-9);
      for (const [id, value] of after.adjusted) {
        const change = value - (before.adjusted.get(id) ?? 0);
        expect(change).toBeGreaterThanOrEqual(-1e-9);
        expect(change).toBeLessThan(added - moved + 1e-9);
      }
    }),
    { numRuns: 60 },
  );
});

it('with hardly any shrinkage moves it by exactly that, and no application against another', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const [reviews, added] = [made(given), given.by / 4];
      const kinder = reviews.map((one) => (one.reviewerId === 'r0' ? { ...one, score: one.score + added } : one));
      const [before, after] = [strictnessOf(reviews, 1e-9), strictnessOf(kinder, 1e-9)];
      // Leanings sum to zero, so that one who rises by the whole lets all others sink by their share.
      const share = added / given.reviewers;
      expect(leaningOf(kinder, 'r0', 1e-9) - leaningOf(reviews, 'r0', 1e-9)).toBeCloseTo(added - share, 4);
      for (const [id, value] of after?.adjusted ?? [])
        expect(value - (before?.adjusted.get(id) ?? 0)).toBeCloseTo(share, 4);
    }),
    { numRuns: 40 },
  );
});

it('is the same whatever the order and the names', () => {
  fc.assert(
    fc.property(drawn, (given) => {
      const reviews = made(given);
      expect(strictnessOf([...reviews].reverse())).toEqual(strictnessOf(reviews));
      const renamed = reviews.map((one) => ({ ...one, reviewerId: `z${9 - Number(one.reviewerId.slice(1))}` }));
      expect(leaningOf(renamed, 'z9')).toBeCloseTo(leaningOf(reviews, 'r0'), 8);
    }),
    { numRuns: 30 },
  );
});

it('makes the sum of squares least', () => {
  const reviews = design(6, 24, 3, (i, j) => 1 + ((i * 5 + j * 3) % 13) / 4);
  const strictness = strictnessOf(reviews);
  if (!strictness) throw new Error('too few');
  const leanings = new Map(strictness.leanings.map(({ reviewerId, leaning }) => [reviewerId, leaning]));
  const loss = (b: ReadonlyMap<string, number>, a: ReadonlyMap<string, number>) =>
    reviews.reduce((sum, r) => sum + (r.score - (a.get(r.applicationId) ?? 0) - (b.get(r.reviewerId) ?? 0)) ** 2, 0) +
    2 * [...b.values()].reduce((sum, value) => sum + value ** 2, 0);
  const best = loss(leanings, strictness.adjusted);
  for (const step of [0.01, -0.01]) {
    for (const id of leanings.keys())
      expect(loss(new Map(leanings).set(id, (leanings.get(id) ?? 0) + step), strictness.adjusted)).toBeGreaterThan(
        best,
      );
    for (const id of strictness.adjusted.keys())
      expect(
        loss(leanings, new Map(strictness.adjusted).set(id, (strictness.adjusted.get(id) ?? 0) + step)),
      ).toBeGreaterThan(best);
  }
});

it.each([
  [0.42, '0.42 kinder'],
  [-0.314, '0.31 stricter'],
  [0.04, 'as the others'],
  [-0.04, 'as the others'],
])('says %s as %s', (leaning, words) => {
  expect(leaningInWords(leaning)).toBe(words);
});
