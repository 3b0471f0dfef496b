import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS, FACTORS, type FactorValues } from '@/domain/matching/factors';
import { fitOf, scoreOf } from '@/domain/matching/score';
import { factorValues } from '@/domain/matching/values';
import { couple } from './profiles';
import { runs } from './runs';

const NONE: FactorValues = { competencies: null, interests: null, region: null, meeting: null, setting: null };
const value = fc.option(fc.nat(10_000), { nil: null });
const values = fc.record({ competencies: value, interests: value, region: value, meeting: value, setting: value });
const weight = fc.nat(100);
const weights = fc.record({
  competencies: weight,
  interests: weight,
  region: weight,
  meeting: weight,
  setting: weight,
});

describe('the fit', () => {
  it('is split into points that add up to it exactly', () => {
    fc.assert(
      fc.property(values, weights, (given, weighted) => {
        const { fit, points, notConsidered } = scoreOf(given, weighted);
        expect(Object.values(points).reduce((sum, point) => sum + point, 0)).toBe(fit);
        expect(fit).toBe(fitOf(given, weighted));
        expect(Object.keys(points).length + notConsidered.length).toBe(FACTORS.length);
        expect(fit >= 0 && fit <= 100_000).toBe(true);
      }),
      runs(2000),
    );
  });

  it('never falls below what a blank counted as "no" would give', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...FACTORS), (given, { key }) => {
        const blank = fitOf({ ...given, [key]: null }, DEFAULT_WEIGHTS);
        expect(blank).toBeGreaterThanOrEqual(fitOf({ ...given, [key]: 0 }, DEFAULT_WEIGHTS));
      }),
    );
  });

  it('gives the weight of a factor that does not apply to the others', () => {
    expect(scoreOf({ ...NONE, competencies: 6667, meeting: 10_000 }, DEFAULT_WEIGHTS)).toEqual({
      fit: 72_730,
      points: { competencies: 54_548, meeting: 18_182 },
      notConsidered: ['interests', 'region', 'setting'],
    });
  });

  it('is 0 with nothing considered when nobody answered anything', () => {
    expect(scoreOf(factorValues(couple({}, {})), DEFAULT_WEIGHTS)).toEqual({
      fit: 0,
      points: {},
      notConsidered: ['competencies', 'interests', 'region', 'meeting', 'setting'],
    });
  });

  it('leaves out a factor switched off', () => {
    const off = { ...DEFAULT_WEIGHTS, competencies: 0 };
    expect(scoreOf({ ...NONE, competencies: 10_000, setting: 5000 }, off)).toEqual({
      fit: 50_000,
      points: { setting: 50_000 },
      notConsidered: ['competencies', 'interests', 'region', 'meeting'],
    });
  });
});

describe('the values', () => {
  it('weigh a need half as much again where help was asked for', () => {
    const ratings = { programming: 1, outreach: 3 } as const;
    const mentor = { ratings: { programming: 3, outreach: 3 } };
    // Needs 8 and 4 eighths, help two thirds and none: 16 of 36.
    expect(factorValues(couple({ ratings }, mentor)).competencies).toBe(4444);
    // Asked for programming: needs 12 and 4, 24 of 48.
    expect(factorValues(couple({ ratings, wantsHelp: ['programming'] }, mentor)).competencies).toBe(5000);
  });

  it.each([
    [{ ratings: { outreach: 5 } }, { ratings: { outreach: 5 } }, null],
    [{ ratings: { outreach: 1 } }, {}, null],
    [{ ratings: { outreach: 2 } }, { ratings: { outreach: 5 } }, 10_000],
    [{ ratings: { outreach: 4 } }, { ratings: { outreach: 1 } }, 0],
  ] as const)('competencies of %j with %j: %s', (mentee, mentor, expected) => {
    expect(factorValues(couple(mentee, mentor)).competencies).toBe(expected);
  });

  it.each([
    [{ topics: ['a', 'b'], activities: ['c'] }, { topics: ['b'], activities: ['c', 'd'] }, 6667],
    [{ topics: ['a', 'b'], activities: ['c'] }, { topics: ['b'] }, 5000],
    [{ topics: ['a'] }, {}, null],
    [{}, { topics: ['a'] }, null],
  ])('interests of %j with %j: %s', (mentee, mentor, expected) => {
    expect(factorValues(couple(mentee, mentor)).interests).toBe(expected);
  });

  it.each([
    [{ libraryType: 'public' }, { libraryType: 'public' }, 10_000],
    [{ libraryType: 'public', wantedLibraryType: 'school' }, { libraryType: 'school' }, 10_000],
    [{ libraryType: 'public' }, { libraryType: 'school' }, 0],
    [{ libraryType: 'public' }, {}, null],
    [{}, { libraryType: 'public' }, null],
    [{ wantedLibraryType: 'public' }, { libraryType: 'public' }, 10_000],
    [{ wantedLibraryType: 'school' }, { libraryType: 'public' }, 0],
    [{ libraryType: 'public', stage: 'early' }, { libraryType: 'school', stages: ['early'] }, 5000],
    [{ stage: 'early' }, { stages: ['student'] }, 0],
    [{ stage: 'early' }, {}, null],
    [{}, { stages: ['early'] }, null],
  ])('setting of %j with %j: %s', (mentee, mentor, expected) => {
    expect(factorValues(couple(mentee, mentor)).setting).toBe(expected);
  });
});

