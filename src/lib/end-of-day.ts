import { Temporal } from 'temporal-polyfill';

/**
 * 11:59 p.m. of a day in the zone, also where clocks change on it.
 *
 * @param day `2026-11-16`
 */
export const endOfDay = (day: string, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '23:59' }).epochMilliseconds);
