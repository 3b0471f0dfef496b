import { DEFAULT_WEIGHTS } from '@/domain/matching/factors';
import { prepare, type Couple } from '@/domain/matching/people';
import { clocksAt } from '@/domain/matching/places';
import type { MatchingCycle } from '@/domain/matching/score-cycle';
import type { MenteeProfile, MentorProfile } from '@/domain/mentoring';

const BLANK = {
  applicationId: '',
  personId: '',
  ratings: {},
  topics: [],
  activities: [],
  city: '',
  subdivision: '',
  timeZone: '',
  wantsNearby: false,
  modes: [],
  hours: [],
  libraryType: '',
  employer: '',
};

/** Somebody who left every question empty, so that a test states only what it is about. */
export const buildMentee = (over: Partial<MenteeProfile> = {}): MenteeProfile => ({
  ...BLANK,
  applicationId: 'dana-mentee',
  personId: 'dana',
  wantsHelp: [],
  stage: '',
  wantedLibraryType: '',
  priority: 1,
  ...over,
});

export const buildMentor = (over: Partial<MentorProfile> = {}): MentorProfile => ({
  ...BLANK,
  applicationId: 'kim-mentor',
  personId: 'kim',
  places: 1,
  stages: [],
  ...over,
});

export const JANUARY = new Date('2030-01-15T12:00:00Z');

export function couple(mentee: Partial<MenteeProfile>, mentor: Partial<MentorProfile>): Couple {
  const clocks = clocksAt(JANUARY);
  return { mentee: prepare(buildMentee(mentee), clocks), mentor: prepare(buildMentor(mentor), clocks) };
}

export const buildCycle = (over: Partial<MatchingCycle> = {}): MatchingCycle => ({
  mentees: [],
  mentors: [],
  weights: DEFAULT_WEIGHTS,
  rules: { off: [], minimumScore: 0 },
  facts: { participantVetoes: [], committeeVetoes: [], lastCycle: [], locks: [] },
  instant: JANUARY,
  ...over,
});