describe('the region', () => {
  const DULUTH = { city: 'Duluth', subdivision: 'US-MN', timeZone: 'America/Chicago' };
  it.each([
    [{ ...DULUTH, city: ' duluth ' }, 10_000],
    [{ ...DULUTH, city: 'Ely' }, 9000],
    [{ ...DULUTH, city: '' }, 9000],
    [{ ...DULUTH, subdivision: 'US-IA' }, 7000],
    [{ ...DULUTH, subdivision: 'US-OH', timeZone: 'America/New_York' }, 5000],
    [{ ...DULUTH, subdivision: 'US-TX' }, 3000],
    [{ ...DULUTH, subdivision: 'CA-ON', timeZone: 'America/Toronto' }, 3000],
    [{ ...DULUTH, subdivision: 'US-CA', timeZone: 'America/Los_Angeles' }, 0],
    [{ ...DULUTH, subdivision: 'US-CA', timeZone: 'Nowhere/Here' }, 0],
    [{ timeZone: 'America/Chicago' }, null],
  ])('of Duluth with %j: %s', (mentor, expected) => {
    expect(factorValues(couple({ ...DULUTH, wantsNearby: true }, mentor)).region).toBe(expected);
    expect(factorValues(couple(DULUTH, { ...mentor, wantsNearby: true })).region).toBe(expected);
    expect(factorValues(couple(DULUTH, mentor)).region).toBeNull();
  });
});

describe('ways and times', () => {
  const evening = { hours: ['weekday-evening'], timeZone: 'America/New_York' };
  it.each([
    [{ modes: ['video', 'phone'] }, { modes: ['phone'] }, 10_000],
    [{ modes: ['video', 'phone'] }, { modes: ['phone', 'email', 'chat'] }, 5000],
    [{ modes: ['video'] }, { modes: [] }, null],
    [evening, evening, 10_000],
    // Evening in New York is 14 to 18 in Los Angeles: three of four hours are afternoon there.
    [evening, { hours: ['weekday-afternoon'], timeZone: 'America/Los_Angeles' }, 10_000],
    [evening, { hours: ['weekday-evening'], timeZone: 'America/Los_Angeles' }, 2500],
    [evening, { hours: ['weekday-morning'], timeZone: 'America/New_York' }, 0],
    [evening, { hours: ['weekday-evening'], timeZone: '' }, null],
    [{ ...evening, modes: ['video'] }, { ...evening, hours: ['weekend'], modes: ['video'] }, 5000],
    [
      { hours: ['weekday-morning'], timeZone: 'Asia/Kathmandu' },
      { hours: ['weekday-morning'], timeZone: 'Asia/Kolkata' },
      9167,
    ],
    // Sunday evening hours wrap round to Monday.
    [
      { hours: ['weekend'], timeZone: 'America/Los_Angeles' },
      { hours: ['weekday-morning'], timeZone: 'Pacific/Auckland' },
      2000,
    ],
  ])('of %j with %j: %s', (mentee, mentor, expected) => {
    expect(factorValues(couple(mentee, mentor)).meeting).toBe(expected);
  });
});
