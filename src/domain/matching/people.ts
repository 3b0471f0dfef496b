import { overlapReader, type Overlap } from '@/domain/matching/meeting';
import { placeReader, type Place } from '@/domain/matching/places';
import type { MenteeProfile, MentorProfile } from '@/domain/mentoring';

export type Placed<P> = { profile: P; place: Place };

/** One mentee and one mentor, looked at together. */
export type Couple = {
  mentee: MenteeProfile;
  mentor: MentorProfile;
  places: { mentee: Place; mentor: Place };
  /** Shared free hours; null when one of the two named none or no time zone. */
  overlap: () => Overlap | null;
};

/** Puts people side by side, with their clocks as they stand at `instant` (the start of the cycle). */
export function coupler(instant: Date) {
  const placeOf = placeReader(instant);
  const overlapOf = overlapReader();
  const placed = <P extends MenteeProfile | MentorProfile>(profile: P): Placed<P> => ({
    profile,
    place: placeOf(profile),
  });
  const couple = (mentee: Placed<MenteeProfile>, mentor: Placed<MentorProfile>): Couple => ({
    mentee: mentee.profile,
    mentor: mentor.profile,
    places: { mentee: mentee.place, mentor: mentor.place },
    overlap: () => {
      const [a, b] = [mentee.place.offset, mentor.place.offset];
      if (a === null || b === null) return null;
      return overlapOf({ hours: mentee.profile.hours, offset: a }, { hours: mentor.profile.hours, offset: b });
    },
  });
  return { placed, couple };
}
