import { overlap, timesId, type TimesId } from '@/domain/matching/meeting';
import { placeOf, type Clocks, type Place } from '@/domain/matching/places';
import type { MenteeProfile, MentorProfile, Option } from '@/domain/mentoring';

/** A profile with what is worked out once per person instead of once per pair. */
export type Prepared<P> = {
  profile: P;
  place: Place;
  times: TimesId;
  /** What the cycle's people rated themselves in, in this order. */
  areas: readonly Option[];
  /** By area; 0 where not rated. */
  ratings: readonly number[];
  /** Eighths by area: (5 − rating) / 4, half as much again where help was asked for; 0 where not rated. */
  needs: readonly number[];
};

/** One mentee and one mentor, looked at together. */
export type Couple = {
  mentee: Prepared<MenteeProfile>;
  mentor: Prepared<MentorProfile>;
};

/**
 * @param clocks as they stand at the start of the cycle
 * @param areas of the cycle's framework; the same list for everybody
 */
export function prepare<P extends MenteeProfile | MentorProfile>(
  profile: P,
  clocks: Clocks,
  areas: readonly Option[],
): Prepared<P> {
  const place = placeOf(profile, clocks);
  const asked: readonly string[] = 'wantsHelp' in profile ? profile.wantsHelp : [];
  const needOf = (area: string): number => {
    const rating = profile.ratings[area];
    return rating === undefined ? 0 : (5 - rating) * (asked.includes(area) ? 3 : 2);
  };
  return {
    profile,
    place,
    times: timesId(profile.hours, place.offset),
    areas,
    ratings: areas.map(({ value }) => profile.ratings[value] ?? 0),
    needs: areas.map(({ value }) => needOf(value)),
  };
}

/** Hours a week in which both are free; null when one of the two named none or no time zone. */
export const overlapOf = ({ mentee, mentor }: Couple) => overlap(mentee.times, mentor.times);
