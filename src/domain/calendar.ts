export type CalendarEntry = { uid: string; at: Date; title: string };

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

/** Dates as a calendar file. Instants are in UTC, so every calendar shows them in its own zone. */
export function calendarFile({ name, url, entries, sequence }: Calendar, now: Date): string {
  const events = entries.flatMap(({ uid, at, title }) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(at)}`,
    `SUMMARY:${escaped(title)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bookend//Dates//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
