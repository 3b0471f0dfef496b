import { Temporal } from 'temporal-polyfill';

const at = (day: string, timeZone: string, plainTime: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);

/**
 * 11:59 p.m. of a day in the zone, also where clocks change on it.
 *
 * @param day `2026-11-16`
 */
export const endOfDay = (day: string, timeZone: string): Date => at(day, timeZone, '23:59');

/** The first moment of a day in the zone, also where midnight is left out. */
export const startOfDay = (day: string, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds);

/** 9 a.m. of a day in the zone, when people are at work. */
export const morningOf = (day: string, timeZone: string): Date => at(day, timeZone, '09:00');

/**
 * A moment as a form has it, in the zone; null for one that is none. Where clocks change, the earlier of two.
 *
 * @param typed `2026-11-16T09:30`
 */
export function momentIn(typed: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed)) return null;
  try {
    const { epochMilliseconds } = Temporal.PlainDateTime.from(typed, { overflow: 'reject' }).toZonedDateTime(timeZone);
    return new Date(epochMilliseconds);
  } catch {
    return null;
  }
}

/** A moment in the zone as a form has it: the way back from {@link momentIn}. */
export const momentTyped = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
