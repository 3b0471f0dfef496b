export type CalendarEntry = {
  uid: string;
  at: Date;
  title: string;
  /** When it is over; left out for a day or a deadline, which takes no time. */
  until?: Date;
  place?: string;
  /** Where it is told about; the calendar's own address where left out. */
  url?: string;
  /** Of this entry alone; the calendar's where left out. */
  sequence?: number;
  cancelled?: boolean;
};

const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '');
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** RFC 5545 asks for lines of at most 75 octets; a longer one continues after a line break and a space. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of line) {
    if (new TextEncoder().encode(piece + letter).length > 74) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece].join('\r\n ');
}

type Calendar = {
  name: string;
  url: string;
  entries: readonly CalendarEntry[];
  /** Rises whenever a date of it moves, so that a calendar which has the dates already moves them (RFC 5545, 3.8.7.4). */
  sequence: number;
};

/** Lines of one entry. What takes time makes its owner busy, a date does not. */
function entryLines(entry: CalendarEntry, calendar: Calendar, now: Date): string[] {
  const { uid, at, title, until, place, url = calendar.url, sequence = calendar.sequence, cancelled } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(at)}`,
    ...(until ? [`DTEND:${stamp(until)}`] : []),
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    `URL:${url}`,
    ...(cancelled ? ['STATUS:CANCELLED'] : []),
    `TRANSP:${until && !cancelled ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ];
}

/** Dates as a calendar file. Instants are in UTC, so every calendar shows them in its own zone. */
export function calendarFile(calendar: Calendar, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bookend//Dates//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    ...calendar.entries.flatMap((entry) => entryLines(entry, calendar, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
