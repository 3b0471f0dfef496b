import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideEachOther, reportsOf, worthALine } from '@/domain/reports/all';
import type { AppliedFact, CycleFacts } from '@/domain/reports/facts';
import { asShared, REPORT_KEYS, TOO_FEW, type ReportKey } from '@/domain/reports/report';
import { TILES, placeCode, placeName } from '@/domain/reports/tiles';
import { APPLICATION_STATES } from '@/domain/application';
import { SUBDIVISIONS } from '@/domain/forms/places';

const one = (over: Partial<AppliedFact>): AppliedFact => ({
  role: 'mentee',
  state: 'accepted',
  matched: false,
  places: 0,
  place: 'US-MN',
  wants: [],
  ratings: {},
  ...over,
});
const many = (count: number, over: Partial<AppliedFact>) => Array.from({ length: count }, () => one(over));
const AREAS = [
  { value: 'outreach', label: 'Outreach' },
  { value: 'reference', label: 'Reference' },
];
const EMPTY: CycleFacts = { areas: AREAS, applied: [], pairs: [], growth: [], recommended: [] };

const FULL: CycleFacts = {
  areas: AREAS,
  applied: [
    ...many(12, { role: 'mentor', places: 2, matched: true, ratings: { outreach: 5, reference: 2 } }),
    ...many(6, { role: 'mentor', places: 1, place: 'CA-ON', ratings: { outreach: 3 } }),
    ...many(24, { matched: true, wants: ['outreach'] }),
    ...many(10, { place: 'US-TX', wants: ['outreach', 'reference'] }),
    ...many(5, { state: 'declined', place: 'US-GU' }),
    ...many(6, { state: 'draft', place: '' }),
  ],
  pairs: [
    ...Array.from({ length: 14 }, () => ({ contacts: 24, months: 12 })),
    ...Array.from({ length: 5 }, () => ({ contacts: 12, months: 12 })),
    ...Array.from({ length: 5 }, () => ({ contacts: 3, months: 12 })),
    ...Array.from({ length: 6 }, () => ({ contacts: 0, months: 12 })),
  ],
  growth: [
    {
      role: 'mentee',
      areas: [
        { area: 'outreach', label: 'Outreach', n: 20, before: 2.123, after: 3.5, change: 1.377 },
        { area: 'reference', label: 'Reference', n: 4, before: 3, after: 2.5, change: -0.5 },
      ],
    },
  ],
  recommended: [...Array(20).fill(5), ...Array(6).fill(4), ...Array(5).fill(2)].map(Number),
};

const find = (facts: CycleFacts, key: ReportKey) => {
  const found = reportsOf(facts).find((report) => report.key === key);
  if (!found) throw new Error(key);
  return found;
};
const answer = (facts: CycleFacts, key: ReportKey, shared = false) => {
  const report = shared ? asShared(find(facts, key)) : find(facts, key);
  return report.answer(report.rows);
};

describe('eight questions', () => {
  it('are asked of every cycle, in one order', () => {
    expect(reportsOf(EMPTY).map(({ key }) => key)).toEqual(REPORT_KEYS);
  });

  it.each([
    ['funnel', '18 mentors and 45 mentees began a form; 24 mentees were matched.'],
    ['ratio', '1.1 mentees for each place: 34 mentees, 30 places.'],
    ['matched', '71 % of mentees were matched: 24 of 34.'],
    ['regions', 'People come from 4 places that can be named; most mentees from Minnesota (24).'],
    ['competencies', 'Help is wanted most in Outreach, by 100 % of mentees; 12 mentors are strong in it.'],
    ['meetings', '63 % of pairs log a contact once a month or more: 19 of 30.'],
    ['growth', 'Mentees rate themselves higher in 1 of 2 areas, most in Outreach (+1.4).'],
    ['satisfaction', '84 % would recommend it: 26 of 31 answers are 4 or 5.'],
  ] as const)('%s: %s', (key, sentence) => {
    expect(answer(FULL, key)).toBe(sentence);
  });

  it.each([
    ['funnel', 'Nobody has applied yet.'],
    ['ratio', 'Nobody is accepted yet.'],
    ['matched', 'No mentee is accepted yet.'],
    ['regions', 'Nobody has applied yet.'],
    ['competencies', 'No mentee is accepted yet.'],
    ['meetings', 'No pair has begun yet.'],
    ['growth', 'Nobody has rated themselves again yet.'],
    ['satisfaction', 'Nobody has answered yet.'],
  ] as const)('of an empty cycle, %s: %s', (key, sentence) => {
    expect(answer(EMPTY, key)).toBe(sentence);
  });

  it('say so where few would be pointed at', () => {
    const few = {
      ...EMPTY,
      applied: many(3, { matched: true }),
      pairs: [{ contacts: 1, months: 1 }],
      recommended: [5, 4],
    };
    for (const key of ['funnel', 'ratio', 'matched', 'regions', 'meetings', 'satisfaction'] as const)
      expect([key, answer(few, key, true)]).toEqual([key, TOO_FEW]);
    expect(answer(FULL, 'growth', true)).toBe(
      'Mentees rate themselves higher in 1 of 1 area, most in Outreach (+1.4).',
    );
  });
});

