import { dayOf } from './dates';
import { isQuiet } from './nudges';

type Year = { startsAt: Date; endsAt: Date; timeZone: string };

/** `2027-03-15` lies in the month `2027-03`. */
export const monthOf = (day: string): string => day.slice(0, 7);

export type TopicFault = 'topic.outside' | 'topic.past';

/**
 * What is wrong with the day on which a topic is to go out: it lies within the cycle, and is not over.
 *
 * @param day `2027-03-15`, in the cycle's zone
 */
export function topicFault(day: string, { startsAt, endsAt, timeZone }: Year, now: Date): TopicFault | null {
  if (day < dayOf(startsAt, timeZone) || day > dayOf(endsAt, timeZone)) return 'topic.outside';
  return day < dayOf(now, timeZone) ? 'topic.past' : null;
}

const DAY_MS = 86_400_000;
/** What fell due while nothing ran is still sent for so many days; later it would be no news. */
const FRESH_DAYS = 3;

const daysSince = (day: string, timeZone: string, now: Date): number =>
  (Date.parse(dayOf(now, timeZone)) - Date.parse(day)) / DAY_MS;

/** Whether a topic goes out now: on its day, and never at night. */
export function isTopicDue(day: string, timeZone: string, now: Date): boolean {
  const since = daysSince(day, timeZone, now);
  return since >= 0 && since < FRESH_DAYS && !isQuiet(now, timeZone);
}

/** Whether the day of a topic that was not sent is so long over that it goes no more. */
export const isTopicMissed = (day: string, timeZone: string, now: Date): boolean =>
  daysSince(day, timeZone, now) >= FRESH_DAYS;
