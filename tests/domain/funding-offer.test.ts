import { describe, expect, it } from 'vitest';
import {
  assertAllRated,
  assertOfferChange,
  criteriaLines,
  fundingRatings,
  offerFault,
  promisedLines,
  readCriteria,
  readPromised,
  type OfferTerms,
} from '@/domain/funding-offer';
import { Refusal } from '@/domain/refusal';

const CRITERIA =
  'Need | Could they join? | Easily | Perhaps | Hardly | No\nUse | What for? | Unclear | Idea | Plan | Steps';
const at = (day: string) => new Date(`${day}T12:00:00Z`);
const parsed = readCriteria(CRITERIA);
const criteria = 'read' in parsed ? parsed.read : [];

const TERMS: OfferTerms = {
  slots: 5,
  opensAt: at('2030-01-01'),
  closesAt: at('2030-02-01'),
  decideBy: at('2030-03-01'),
  waitlistUntil: at('2030-04-01'),
  criteria,
  obligations: [{ title: 'A post', dueOn: '2030-06-01' }],
};

describe('criteria written as lines', () => {
  it('are read, and written again as they were', () => {
    expect(criteria).toEqual([
      { key: 'c1', label: 'Need', question: 'Could they join?', anchors: ['Easily', 'Perhaps', 'Hardly', 'No'] },
      { key: 'c2', label: 'Use', question: 'What for?', anchors: ['Unclear', 'Idea', 'Plan', 'Steps'] },
    ]);
    expect(criteriaLines(criteria)).toBe(CRITERIA);
  });

  it.each([
    ['  \n', 'Write at least one criterion.'],
    [
      `${CRITERIA}\nFit | Does it fit?`,
      'Criterion 3: write a name, a question and the words for 1, 2, 3 and 4, with | between them.',
    ],
    [Array.from({ length: 11 }, () => CRITERIA.split('\n')[0]).join('\n'), 'Write at most 10 criteria.'],
  ])('%#: say what is wrong', (text, fault) => {
    expect(readCriteria(text)).toEqual({ fault });
  });
});

describe('obligations written as lines', () => {
  it('are read, and written again as they were', () => {
    const text = '2030-06-01 A post for the blog\n2030-09-01 Help at an event';
    const read = readPromised(text);
    expect(read).toEqual({
      read: [
        { dueOn: '2030-06-01', title: 'A post for the blog' },
        { dueOn: '2030-09-01', title: 'Help at an event' },
      ],
    });
    expect('read' in read && promisedLines(read.read)).toBe(text);
  });

  it.each(['A post by June', '2030-02-30 A post', '2030-06-01'])('%s: is no day with something to do', (text) => {
    expect(readPromised(text)).toEqual({ fault: expect.stringMatching(/^Obligation 1: write a day/) });
  });

  it.each([
    ['', 'Write at least one obligation.'],
    [Array.from({ length: 11 }, () => '2030-06-01 A post').join('\n'), 'Write at most 10 obligations.'],
  ])('%#: are one to ten', (text, fault) => {
    expect(readPromised(text)).toEqual({ fault });
  });
});

describe('ratings', () => {
  it('are those of the offer’s criteria, from 1 to 4', () => {
    expect(fundingRatings(criteria, { c1: 4, c2: 5, c9: 1 })).toEqual({ c1: 4 });
  });

  it('must all be there', () => {
    expect(() => assertAllRated(criteria, { c1: 4 })).toThrow(new Refusal('review.incomplete', 'Missing: Use.'));
    expect(() => assertAllRated(criteria, { c1: 4, c2: 1 })).not.toThrow();
  });
});

describe('an offer that stands', () => {
  const change = (over: Partial<OfferTerms>, now: string) => () =>
    assertOfferChange(TERMS, { ...TERMS, ...over }, at(now));
  const other = { obligations: [{ title: 'Two posts', dueOn: '2030-06-01' }] };

  it('changes freely before it opens', () => {
    expect(
      change({ ...other, slots: 1, criteria: criteria.slice(1), opensAt: at('2030-01-05') }, '2029-12-01'),
    ).not.toThrow();
  });

  it.each([
    ['obligations', other],
    ['criteria', { criteria: criteria.slice(1) }],
    ['opening', { opensAt: at('2030-01-05') }],
  ])('keeps its %s once it is open', (_, over) => {
    expect(change(over, '2030-01-10')).toThrow(new Refusal('funding.offer_opened'));
  });

  it('may close on another day while it is open, but not in the past', () => {
    expect(change({ closesAt: at('2030-01-20'), slots: 3 }, '2030-01-10')).not.toThrow();
    expect(change({ closesAt: at('2030-01-09') }, '2030-01-10')).toThrow(new Refusal('funding.offer_past'));
  });

  it('gains slots after asking has closed, and loses none', () => {
    expect(change({ slots: 6 }, '2030-02-10')).not.toThrow();
    expect(change({ slots: 4 }, '2030-02-10')).toThrow(new Refusal('funding.offer_closed'));
    expect(change({ closesAt: at('2030-02-20') }, '2030-02-10')).toThrow(new Refusal('funding.offer_closed'));
  });
});

describe('the days of an offer', () => {
  it.each([
    [{}, ''],
    [{ closesAt: at('2029-12-31') }, 'Closing: choose a day after the opening.'],
    [{ decideBy: at('2030-01-31') }, 'Decide by: choose a day after the closing.'],
    [{ waitlistUntil: at('2030-02-28') }, 'Waitlist until: choose the day of the decision or a later one.'],
    [
      { obligations: [{ title: 'A post', dueOn: '2030-02-20' }] },
      '“A post” is due before the decision. Choose a later day.',
    ],
  ])('%#: %j', (over, fault) => {
    expect(offerFault({ ...TERMS, ...over }, at)).toBe(fault);
  });
});
