import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredOf, closingPhase, closingWindow, openingFault, quoteConsent } from '@/domain/closing';
import { closingMails, dueMail, nextMail } from '@/domain/closing-mails';
import { growthOf, type BeforeAfter } from '@/domain/growth';

const DAY_MS = 86_400_000;
const START = new Date('2030-01-01T15:00:00Z');
const day = (days: number) => new Date(START.getTime() + days * DAY_MS);
const YEAR = { startsAt: day(0), endsAt: day(300), archivesAt: day(330), assessmentOpensAt: null };
const WINDOW = closingWindow(YEAR);

describe('the time of the closing questions', () => {
  it('opens three weeks before the end, or when staff say, and ends with the last day of the assessment', () => {
    expect(WINDOW).toEqual({ opensAt: day(279), closesAt: day(330) });
    expect(closingWindow({ ...YEAR, assessmentOpensAt: day(290) }).opensAt).toEqual(day(290));
    expect(closingWindow({ ...YEAR, endsAt: day(10) }).opensAt).toEqual(day(0));
    expect(closingWindow({ ...YEAR, assessmentOpensAt: day(400) }).opensAt).toEqual(day(330));
  });

  it.each([
    [278, 'before'],
    [279, 'open'],
    [329, 'open'],
    [330, 'closed'],
  ])('on day %i it is %s', (at, phase) => {
    expect(closingPhase(WINDOW, day(at))).toBe(phase);
  });

  it.each([
    [279, 290, 'open'],
    [100, 90, 'past'],
    [100, -1, 'early'],
    [100, 330, 'late'],
    [100, 101, null],
  ])('on day %i the opening may move to day %i: %s', (now, to, fault) => {
    expect(openingFault(YEAR, day(to), day(now))).toBe(fault);
  });

  it('knows who has answered, and what may be quoted', () => {
    expect([null, { sentAt: null }, { sentAt: START }].map(answeredOf)).toEqual(['not_yet', 'begun', 'answered']);
    expect(quoteConsent({ quoteAs: 'named', quoteWithdrawnAt: null })).toBe('named');
    expect(quoteConsent({ quoteAs: null, quoteWithdrawnAt: START })).toBe('withdrawn');
    expect(quoteConsent({ quoteAs: null, quoteWithdrawnAt: null })).toBe('none');
  });
});

describe('mails that ask', () => {
  it('go at the opening, after one and two weeks, and two days before the close', () => {
    const days = closingMails(WINDOW).map(({ key, at }) => [key, (at.getTime() - START.getTime()) / DAY_MS]);
    expect(days).toEqual([
      ['opening', 279],
      ['day_7', 286],
      ['day_14', 293],
      ['last_days', 328],
    ]);
  });

  it('leave out those that a short time has no place for', () => {
    const keys = (days: number) => closingMails({ opensAt: day(0), closesAt: day(days) }).map(({ key }) => key);
    expect(keys(1)).toEqual(['opening']);
    expect(keys(6)).toEqual(['opening', 'last_days']);
    expect(keys(12)).toEqual(['opening', 'day_7', 'last_days']);
  });

  it.each([
    [278.9, null],
    [279, 'opening'],
    [281.9, 'opening'],
    [282, null],
    [286, 'day_7'],
    [329.9, 'last_days'],
    [330, null],
  ])('on day %f what is due is %s', (at, key) => {
    expect(dueMail(WINDOW, day(at))?.key ?? null).toBe(key);
  });

  it('says which comes next', () => {
    expect(nextMail(WINDOW, day(279))?.key).toBe('day_7');
    expect(nextMail(WINDOW, day(329))).toBeNull();
  });
});

const AREAS = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];
const rating = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const ratings = fc.record({ a: rating, b: rating }).map((given) => {
  const kept = Object.entries(given).flatMap(([area, value]) => (value === undefined ? [] : [[area, value] as const]));
  return Object.fromEntries(kept);
});
const somebody: fc.Arbitrary<BeforeAfter> = fc.record({
  role: fc.constantFrom('mentor' as const, 'mentee' as const),
  before: ratings,
  after: ratings,
});

describe('growth', () => {
  it('compares only people with both ratings: a blank is no zero', () => {
    const people: BeforeAfter[] = [
      { role: 'mentee', before: { a: 2, b: 4 }, after: { a: 4 } },
      { role: 'mentee', before: { a: 1 }, after: { a: 2, b: 5 } },
      { role: 'mentor', before: { a: 5 }, after: { a: 5 } },
    ];
    expect(growthOf(people, 'mentee', AREAS)).toEqual([
      { area: 'a', label: 'A', n: 2, before: 1.5, after: 3, change: 1.5 },
      { area: 'b', label: 'B', n: 0, before: null, after: null, change: null },
    ]);
  });

  it('is the difference of means within 1 and 5, and nobody without both changes it', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 12 }), (people) => {
        const found = growthOf(people, 'mentee', AREAS);
        for (const { area, n, before, after, change } of found) {
          const both = people.filter((one) => one.role === 'mentee' && one.before[area] && one.after[area]);
          expect(n).toBe(both.length);
          if (before === null || after === null || change === null) expect(n).toBe(0);
          else {
            expect(Math.min(before, after)).toBeGreaterThanOrEqual(1);
            expect(Math.max(before, after)).toBeLessThanOrEqual(5);
            expect(change).toBeCloseTo(after - before, 9);
          }
        }
        const half = people.filter((one) => AREAS.some(({ value }) => one.before[value] && one.after[value]));
        expect(growthOf(half, 'mentee', AREAS)).toEqual(found);
      }),
    );
  });
});