const fact: fc.Arbitrary<AppliedFact> = fc.record({
  role: fc.constantFrom('mentor' as const, 'mentee' as const),
  state: fc.constantFrom(...APPLICATION_STATES),
  matched: fc.boolean(),
  places: fc.nat(3),
  place: fc.constantFrom('', 'US-MN', 'US-TX', 'CA-ON', 'US-GU', 'outside'),
  wants: fc.subarray(AREAS.map(({ value }) => value)),
  ratings: fc.dictionary(fc.constantFrom('outreach', 'reference'), fc.integer({ min: 1, max: 5 })),
});

it('add up to the rows they come from', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 60 }), (applied) => {
      const facts = { ...EMPTY, applied };
      const total = (key: ReportKey, at: number) =>
        find(facts, key).rows.reduce((sum, { figures }) => sum + (figures[at] ?? 0), 0);
      const count = (test: (one: AppliedFact) => boolean) => applied.filter(test).length;
      expect(total('funnel', 0)).toBe(count(({ role }) => role === 'mentor'));
      expect(total('funnel', 1)).toBe(count(({ role }) => role === 'mentee'));
      expect(total('matched', 1)).toBe(count(({ role, state }) => role === 'mentee' && state === 'accepted'));
      expect(total('regions', 0)).toBe(
        count(({ role, state }) => role === 'mentor' && state !== 'draft' && state !== 'withdrawn'),
      );
    }),
  );
});

describe('the map', () => {
  it('has each state and province once, and no two in one square', () => {
    const places = SUBDIVISIONS.flatMap(({ options }) => options.map(({ value }) => value));
    const unmapped = places.filter((place) => !TILES.some((tile) => tile.place === place));
    expect(unmapped).toEqual(['US-VI', 'US-GU', 'US-AS', 'US-MP', 'outside']);
    expect(new Set(TILES.map(({ place }) => place)).size).toBe(TILES.length);
    expect(new Set(TILES.map(({ column, row }) => `${column} ${row}`)).size).toBe(TILES.length);
    expect(TILES).toHaveLength(52 + 13);
  });

  it('names them', () => {
    expect([placeName('US-MN'), placeCode('US-MN'), placeName('elsewhere')]).toEqual(['Minnesota', 'MN', 'elsewhere']);
  });

  it('has a line only for places from which somebody comes', () => {
    expect(worthALine(find(FULL, 'regions')).map(({ label }) => label)).toEqual([
      'Ontario',
      'Minnesota',
      'Texas',
      'Elsewhere',
    ]);
  });
});

it('stands beside another cycle, column by column', () => {
  const table = besideEachOther([find(FULL, 'matched'), find(EMPTY, 'matched')], ['Fall 2026', 'Fall 2025']);
  expect(table).toEqual({
    columns: ['Mentors, Fall 2026', 'Mentors, Fall 2025', 'Mentees, Fall 2026', 'Mentees, Fall 2025'],
    rows: [
      { key: 'yes', label: 'Matched', figures: [12, 0, 24, 0] },
      { key: 'no', label: 'Not matched', figures: [6, 0, 10, 0] },
    ],
  });
});
