import { calendarFile, type CalendarEntry } from '@/domain/calendar';
import { endOf } from '@/domain/event';
import { appUrl } from '../env';
import { paths } from '../paths';

type Shown = {
  id: string;
  title: string;
  startsAt: Date;
  minutes: number;
  link: string;
  place: string;
  sequence: number;
  cancelledAt: Date | null;
  cycle: { name: string; program: { name: string } };
};

/** An event as an entry of a calendar: the same name in every file, so that a calendar knows it again. */
export const eventEntry = (event: Shown, withLink: boolean): CalendarEntry => ({
  uid: `${event.id}@${new URL(appUrl()).hostname}`,
  at: event.startsAt,
  until: endOf(event),
  title: `${event.cycle.program.name}: ${event.title}`,
  place: [event.place, withLink ? event.link : ''].filter(Boolean).join(', '),
  url: `${appUrl()}${paths.event(event.id)}`,
  sequence: event.sequence,
  cancelled: event.cancelledAt !== null,
});

/** One event as a calendar file. Only who has a place is told how to come in. */
export const eventFile = (event: Shown, withLink: boolean, now: Date): string =>
  calendarFile(
    {
      name: event.cycle.name,
      url: `${appUrl()}${paths.event(event.id)}`,
      entries: [eventEntry(event, withLink)],
      sequence: event.sequence,
    },
    now,
  );
