import { Refusal } from './refusal';

/** The days of a cycle as staff set them, in the order they must fall, with the words of their fields. */
export const CYCLE_DAYS = {
  opensOn: 'Applications open',
  closesOn: 'Applications close',
  mentorsCloseOn: 'Mentors may apply until',
  matchingOn: 'Matching begins',
  announceOn: 'Matches are announced',
  startsOn: 'The program starts',
  endsOn: 'The program ends',
  archivesOn: 'Last day of the closing questions',
  waitlistOn: 'The waitlist ends',
  identityDeleteOn: 'Confidential answers are deleted',
} as const;
export type DayField = keyof typeof CYCLE_DAYS;

/** Days such as `2026-11-16`, each in the cycle's zone. `mentorsCloseOn` is '' where both roles close together. */
export type CycleDays = Record<DayField, string>;
export const DAY_FIELDS = Object.keys(CYCLE_DAYS).filter((name): name is DayField => name in CYCLE_DAYS);

const DAY_MS = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The day so many days later, by the calendar: no clock changes in it. */
export const daysLater = (day: string, days: number): string => dayOf(Date.parse(day) + days * DAY_MS);

/** The same day so many months later; the last of the month where it has no such day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** The day on which the next cycle may open: the same of a later year, the first that lies after `today`. */
export function nextOpening(opensOn: string, today: string): string {
  for (let years = 1; ; years += 1) {
    const day = monthsLater(opensOn, 12 * years);
    if (day > today) return day;
  }
}

type Template = { name: string; says: string; days: (opensOn: string) => CycleDays };

type Weeks = { closes: number; matching: number; announce: number; starts: number };

/** A calendar by weeks from the opening, then by months from the start. */
const calendar =
  (weeks: Weeks, months: number) =>
  (opensOn: string): CycleDays => {
    const later = (count: number) => daysLater(opensOn, count * 7);
    const announceOn = later(weeks.announce);
    const endsOn = monthsLater(later(weeks.starts), months);
    const waitlistOn = daysLater(announceOn, 56);
    return {
      opensOn,
      closesOn: later(weeks.closes),
      mentorsCloseOn: '',
      matchingOn: later(weeks.matching),
      announceOn,
      startsOn: later(weeks.starts),
      endsOn,
      archivesOn: monthsLater(endsOn, 1),
      waitlistOn,
      identityDeleteOn: daysLater(waitlistOn, 28),
    };
  };

export const CYCLE_TEMPLATES = {
  'alsc-yearly': {
    name: 'ALSC yearly',
    says: 'Once a year: eight weeks to apply, matches five weeks later, a year together.',
    days: calendar({ closes: 8, matching: 9, announce: 13, starts: 15 }, 12),
  },
  'alsc-2017': {
    name: 'ALSC twice a year 2017',
    says: 'Two calls a year: four weeks to apply, matches four weeks later, a year together.',
    days: calendar({ closes: 4, matching: 5, announce: 8, starts: 9 }, 12),
  },
  'alcts-2017': {
    name: 'ALCTS 2017',
    says: 'Ten formal months: a call of five weeks, pairings, a training week, start, end and assessment.',
    days: calendar({ closes: 5, matching: 6, announce: 9, starts: 11 }, 10),
  },
} as const satisfies Record<string, Template>;
export type TemplateKey = keyof typeof CYCLE_TEMPLATES;

/** An earlier cycle's days, moved so that applications open on this day: same weekdays apart, whatever lies between. */
export function shiftedDays(days: CycleDays, opensOn: string): CycleDays {
  const by = Math.round((Date.parse(opensOn) - Date.parse(days.opensOn)) / DAY_MS);
  const moved = { ...days };
  for (const field of DAY_FIELDS) moved[field] = days[field] === '' ? '' : daysLater(days[field], by);
  return moved;
}

/** Each must not come before the other, by their words. */
const ORDER: readonly [DayField, DayField][] = [
  ['opensOn', 'closesOn'],
  ['closesOn', 'mentorsCloseOn'],
  ['closesOn', 'matchingOn'],
  ['mentorsCloseOn', 'matchingOn'],
  ['matchingOn', 'announceOn'],
  ['announceOn', 'startsOn'],
  ['startsOn', 'endsOn'],
  ['endsOn', 'archivesOn'],
  ['announceOn', 'waitlistOn'],
  ['waitlistOn', 'identityDeleteOn'],
];

/** @throws {Refusal} `cycle.dates` naming the two days that are the wrong way round, or the one that is missing */
export function assertOrder(days: CycleDays): void {
  const missing = DAY_FIELDS.find((field) => field !== 'mentorsCloseOn' && days[field] === '');
  if (missing) throw new Refusal('cycle.dates', `“${CYCLE_DAYS[missing]}” needs a day.`);
  const wrong = ORDER.find(([a, b]) => days[a] !== '' && days[b] !== '' && days[b] < days[a]);
  if (wrong)
    throw new Refusal(
      'cycle.dates',
      `“${CYCLE_DAYS[wrong[1]]}” (${days[wrong[1]]}) cannot come before “${CYCLE_DAYS[wrong[0]]}” (${days[wrong[0]]}).`,
    );
}

/** Where a cycle stands when its days are changed. `today` is a day in its zone. */
export type Underway = { today: string; opened: boolean; released: boolean };

/**
 * What was promised or done stays: an opening that was, a release that was, and the day by which confidential answers are
 * deleted, which may only come sooner. Nobody's time to apply ends before today is over.
 *
 * @throws {Refusal} `cycle.dates`
 */
export function assertChange(before: CycleDays, after: CycleDays, { today, opened, released }: Underway): void {
  assertOrder(after);
  const changed = (field: DayField) => before[field] !== after[field];
  const refuse = (words: string) => {
    throw new Refusal('cycle.dates', words);
  };
  if (opened && changed('opensOn')) refuse('Applications have opened: that day stays.');
  if (!opened && changed('opensOn') && after.opensOn < today) refuse('Applications cannot open in the past.');
  if (opened && after.identityDeleteOn > before.identityDeleteOn)
    refuse('People were promised that their confidential answers are deleted by then: the day can only come sooner.');
  if (released && (changed('announceOn') || changed('matchingOn')))
    refuse('The outcomes are released: the days of matching and announcement stay.');
  for (const field of ['closesOn', 'mentorsCloseOn'] as const)
    if (changed(field) && after[field] !== '' && after[field] < today)
      refuse(`“${CYCLE_DAYS[field]}” cannot be moved into the past.`);
}
