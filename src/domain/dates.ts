/**
 * Dates in words, always with their zone. Zones by `Intl`; the style is American English, as the letters are:
 * "Monday, November 16, 2026, 11:59 p.m. Central".
 */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes a hundred times as long as using it, and a page has dozens of dates. */
function formatterOf(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat('en-US', { timeZone, ...options });
  formatters.set(key, formatter);
  return formatter;
}

type Parts = Readonly<Record<string, string>>;
const known = new Map<string, Parts>();
const MOST_KNOWN = 5000;

/** Kept, because a page says the same few dates to everybody and splitting one takes longer than all the rest of it. */
function parts(at: Date, timeZone: string, options: Intl.DateTimeFormatOptions): Parts {
  const key = `${at.getTime()} ${timeZone} ${JSON.stringify(options)}`;
  const before = known.get(key);
  if (before) return before;
  const split = formatterOf(timeZone, options).formatToParts(at);
  const made: Parts = Object.fromEntries(split.map(({ type, value }) => [type, value]));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, made);
  return made;
}

const DAY = { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' } as const;

/** "Monday, November 16, 2026" */
export const formatDay = (at: Date, timeZone: string): string => {
  const { weekday, month, day, year } = parts(at, timeZone, DAY);
  return `${weekday}, ${month} ${day}, ${year}`;
};

/** "Nov 16", or "Nov 16, 2027" when the year is not that of `now`. For date slips. */
export function formatSlipDay(at: Date, timeZone: string, now: Date): string {
  const { month, day, year } = parts(at, timeZone, { month: 'short', day: 'numeric', year: 'numeric' });
  return year === parts(now, timeZone, { year: 'numeric' }).year ? `${month} ${day}` : `${month} ${day}, ${year}`;
}

/** "11:59 p.m." */
export function formatTime(at: Date, timeZone: string): string {
  const { hour, minute, dayPeriod } = parts(at, timeZone, { hour: 'numeric', minute: '2-digit', hour12: true });
  return `${hour}:${minute} ${dayPeriod === 'AM' ? 'a.m.' : 'p.m.'}`;
}

/** "Central", "Pacific", or the zone's long name elsewhere. */
export function zoneName(at: Date, timeZone: string): string {
  const name = parts(at, timeZone, { timeZoneName: 'longGeneric' }).timeZoneName ?? timeZone;
  if (timeZone === 'Etc/GMT+12') return 'anywhere on earth';
  return name.replace(/ Time$/, '').replace(/^(Coordinated Universal|GMT|GMT\+00:00)$/, 'UTC');
}

/** "Monday, November 16, 2026, 11:59 p.m. Central" */
export const formatInstant = (at: Date, timeZone: string): string =>
  `${formatDay(at, timeZone)}, ${formatTime(at, timeZone)} ${zoneName(at, timeZone)}`;

/** The calendar day at `at` in the zone, as `2026-11-16`. */
export function dayOf(at: Date, timeZone: string): string {
  const { year, month, day } = parts(at, timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' });
  return `${year}-${month}-${day}`;
}

/** The hour of the day at `at` in the zone, 0 to 23. */
export const hourOf = (at: Date, timeZone: string): number =>
  Number(parts(at, timeZone, { hour: '2-digit', hourCycle: 'h23' }).hour);

const DAY_MS = 86_400_000;

/** Whole calendar days from `now` to `at` in the zone; 0 on the same day, negative when past. */
export const daysUntil = (at: Date, timeZone: string, now: Date): number =>
  Math.round((Date.parse(dayOf(at, timeZone)) - Date.parse(dayOf(now, timeZone))) / DAY_MS);

/** "6 days left", "last day", "" when past. */
export function daysLeft(at: Date, timeZone: string, now: Date): string {
  if (now >= at) return '';
  const days = daysUntil(at, timeZone, now);
  if (days === 0) return 'last day';
  return days === 1 ? '1 day left' : `${days} days left`;
}
