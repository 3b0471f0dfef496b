import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '@/domain/matching/factors';
import { labelsOf, reasonsFor, safeReasonsFor } from '@/domain/matching/reasons';
import { prepare } from '@/domain/matching/people';
import { clocksAt } from '@/domain/matching/places';
import { scoreOf } from '@/domain/matching/score';
import { factorValues } from '@/domain/matching/values';
import type { MenteeProfile, MentorProfile } from '@/domain/mentoring';
import { buildMentee, buildMentor, couple, JANUARY } from './profiles';

const NAMES = { mentee: 'Dana', mentor: 'Kim' };

/** The sentences for a pair, with their factors. */
function sentences(mentee: Partial<MenteeProfile>, mentor: Partial<MentorProfile>) {
  const pair = couple(mentee, mentor);
  return reasonsFor(pair, scoreOf(factorValues(pair), DEFAULT_WEIGHTS), NAMES).map(({ factor, text }) => [
    factor,
    text,
  ]);
}

describe('competencies', () => {
  const LOW = { commitment: 1, reference: 1, programming: 1, materials: 1 } as const;

  it('name what was asked for, most help first, and only that', () => {
    const mentee = { ratings: LOW, wantsHelp: ['reference', 'programming'] as const };
    const mentor = { ratings: { commitment: 5, reference: 2, programming: 3 } };
    expect(sentences(mentee, mentor)).toEqual([
      ['competencies', 'Strong where Dana asks for help: Programming Skills, Reference and User Services.'],
    ]);
  });

  it('are those of the cycle, in its words', () => {
    const areas = [{ value: 'serials', label: 'Serials and subscriptions' }];
    const clocks = clocksAt(JANUARY);
    const mentee = prepare(buildMentee({ ratings: { serials: 1 } }), clocks, areas);
    const mentor = prepare(buildMentor({ ratings: { serials: 4, reference: 5 } }), clocks, areas);
    const pair = { mentee, mentor };
    expect(reasonsFor(pair, scoreOf(factorValues(pair), DEFAULT_WEIGHTS), NAMES).map(({ text }) => text)).toEqual([
      'More experienced than Dana in: Serials and subscriptions.',
    ]);
  });

  it('else name three others at most', () => {
    const mentor = { ratings: { commitment: 2, reference: 5, programming: 4, materials: 3 } };
    expect(sentences({ ratings: LOW, wantsHelp: ['outreach'] }, mentor)).toEqual([
      [
        'competencies',
        'More experienced than Dana in: Reference and User Services, Programming Skills, Knowledge, Curation, and Management of Materials.',
      ],
    ]);
  });
});

describe('the region', () => {
  const DULUTH = { city: 'Duluth', subdivision: 'US-MN', timeZone: 'America/Chicago', wantsNearby: true };
  it.each([
    [{}, 'In the same city.'],
    [{ city: 'Ely' }, 'In the same state or province.'],
    [{ subdivision: 'US-IA' }, 'Neighbors in the same part of the country: West North Central.'],
    [{ subdivision: 'US-OH' }, 'In the same region: Midwest.'],
    [{ subdivision: 'US-TX' }, 'Their clocks are at most an hour apart.'],
  ])('with %j: %s', (over, text) => {
    expect(sentences(DULUTH, { ...DULUTH, ...over })).toEqual([['region', text]]);
  });

  it('says nothing of far away, or of nobody’s wish', () => {
    expect(sentences(DULUTH, { ...DULUTH, subdivision: 'US-CA', timeZone: 'America/Los_Angeles' })).toEqual([]);
    expect(sentences({ ...DULUTH, wantsNearby: false }, { ...DULUTH, wantsNearby: false })).toEqual([]);
  });
});

