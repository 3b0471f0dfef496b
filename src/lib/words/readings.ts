import type { Reading } from '@/domain/readings';
import { formatDay } from './dates';
import { say } from './say';

/** One line for each purpose, in the order of its first reading: "Read 3 times by the matching, on …". */
export function readingsInLanguage(readings: readonly Reading[], timeZone: string): string[] {
  const purposes = [...new Set(readings.map(({ purpose }) => purpose))];
  return purposes.map((purpose) => {
    const own = readings.filter((reading) => reading.purpose === purpose);
    const days = [...new Set(own.map(({ at }) => formatDay(at, timeZone)))].join('; ');
    return say('readings.line', { count: own.length, reader: purpose.replace('-', '_'), days });
  });
}
