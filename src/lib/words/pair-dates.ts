import { pairDates, type PairDateKey } from '@/domain/check-in';
import { daysLeft, formatSlipDay } from './dates';
import { say } from './say';

export type PairDate = {
  key: PairDateKey;
  at: Date;
  day: string;
  title: string;
  note: string;
  state: 'past' | 'now' | 'next';
};

type Year = Parameters<typeof pairDates>[0] & { timeZone: string };

/** The dates of a pair as a slip: what is past, the one that comes next in marigold, what follows. */
export function pairDatesInWords(year: Year, now: Date): PairDate[] {
  const dates = pairDates(year);
  const nextAt = dates.findIndex(({ at }) => at > now);
  return dates.map(({ key, at }, index) => ({
    key,
    at,
    day: formatSlipDay(at, year.timeZone, now),
    title: say(`pair.date_${key}`),
    note: index === nextAt ? daysLeft(at, year.timeZone, now) : '',
    state: index === nextAt ? 'now' : at <= now ? 'past' : 'next',
  }));
}
