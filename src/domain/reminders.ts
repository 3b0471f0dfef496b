import { closingFor, type CycleDates } from './cycle';
import type { FormRole } from './mentoring';

const DAY_MS = 86_400_000;

/**
 * Every reminder about applying. To add one, add a row: the job reads this list.
 *
 * @see dueReminders
 */
export const REMINDERS = [
  /** To those who began a form and did not send it. */
  { key: 'applications-closing', to: 'unfinished', days: 3 },
] as const satisfies readonly { key: string; to: 'unfinished'; days: number }[];
export type Reminder = (typeof REMINDERS)[number];

/** The reminders whose time it is for a form of this role: from so many days before its deadline until the deadline. */
export const dueReminders = (
  cycle: Pick<CycleDates, 'opensAt' | 'closesAt' | 'mentorsCloseAt'>,
  role: FormRole,
  now: Date,
): Reminder[] => {
  const deadline = closingFor(cycle, role).getTime();
  return REMINDERS.filter(
    ({ days }) => now >= cycle.opensAt && now.getTime() >= deadline - days * DAY_MS && now.getTime() < deadline,
  );
};

/** For so long after the opening people on the interest list are still told; later it would be no news. */
export const OPENING_NEWS_DAYS = 7;

/** Whether the opening of a cycle is news now. */
export const isOpeningNews = (cycle: Pick<CycleDates, 'opensAt' | 'closesAt' | 'mentorsCloseAt'>, now: Date): boolean =>
  now >= cycle.opensAt &&
  now.getTime() < cycle.opensAt.getTime() + OPENING_NEWS_DAYS * DAY_MS &&
  now < closingFor(cycle, 'mentee');
