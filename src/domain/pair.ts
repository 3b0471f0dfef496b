import { listOf, ratingOf, type Answers } from './answers';
import { dayOf } from './dates';
import type { MatchState } from './match';
import type { Option } from './mentoring';

const DAY_MS = 86_400_000;

/** How often two say they want to be in contact. Twice a month is suggested, and nothing is required. */
export const FREQUENCIES = ['weekly', 'twice_a_month', 'monthly', 'as_needed'] as const;
export type Frequency = (typeof FREQUENCIES)[number];
export const SUGGESTED_FREQUENCY: Frequency = 'twice_a_month';

export const PROGRESS = ['begun', 'half', 'reached', 'changed_mind'] as const;
export type Progress = (typeof PROGRESS)[number];

export const GOALS_MOST = 3;
export const STEPS_MOST = 6;
/** A pair agrees on its goals within so many days of its start; the letter of the match says the same. */
export const GOALS_DAYS = 30;
export const MINUTES_MOST = 600;

/** Where a pair stands, as its two people see it. */
export type PairPhase = 'waiting' | 'before' | 'at_work' | 'paused' | 'completed' | 'over';

const PHASES: Record<MatchState, PairPhase | null> = {
  proposed: null,
  approved: null,
  announced: 'waiting',
  mentor_confirmed: 'waiting',
  confirmed: 'before',
  active: 'at_work',
  on_hold: 'paused',
  completed: 'completed',
  ended_early: 'over',
  declined: 'over',
  expired: 'over',
};

/** Null as long as neither of the two knows of the match. */
export const pairPhase = (state: MatchState): PairPhase | null => PHASES[state];

/** Whether goals, agreement and log can be written now. */
export const isWritable = (phase: PairPhase): boolean => phase === 'before' || phase === 'at_work';

type Year = {
  startsAt: Date;
  endsAt: Date;
  /** When this pair began; null before, and for those who begin with the cycle. */
  startedAt: Date | null;
};

/** A pair begins with its cycle, or on the later day on which it was found. */
export const beginOf = ({ startsAt, startedAt }: Year): Date =>
  startedAt !== null && startedAt > startsAt ? startedAt : startsAt;

/** When the goals are agreed on: never after the end. */
export const goalsDue = (year: Year): Date =>
  new Date(Math.min(beginOf(year).getTime() + GOALS_DAYS * DAY_MS, year.endsAt.getTime()));

/** `2027-03-01` as the database keeps a day. */
export const dayAt = (day: string): Date => new Date(`${day}T00:00:00Z`);
export const dayIn = (stored: Date): string => stored.toISOString().slice(0, 10);

/** Whether `typed` is a day of the calendar, written as 2027-03-01. */
export const isDay = (typed: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed)) && dayIn(new Date(Date.parse(typed))) === typed;

export type DayFault = 'early' | 'late';
type Span = { from: Date; until: Date; timeZone: string };

const faultOf = (day: string, { from, until, timeZone }: Span): DayFault | null => {
  if (day < dayOf(from, timeZone)) return 'early';
  return day > dayOf(until, timeZone) ? 'late' : null;
};

/** What is wrong with the day on which a goal is to be reached: it lies between the match and the end of the cycle. */
export const dueFault = (day: string, { told, endsAt, timeZone }: { told: Date; endsAt: Date; timeZone: string }) =>
  faultOf(day, { from: told, until: endsAt, timeZone });

/** What is wrong with the day of a meeting: nobody met before they were matched, nor met tomorrow. */
export const meetingFault = (day: string, { told, timeZone }: { told: Date; timeZone: string }, now: Date) =>
  faultOf(day, { from: told, until: now, timeZone });

const LOW = 2;
const HIGH = 4;

/**
 * Areas in which the mentor can help the mentee: help was wished for, or the mentee is not at ease, where the mentor is. Only
 * their names may be shown: what either rated is not the other's to know.
 */
export function areasToGrow(mentor: Answers, mentee: Answers, areas: readonly Option[]): Option[] {
  const wanted = listOf(mentee, 'help_areas');
  const good = areas.filter(({ value }) => (ratingOf(mentor, value) ?? 0) >= HIGH);
  const isLow = ({ value }: Option) => (ratingOf(mentee, value) ?? HIGH) <= LOW;
  return [
    ...good.filter(({ value }) => wanted.includes(value)),
    ...good.filter((area) => !wanted.includes(area.value) && isLow(area)),
  ].slice(0, GOALS_MOST);
}

/** Minutes as people say them: 95 → 1 h 35 min, as two numbers. */
export const hoursOf = (minutes: number): { hours: number; minutes: number } => ({
  hours: Math.floor(minutes / 60),
  minutes: minutes % 60,
});
