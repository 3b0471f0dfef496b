import { areaOf, type Area } from '@/domain/matching/regions';

export type Place = {
  city: string;
  subdivision: string;
  area: Area | null;
  /** Minutes ahead of UTC; null when the time zone is unknown. */
  offset: number | null;
};

const NEARNESS = ['city', 'subdivision', 'division', 'region', 'time-zone', 'far'] as const;
export type Nearness = (typeof NEARNESS)[number];

/** Ten-thousandths. */
export const NEARNESS_VALUES: Record<Nearness, number> = {
  city: 10_000,
  subdivision: 9000,
  division: 7000,
  region: 5000,
  'time-zone': 3000,
  far: 0,
};

const HOUR = 60;

/** Null when either did not say where they are: a blank is never read as far away. */
export function nearness(a: Place, b: Place): Nearness | null {
  if (a.subdivision === '' || b.subdivision === '') return null;
  if (a.subdivision === b.subdivision) return a.city !== '' && a.city === b.city ? 'city' : 'subdivision';
  if (a.area && b.area && a.area.division === b.area.division) return 'division';
  if (a.area && b.area && a.area.region === b.area.region) return 'region';
  return a.offset !== null && b.offset !== null && Math.abs(a.offset - b.offset) <= HOUR ? 'time-zone' : 'far';
}

type Located = { city: string; subdivision: string; timeZone: string };

/** How far each clock is ahead at one instant, worked out once per time zone. */
export type Clocks = { instant: Date; offsets: Map<string, number | null> };
export const clocksAt = (instant: Date): Clocks => ({ instant, offsets: new Map() });

/** A place, with its clock as it stands at the instant of `clocks`. */
export function placeOf({ city, subdivision, timeZone }: Located, { instant, offsets }: Clocks): Place {
  let offset = offsets.get(timeZone);
  if (offset === undefined) offsets.set(timeZone, (offset = offsetAt(timeZone, instant)));
  return { city: city.trim().toLowerCase(), subdivision, area: areaOf(subdivision), offset };
}

/** Kept, because making one takes a hundred times as long as using it; there are a few hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  return format;
}

/** Minutes ahead of UTC at `instant`; null for an unknown zone. */
function offsetAt(timeZone: string, instant: Date): number | null {
  if (timeZone === '') return null;
  try {
    const name =
      formatIn(timeZone)
        .formatToParts(instant)
        .find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * HOUR + Number(minutes ?? 0));
  } catch {
    // Intl throws on names it does not know; to the score that is a blank.
    return null;
  }
}
