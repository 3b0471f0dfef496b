import fc from 'fast-check';
import type { Weights } from '@/domain/matching/factors';
import type { MatchingCycle } from '@/domain/matching/score-cycle';
import {
  ACTIVITIES,
  COMPETENCIES,
  HOURS,
  LIBRARY_TYPES,
  MODES,
  STAGES,
  TOPICS,
  type MenteeProfile,
  type MentorProfile,
  type Option,
} from '@/domain/mentoring';
import { buildCycle } from './profiles';

const some = (options: readonly Option[]) => fc.subarray(options.map(({ value }) => value));
const oneOrNone = (options: readonly Option[]) => fc.constantFrom('', ...options.map(({ value }) => value));
/** The standard framework, and ones of the fewest and the most areas. */
const AREAS: readonly Option[] = [
  ...COMPETENCIES,
  ...['eight', 'nine', 'ten'].map((value) => ({ value, label: `Area ${value}` })),
];
const frameworks = fc.constantFrom(AREAS.slice(0, 7), AREAS.slice(0, 7), AREAS.slice(0, 2), AREAS.slice(3, 8), AREAS);
const areas = AREAS.map(({ value }) => value);
const rating = fc.integer({ min: 1, max: 5 });

/** Answers as they come: some left empty, some in another order, and now and then a choice of the cycle's own. */
const profile = {
  personId: fc.nat(8).map((number) => `p${number}`),
  ratings: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...areas), rating), { selector: ([area]) => area })
    .map((rated): MenteeProfile['ratings'] => Object.fromEntries(rated)),
  topics: fc.oneof({ weight: 4, arbitrary: some(TOPICS) }, fc.array(fc.constantFrom('own', 'outreach', 'own too'))),
  activities: fc.oneof({ weight: 4, arbitrary: some(ACTIVITIES) }, fc.constant([])),
  city: fc.constantFrom('', 'Duluth', ' duluth', 'Ely'),
  subdivision: fc.constantFrom('', 'US-MN', 'US-IA', 'US-OH', 'US-CA', 'CA-ON', 'MX-JAL'),
  timeZone: fc.constantFrom(
    '',
    'America/Chicago',
    'America/New_York',
    'America/Los_Angeles',
    'Asia/Kathmandu',
    'No/Where',
  ),
  wantsNearby: fc.boolean(),
  modes: some(MODES).chain((list) => fc.shuffledSubarray(list, { minLength: list.length })),
  hours: some(HOURS),
  libraryType: oneOrNone(LIBRARY_TYPES),
  employer: fc.constantFrom('', 'Ely Library', 'The Ely library, Inc.', 'Bibliothèque', 'bibliotheque'),
};

const mentees: fc.Arbitrary<MenteeProfile[]> = fc
  .array(
    fc.record({
      ...profile,
      wantsHelp: fc.subarray(areas),
      stage: oneOrNone(STAGES),
      wantedLibraryType: oneOrNone(LIBRARY_TYPES),
      priority: fc.constant(1),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map((mentee, index) => ({ ...mentee, applicationId: `e${index}` })));

const mentors: fc.Arbitrary<MentorProfile[]> = fc
  .array(fc.record({ ...profile, places: fc.nat(3), stages: some(STAGES) }), { maxLength: 6 })
  .map((list) => list.map((mentor, index) => ({ ...mentor, applicationId: `m${index}` })));

const weight = fc.constantFrom(0, 0, 1, 5, 10, 15, 45, 100);
export const randomWeights: fc.Arbitrary<Weights> = fc.record({
  competencies: weight,
  interests: weight,
  region: weight,
  meeting: weight,
  setting: weight,
});

const people = fc.array(
  fc.tuple(
    fc.nat(8).map((number) => `p${number}`),
    fc.nat(8).map((number) => `p${number}`),
  ),
  { maxLength: 3 },
);
const pairs = fc.array(
  fc.tuple(
    fc.nat(5).map((number) => `e${number}`),
    fc.nat(5).map((number) => `m${number}`),
  ),
  { maxLength: 3 },
);
const switchable = [
  'participant-veto',
  'committee-veto',
  'no-places',
  'last-cycle',
  'same-employer',
  'reverse-pair',
  'minimum-score',
] as const;

/** A cycle of up to six and six people, with facts that meet some of them, and any rules and weights. */
export const randomCycle: fc.Arbitrary<MatchingCycle> = fc.record({
  mentees,
  mentors,
  weights: randomWeights,
  rules: fc.record({ off: fc.subarray([...switchable]), minimumScore: fc.constantFrom(0, 0, 30_000, 60_000) }),
  facts: fc.record({ participantVetoes: people, committeeVetoes: pairs, lastCycle: people, locks: pairs }),
  areas: frameworks,
  instant: fc.constant(buildCycle().instant),
});
