import { timetable, type TimesId, type Timetable } from '@/domain/matching/meeting';
import { placeReader, type Place } from '@/domain/matching/places';
import { COMPETENCIES, type MenteeProfile, type MentorProfile } from '@/domain/mentoring';

/** A profile with what is worked out once per person instead of once per pair. */
export type Prepared<P> = {
  profile: P;
  place: Place;
  times: TimesId;
  /** By area, in the order of the framework; 0 where not rated. */
  ratings: readonly number[];
  /** Eighths by area: (5 − rating) / 4, half as much again where help was asked for; 0 where not rated. */
  needs: readonly number[];
};

/** One mentee and one mentor, looked at together. */
export type Couple = {
  mentee: Prepared<MenteeProfile>;
  mentor: Prepared<MentorProfile>;
  overlap: Timetable['overlap'];
};

/** Puts people side by side, with their clocks as they stand at `instant` (the start of the cycle). */
export function coupler(instant: Date) {
  const placeOf = placeReader(instant);
  const { idOf, overlap } = timetable();
  const prepared = <P extends MenteeProfile | MentorProfile>(profile: P): Prepared<P> => {
    const place = placeOf(profile);
    const ratings = COMPETENCIES.map(({ value }) => profile.ratings[value] ?? 0);
    const asked = 'wantsHelp' in profile ? profile.wantsHelp : [];
    const needs = COMPETENCIES.map(({ value }) => {
      const rating = profile.ratings[value];
      return rating === undefined ? 0 : (5 - rating) * (asked.includes(value) ? 3 : 2);
    });
    return { profile, place, times: idOf(profile.hours, place.offset), ratings, needs };
  };
  const couple = (mentee: Prepared<MenteeProfile>, mentor: Prepared<MentorProfile>): Couple => ({
    mentee,
    mentor,
    overlap,
  });
  return { prepared, couple };
}

/** Hours a week in which both are free; null when one of the two named none or no time zone. */
export const overlapOf = ({ mentee, mentor, overlap }: Couple) => overlap(mentee.times, mentor.times);
