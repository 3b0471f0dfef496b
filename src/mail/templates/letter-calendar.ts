import type { CycleDates } from '@/domain/cycle';
import type { PlannedLetter, ReleaseInput } from '@/domain/letters/release-plan';
import { asksNothing, goalsDueOf } from '@/domain/letters/values';
import type { DateKey } from '@/domain/timeline';
import { inLanguage } from '@/lib/language';
import { cycleCalendar, cycleEntries, dateUid } from '@/lib/words/cycle-calendar';
import { say } from '@/lib/words/say';
import { languageOf } from './outcome';

type Cycle = CycleDates & {
  code: string;
  name: string;
  timeZone: string;
  version: number;
  program: { name: string; slug: string };
};

/** What lies ahead of a pair. */
const OF_THE_YEAR = ['starts', 'ends', 'archives'] as const satisfies readonly DateKey[];

/** Whoever is matched gets what is ahead of them, as dates for their calendar; empty for everybody else. */
export function letterCalendar(letter: PlannedLetter, cycle: Cycle, { cycle: told }: ReleaseInput, now: Date): string {
  if (letter.parts.every(({ match }) => match === null)) return '';
  return inLanguage(languageOf(letter), () => {
    const entry = (key: 'answer' | 'goals', at: Date) => ({
      uid: dateUid(cycle.code, key),
      at,
      title: `${cycle.program.name}: ${say(`letters.date_${key}`)}`,
    });
    const ofYear = OF_THE_YEAR.map((key) => dateUid(cycle.code, key));
    const ahead = cycleEntries(cycle, { releasedAt: now, hasConfirmedMatch: false }, now).filter(({ uid }) =>
      ofYear.includes(uid),
    );
    const asks = letter.parts.some((part) => part.match && !asksNothing(part, { cycle: told }));
    const answer = asks ? [entry('answer', told.confirmBy)] : [];
    return cycleCalendar(cycle, [...answer, ...ahead, entry('goals', goalsDueOf(cycle.startsAt))], now);
  });
}
