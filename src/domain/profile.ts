import { listOf, ratingOf, textOf, type Answers } from './answers';
import type { MenteeProfile, MentorProfile } from './mentoring';

const RATING = 'rating_';

type Row = { id: string; personId: string; answers: Answers };

/** Of whatever framework: which areas count is the cycle's to say. */
function ratingsOf(answers: Answers): Record<string, number> {
  const ratings: Record<string, number> = {};
  for (const field of Object.keys(answers)
    .filter((name) => name.startsWith(RATING))
    .sort()) {
    const area = field.slice(RATING.length);
    const rating = ratingOf(answers, area);
    if (rating !== null) ratings[area] = rating;
  }
  return ratings;
}

const sharedProfile = ({ id, personId, answers }: Row) => ({
  applicationId: id,
  personId,
  ratings: ratingsOf(answers),
  city: textOf(answers, 'city'),
  subdivision: textOf(answers, 'subdivision'),
  timeZone: textOf(answers, 'time_zone'),
  wantsNearby: textOf(answers, 'wants_nearby') === 'yes',
  modes: listOf(answers, 'modes'),
  hours: listOf(answers, 'hours'),
  libraryType: textOf(answers, 'library_type'),
  employer: textOf(answers, 'employer'),
});

/** What the matcher may know of a mentor's application. */
export const mentorProfile = (row: Row & { places: number }): MentorProfile => ({
  ...sharedProfile(row),
  topics: listOf(row.answers, 'offer_topics'),
  activities: listOf(row.answers, 'offer_activities'),
  places: row.places,
  stages: listOf(row.answers, 'help_stages'),
});

/** What the matcher may know of a mentee's application. */
export const menteeProfile = (row: Row, priority = 1): MenteeProfile => ({
  ...sharedProfile(row),
  topics: listOf(row.answers, 'want_topics'),
  activities: listOf(row.answers, 'want_activities'),
  wantsHelp: listOf(row.answers, 'help_areas'),
  stage: textOf(row.answers, 'stage'),
  wantedLibraryType: textOf(row.answers, 'wanted_library_type'),
  priority,
});
