import { checkInsOf, type CheckInKey } from './check-in';
import { hourOf } from './dates';
import { goalsDue } from './pair';

const DAY_MS = 86_400_000;

/**
 * Every reminder of a pair. To add one, add a row: the job reads this list, and each is sent once to each of the two.
 *
 * `days` after the day of a check-in, or before the day on which goals are due.
 */
export const NUDGES = [
  { key: 'check_in', about: 'check_in', days: 0 },
  { key: 'check_in_again', about: 'check_in', days: 4 },
  { key: 'goals', about: 'goals', days: -5 },
] as const satisfies readonly { key: string; about: 'check_in' | 'goals'; days: number }[];
export type Nudge = (typeof NUDGES)[number];

/** What fell due while nothing ran is still sent for so long; later it would be no news. */
const FRESH_DAYS = 3;

type Year = { startsAt: Date; endsAt: Date; startedAt: Date | null };
type Standing = { /** Keys of the check-ins this person answered. */ answered: readonly string[]; goals: number };
export type DueNudge = { key: Nudge['key']; checkIn: CheckInKey | null };

const isDue = (at: Date, days: number, now: Date): boolean => {
  const since = now.getTime() - at.getTime() - days * DAY_MS;
  return since >= 0 && since < FRESH_DAYS * DAY_MS;
};

/** The reminders whose time it is for one of the two: nobody is asked what they answered, nor for goals that are set. */
export function dueNudges(year: Year, { answered, goals }: Standing, now: Date): DueNudge[] {
  return NUDGES.flatMap(({ key, about, days }): DueNudge[] => {
    if (about === 'goals') return goals === 0 && isDue(goalsDue(year), days, now) ? [{ key, checkIn: null }] : [];
    return checkInsOf(year)
      .filter((one) => !answered.includes(one.key) && isDue(one.at, days, now))
      .map((one) => ({ key, checkIn: one.key }));
  });
}

const [WAKES, SLEEPS] = [8, 21];

/** Whether nobody is to be disturbed: from nine in the evening until eight in the morning, in the cycle's zone. */
export function isQuiet(at: Date, timeZone: string): boolean {
  const hour = hourOf(at, timeZone);
  return hour < WAKES || hour >= SLEEPS;
}
