import { byText } from '@/domain/matching/problem';
import type { MentorProfile } from '@/domain/mentoring';

/** Where somebody lives and what they are best at: what a call for mentors can ask for. */
export type Wanted = { subdivision: string; timeZone: string; strongest: string };

/** The lower median: a rating that somebody gave. */
function median(ratings: readonly number[]): number | undefined {
  return ratings.toSorted((a, b) => a - b)[Math.floor((ratings.length - 1) / 2)];
}

/** What at least half of the mentors chose, in order of the alphabet. */
function usual(lists: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const choice of lists.flatMap((list) => [...new Set(list)])) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => 2 * count >= lists.length)
    .map(([choice]) => choice)
    .sort(byText);
}

/** The most frequent value, an empty one only when there is no other; of equals the first of the alphabet. */
export function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))[0]?.[0] ?? '';
}

const BEST = 5;

/**
 * A mentor such as the cycle has already, at the wanted place and at 5 in the wanted competency: the median of each
 * rating, the choices of at least half of them, one place, no wish about the region.
 */
export function typicalMentor(mentors: readonly MentorProfile[], wanted: Wanted): MentorProfile {
  const ratings: Record<string, number> = {};
  for (const area of new Set(mentors.flatMap((mentor) => Object.keys(mentor.ratings)))) {
    const rating = median(mentors.flatMap((mentor) => mentor.ratings[area] ?? []));
    if (rating !== undefined) ratings[area] = rating;
  }
  return {
    applicationId: 'further mentor',
    personId: 'further mentor',
    ratings: { ...ratings, [wanted.strongest]: BEST },
    topics: usual(mentors.map(({ topics }) => topics)),
    activities: usual(mentors.map(({ activities }) => activities)),
    modes: usual(mentors.map(({ modes }) => modes)),
    hours: usual(mentors.map(({ hours }) => hours)),
    stages: usual(mentors.map(({ stages }) => stages)),
    libraryType: mostFrequent(mentors.map(({ libraryType }) => libraryType)),
    city: '',
    subdivision: wanted.subdivision,
    timeZone: wanted.timeZone,
    wantsNearby: false,
    employer: '',
    places: 1,
  };
}
