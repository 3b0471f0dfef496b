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
