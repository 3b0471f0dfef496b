const WEEKDAYS = [0, 1, 2, 3, 4];
const WEEKEND = [5, 6];

/** The hours behind each part of the week, on the person's own clock; days run from Monday. */
const PARTS: Record<string, { days: readonly number[]; from: number; to: number }> = {
  'weekday-morning': { days: WEEKDAYS, from: 8, to: 11 },
  'weekday-midday': { days: WEEKDAYS, from: 11, to: 14 },
  'weekday-afternoon': { days: WEEKDAYS, from: 14, to: 17 },
  'weekday-evening': { days: WEEKDAYS, from: 17, to: 21 },
  weekend: { days: WEEKEND, from: 9, to: 18 },
};

/** Quarter-hours: some time zones are 45 minutes off. */
const PER_HOUR = 4;
const WEEK = 7 * 24 * PER_HOUR;

type Times = { hours: readonly string[]; offset: number };

function quarterHours({ hours, offset }: Times): Set<number> {
  const week = new Set<number>();
  const shift = Math.round((offset * PER_HOUR) / 60);
  for (const { days, from, to } of hours.flatMap((part) => PARTS[part] ?? [])) {
    for (const day of days) {
      const start = day * 24 * PER_HOUR - shift;
      for (let q = from * PER_HOUR; q < to * PER_HOUR; q += 1) week.add((start + q + 2 * WEEK) % WEEK);
    }
  }
  return week;
}

export type Overlap = {
  /** Hours a week in which both are free. */
  shared: number;
  /** Of the hours of the one who has fewer, in ten-thousandths. */
  share: number;
};

function overlap(a: Times, b: Times): Overlap | null {
  const mine = quarterHours(a);
  const theirs = quarterHours(b);
  const fewer = Math.min(mine.size, theirs.size);
  if (fewer === 0) return null;
  const both = [...mine].filter((quarter) => theirs.has(quarter)).length;
  return { shared: both / PER_HOUR, share: Math.round((10_000 * both) / fewer) };
}

/** A person's free hours under a number, the same for all who have the same; −1 when hours or time zone are unknown. */
export type TimesId = number;

export type Timetable = {
  idOf: (hours: readonly string[], offset: number | null) => TimesId;
  overlap: (a: TimesId, b: TimesId) => Overlap | null;
};

const MOST = 65_536;

/** Works out each combination of free hours once: a cycle has many pairs and few different weeks. */
export function timetable(): Timetable {
  const ids = new Map<string, TimesId>();
  const times: Times[] = [];
  const known = new Map<number, Overlap | null>();
  return {
    idOf: (hours, offset) => {
      if (offset === null || hours.length === 0) return -1;
      const key = JSON.stringify([hours.toSorted(), offset]);
      const id = ids.get(key) ?? times.push({ hours, offset }) - 1;
      ids.set(key, id);
      return id;
    },
    overlap: (a, b) => {
      const [mine, theirs] = [times[a], times[b]];
      if (!mine || !theirs) return null;
      let found = known.get(a * MOST + b);
      if (found === undefined) known.set(a * MOST + b, (found = overlap(mine, theirs)));
      return found;
    },
  };
}
