import { phaseOf, type CycleActs, type CycleDates, type CyclePhase } from './cycle';
import { daysLeft, formatInstant, formatSlipDay, formatTime, zoneName } from './dates';

type Dated = CycleDates & { timeZone: string };

/** The dates of a cycle that are told; where mentors have longer, each role has a closing of its own. */
export type DateKey =
  'opens' | 'closes' | 'closes-mentees' | 'closes-mentors' | 'announce' | 'starts' | 'ends' | 'archives';

/** A line of the date slip. `at` is printed in mono, `title` and `note` beside it. */
export type SlipLine = {
  key: DateKey;
  at: Date;
  day: string;
  title: string;
  note: string;
  state: 'past' | 'now' | 'next';
};

/** Which date each phase is waiting for; archived waits for none. */
const WAITS_FOR: Record<CyclePhase, string> = {
  upcoming: 'opens',
  applications: 'closes',
  review: 'announce',
  matching: 'announce',
  announced: 'starts',
  active: 'ends',
  closing: 'archives',
  archived: '',
};

function datesOf(cycle: Dated): { key: DateKey; at: Date; title: string }[] {
  const { closesAt, mentorsCloseAt } = cycle;
  const longer = mentorsCloseAt && mentorsCloseAt.getTime() !== closesAt.getTime() ? mentorsCloseAt : null;
  const dates: { key: DateKey; at: Date; title: string }[] = [
    { key: 'opens', at: cycle.opensAt, title: 'Applications open' },
    {
      key: longer ? 'closes-mentees' : 'closes',
      at: closesAt,
      title: longer ? 'Mentee applications close' : 'Applications close',
    },
    ...(longer ? [{ key: 'closes-mentors' as const, at: longer, title: 'Mentor applications close' }] : []),
    { key: 'announce', at: cycle.announceAt, title: 'Matches announced by email' },
    { key: 'starts', at: cycle.startsAt, title: 'The program starts' },
    { key: 'ends', at: cycle.endsAt, title: 'The program ends' },
    { key: 'archives', at: cycle.archivesAt, title: 'Last day of the closing questions' },
  ];
  return dates.sort((a, b) => a.at.getTime() - b.at.getTime());
}

const isAwaited = (key: string, awaited: string, at: Date, now: Date) =>
  key === awaited || (awaited === 'closes' && key.startsWith('closes-') && now < at);

function noteOf(key: string, at: Date, zone: string, now: Date): string {
  if (!key.startsWith('closes') && key !== 'opens') return '';
  const left = key.startsWith('closes') ? daysLeft(at, zone, now) : '';
  return `${formatTime(at, zone)} ${zoneName(at, zone)}.${left ? ` ${left.charAt(0).toUpperCase()}${left.slice(1)}` : ''}`;
}

/** The cycle's dates as a library slip: what is past, the one that counts now, what follows. */
export function slipLines(cycle: Dated, acts: CycleActs, now: Date): SlipLine[] {
  const awaited = WAITS_FOR[phaseOf(cycle, acts, now)];
  let found = false;
  return datesOf(cycle).map(({ key, at, title }) => {
    const isNow = !found && isAwaited(key, awaited, at, now);
    found ||= isNow;
    return {
      key,
      at,
      title,
      day: formatSlipDay(at, cycle.timeZone, now),
      note: isNow ? noteOf(key, at, cycle.timeZone, now) : '',
      state: isNow ? 'now' : found || at > now ? 'next' : 'past',
    };
  });
}

/** "Next: matches announced by email on Monday, …"; what to expect when a date has passed or nothing is left. */
export function nextStep(cycle: Dated, acts: CycleActs, now: Date): string {
  const line = slipLines(cycle, acts, now).find(({ state }) => state === 'now');
  if (!line) return 'This cycle has ended.';
  if (line.at <= now) return `${line.title}: we are running late. The new date will be on this page and come by email.`;
  return `Next: ${line.title.charAt(0).toLowerCase()}${line.title.slice(1)} on ${formatInstant(line.at, cycle.timeZone)}.`;
}
