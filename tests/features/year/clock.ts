import { dayOf, hourOf } from '@/domain/dates';
import { momentIn } from '@/lib/days';
import { freezeClock } from '../../support/database';
import { setClock } from '../applications/browser';

export const ZONE = 'America/Chicago';

/** A time of a day in the cycle's zone. */
export function at(day: string, time = '12:00'): Date {
  const moment = momentIn(`${day}T${time}`, ZONE);
  if (!moment) throw new Error(`no such time: ${day} ${time}`);
  return moment;
}

/** Both clocks: of the processes, and of the database. @returns the moment */
export async function moveTo(now: Date): Promise<Date> {
  setClock(now);
  await freezeClock(now);
  return now;
}

/** All days from one to another, both included, by the calendar. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = Date.parse(first); day <= Date.parse(last); day += 86_400_000)
    days.push(new Date(day).toISOString().slice(0, 10));
  return days;
}

export const dayIn = (moment: Date): string => dayOf(moment, ZONE);
export const hourIn = (moment: Date): number => hourOf(moment, ZONE);
