import { closingWindow } from './closing';
import { beginOf, goalsDue } from './pair';

const DAY_MS = 86_400_000;

/**
 * Every check-in of a pair. To add one, add a row: the job, both pages and the dates of a pair read this list.
 *
 * `asks`: whether the two are in touch, or two short questions on how it goes. `days` count from the pair's begin; `half` is
 * the middle of its time.
 */
export const CHECK_INS = [
  { key: 'first_week', asks: 'contact', days: 7 },
  { key: 'second_week', asks: 'contact', days: 14 },
  { key: 'three_months', asks: 'going', days: 90 },
  { key: 'halfway', asks: 'going', half: true },
] as const satisfies readonly { key: string; asks: 'contact' | 'going'; days?: number; half?: true }[];
export type CheckIn = (typeof CHECK_INS)[number];
export type CheckInKey = CheckIn['key'];

export const findCheckIn = (key: string): CheckIn | undefined => CHECK_INS.find((one) => one.key === key);

/** Two check-ins closer than this are one too many: the later is left out. */
const APART_DAYS = 10;

type Year = { startsAt: Date; endsAt: Date; startedAt: Date | null };
export type DatedCheckIn = CheckIn & { at: Date };

/** The check-ins of a pair with their days, in order; those that would come at or after the end are left out. */
export function checkInsOf(year: Year): DatedCheckIn[] {
  const [begin, end] = [beginOf(year).getTime(), year.endsAt.getTime()];
  const dated = CHECK_INS.map((one) => ({
    ...one,
    at: new Date('days' in one ? begin + one.days * DAY_MS : begin + (end - begin) / 2),
  }));
  const inTime = dated.filter(({ at }) => at.getTime() < end).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return inTime.reduce<DatedCheckIn[]>((kept, one) => {
    const before = kept.at(-1);
    const near = before && one.at.getTime() - before.at.getTime() < APART_DAYS * DAY_MS && before.asks === one.asks;
    // Day 7 and day 14 ask the same on purpose: whether it has happened by now.
    return near && one.asks === 'going' ? kept : [...kept, one];
  }, []);
}

export type PairDateKey = 'begins' | 'goals' | CheckInKey | 'closing' | 'ends';

/** The dates of a pair, in order. */
export function pairDates(year: Year & Parameters<typeof closingWindow>[0]): { key: PairDateKey; at: Date }[] {
  const dates: { key: PairDateKey; at: Date }[] = [
    { key: 'begins', at: beginOf(year) },
    { key: 'goals', at: goalsDue(year) },
    ...checkInsOf(year).map(({ key, at }) => ({ key, at })),
    { key: 'closing', at: closingWindow(year).opensAt },
    { key: 'ends', at: year.endsAt },
  ];
  return dates.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

export const CONTACT_ANSWERS = ['in_touch', 'not_yet', 'need_help'] as const;
export type ContactAnswer = (typeof CONTACT_ANSWERS)[number];

/** The check-ins that can be answered now: whose day has come. They stay open, and an answer can be changed. */
export const openCheckIns = (year: Year, now: Date): DatedCheckIn[] => checkInsOf(year).filter(({ at }) => at <= now);

/** The check-in that waits for somebody who answered `answered`: the newest that is open. Older ones are no longer asked for. */
export function waitingCheckIn(year: Year, answered: readonly string[], now: Date): DatedCheckIn | null {
  const newest = openCheckIns(year, now).at(-1);
  return newest && !answered.includes(newest.key) ? newest : null;
}