describe('ways and times', () => {
  const free = (hours: string, timeZone: string) => ({ hours: [hours], timeZone });
  it.each([
    [{ modes: ['video', 'phone'] }, { modes: ['phone', 'video'] }, 'Both are happy to meet by: Video call, Phone.'],
    [
      free('weekday-midday', 'America/Chicago'),
      free('weekday-midday', 'America/Chicago'),
      'Both are free for 15 hours in the same week.',
    ],
    // Monday's morning in Auckland begins before Sunday's forenoon in Pago Pago.
    [
      free('weekend', 'Pacific/Pago_Pago'),
      free('weekday-morning', 'Pacific/Auckland'),
      'Both are free for 2 hours in the same week.',
    ],
    [
      free('weekend', 'America/New_York'),
      free('weekday-morning', 'Pacific/Auckland'),
      'Both are free for 3 hours in the same week.',
    ],
    [
      { ...free('weekday-evening', 'America/New_York'), modes: ['chat'] },
      { ...free('weekday-afternoon', 'America/New_York'), modes: ['chat'] },
      'Both are happy to meet by: Chat or text messages.',
    ],
  ])('of %j with %j', (mentee, mentor, text) => {
    expect(sentences(mentee, mentor)).toEqual([['meeting', text]]);
  });

  it.each([
    ['Asia/Dubai', []],
    ['Asia/Karachi', [['meeting', 'Both are free for 1 hour in the same week.']]],
    // An hour and a half.
    ['Asia/Kolkata', [['meeting', 'Both are free for 1 hour in the same week.']]],
  ])('counts whole hours, with mornings in %s', (timeZone, expected) => {
    expect(sentences(free('weekend', 'Pacific/Honolulu'), free('weekday-morning', timeZone))).toEqual(expected);
  });
});

describe('the setting', () => {
  it.each([
    [{ libraryType: 'school' }, { libraryType: 'school' }, 'Same setting: School library.'],
    [
      { libraryType: 'school', wantedLibraryType: 'school' },
      { libraryType: 'school' },
      'Same setting: School library.',
    ],
    [
      { libraryType: 'school', wantedLibraryType: 'public' },
      { libraryType: 'public' },
      'Works where Dana would like to work: Public library.',
    ],
    [{ stage: 'early' }, { stages: ['student', 'early'] }, "Kim likes to help at Dana's stage: Early career."],
    [
      { libraryType: 'a boat', stage: 'captain' },
      { libraryType: 'a boat', stages: ['captain'] },
      "Same setting: a boat. Kim likes to help at Dana's stage: captain.",
    ],
  ])('of %j with %j: %s', (mentee, mentor, text) => {
    expect(sentences(mentee, mentor)).toEqual([['setting', text]]);
  });
});

it('puts the factor with most points first, and leaves out those with none', () => {
  const mentee = {
    topics: ['writing'],
    activities: ['reading'],
    libraryType: 'public',
    stage: 'early',
    modes: ['phone'],
  };
  const mentor = {
    topics: ['writing'],
    activities: ['events'],
    libraryType: 'public',
    stages: ['early'],
    modes: ['chat'],
  };
  expect(sentences(mentee, mentor)).toEqual([
    ['interests', 'Shared topics: Writing and publishing.'],
    ['setting', "Same setting: Public library. Kim likes to help at Dana's stage: Early career."],
  ]);
});

it('tells the two themselves of shared activities and ways, never of what was not asked for', () => {
  const mentee = { ratings: { outreach: 1 }, activities: ['events'], modes: ['phone'] } as const;
  const mentor = { ratings: { outreach: 5 }, activities: ['events'], modes: ['phone'] };
  const others = ['Both would like to: Attend association events.', 'Both are happy to meet by: Phone.'];
  expect(safeReasonsFor(couple(mentee, mentor), NAMES)).toEqual(others);
  expect(safeReasonsFor(couple({ ...mentee, wantsHelp: ['outreach'] }, mentor), NAMES)).toEqual([
    'Strong where Dana asks for help: Outreach and Advocacy.',
    ...others,
  ]);
});

it('labels factors in their order', () => {
  expect(labelsOf(['setting', 'competencies'])).toEqual(['Competencies', 'Setting']);
});
