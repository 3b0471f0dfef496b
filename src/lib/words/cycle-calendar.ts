import { calendarFile, type CalendarEntry } from '@/domain/calendar';
import type { CycleActs, CycleDates } from '@/domain/cycle';
import { appUrl } from '../env';
import { paths } from '../paths';
import { slipInWords } from './timeline';

type Cycle = CycleDates & {
  code: string;
  name: string;
  timeZone: string;
  /** Counts every moving of its days. */
  version: number;
  program: { name: string; slug: string };
};

/** Stays the same for one date of one cycle, wherever it is sent. */
export const dateUid = (code: string, key: string): string => `${code}-${key}@${new URL(appUrl()).hostname}`;

/** The dates of a cycle that everybody is told. */
export const cycleEntries = (cycle: Cycle, acts: CycleActs, now: Date): CalendarEntry[] =>
  slipInWords(cycle, acts, now).map(({ key, at, title }) => ({
    uid: dateUid(cycle.code, key),
    at,
    title: `${cycle.program.name}: ${title}`,
  }));

/** Dates of a cycle as a calendar file, in the language at hand. */
export const cycleCalendar = (cycle: Cycle, entries: readonly CalendarEntry[], now: Date): string =>
  calendarFile(
    {
      name: `${cycle.program.name}, ${cycle.name}`,
      url: `${appUrl()}${paths.program(cycle.program.slug)}`,
      entries,
      sequence: cycle.version - 1,
    },
    now,
  );
