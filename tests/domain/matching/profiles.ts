import { DEFAULT_WEIGHTS } from '@/domain/matching/factors';
import { prepare, type Couple } from '@/domain/matching/people';
import { clocksAt } from '@/domain/matching/places';
import type { MatchingCycle } from '@/domain/matching/score-cycle';
import { COMPETENCIES, type MenteeProfile, type MentorProfile } from '@/domain/mentoring';

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
  const prepared = <P extends MenteeProfile | MentorProfile>(profile: P) => prepare(profile, clocks, COMPETENCIES);
  return { mentee: prepared(buildMentee(mentee)), mentor: prepared(buildMentor(mentor)) };
}

export const buildCycle = (over: Partial<MatchingCycle> = {}): MatchingCycle => ({
  mentees: [],
  mentors: [],
  weights: DEFAULT_WEIGHTS,
  rules: { off: [], minimumScore: 0 },
  facts: { participantVetoes: [], committeeVetoes: [], lastCycle: [], locks: [] },
  areas: COMPETENCIES,
  instant: JANUARY,
  ...over,
});
