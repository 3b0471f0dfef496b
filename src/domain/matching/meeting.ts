import { at } from '@/domain/matching/arrange';
import { countShared } from '@/domain/matching/kernels/score';

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

/** Free hours as 21 words of 32 bits, one bit a quarter-hour, and how many bits are set. */
type Week = { words: Int32Array; size: number };

function weekOf(parts: readonly string[], offset: number): Week {
  const words = new Int32Array(WEEK / 32);
  const shift = Math.round((offset * PER_HOUR) / 60);
  for (const { days, from, to } of parts.flatMap((part) => PARTS[part] ?? [])) {
    for (const day of days) {
      for (let q = from * PER_HOUR; q < to * PER_HOUR; q += 1) {
        const quarter = (day * 24 * PER_HOUR - shift + q + 2 * WEEK) % WEEK;
        words[quarter >> 5] = at(words, quarter >> 5) | (1 << (quarter & 31));
      }
    }
  }
  return { words, size: countShared(words, words) };
}

/** A person's free hours as a number, the same for all who have the same; −1 when hours or time zone are unknown. */
export type TimesId = number;

const PART_NAMES = Object.keys(PARTS);
const SETS = 2 ** PART_NAMES.length;
/** Keeps ids positive west of Greenwich. */
const DAY_MINUTES = 24 * 60;

/** @param offset minutes ahead of UTC; null when the time zone is unknown */
export function timesId(hours: readonly string[], offset: number | null): TimesId {
  if (offset === null) return -1;
  const set = PART_NAMES.reduce((bits, part, bit) => (hours.includes(part) ? bits | (1 << bit) : bits), 0);
  return set === 0 ? -1 : (offset + DAY_MINUTES) * SETS + set;
}

/** Weeks met before. There are few: 31 sets of parts, and the offsets of the world's clocks. */
const weeks = new Map<TimesId, Week>();

function weekOfId(id: TimesId): Week | null {
  if (id === -1) return null;
  let week = weeks.get(id);
  if (!week) {
    const parts = PART_NAMES.filter((_, bit) => (id >> bit) & 1);
    weeks.set(id, (week = weekOf(parts, Math.floor(id / SETS) - DAY_MINUTES)));
  }
  return week;
}

export type Overlap = {
  /** Hours a week in which both are free. */
  shared: number;
  /** Of the hours of the one who has fewer, in ten-thousandths. */
  share: number;
};

export function overlap(a: TimesId, b: TimesId): Overlap | null {
  const [mine, theirs] = [weekOfId(a), weekOfId(b)];
  if (!mine || !theirs) return null;
  const both = countShared(mine.words, theirs.words);
  return { shared: both / PER_HOUR, share: Math.round((10_000 * both) / Math.min(mine.size, theirs.size)) };
}
