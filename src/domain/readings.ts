import { formatDay } from './dates';

/** One opening of sealed answers, as the access log has it. */
export type Reading = { at: Date; purpose: string };

/** Purpose → who or what read, as it stands after "Read 3 times". */
const READERS: Readonly<Record<string, string>> = {
  matching: 'by the matching',
  replay: 'to check a matching by repeating it',
  statistics: 'to make totals of those who agreed to be counted',
  export: 'to make your own copy',
  'break-glass': 'by two named people, as we wrote to you',
  rotation: 'to seal them under a new key',
};

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

/** One line for each purpose, in the order of its first reading: "Read 3 times by the matching, on …". */
export function readingsInWords(readings: readonly Reading[], timeZone: string): string[] {
  const purposes = [...new Set(readings.map(({ purpose }) => purpose))];
  return purposes.map((purpose) => {
    const own = readings.filter((reading) => reading.purpose === purpose);
    const days = [...new Set(own.map(({ at }) => formatDay(at, timeZone)))];
    return `Read ${times(own.length)} ${READERS[purpose] ?? 'for another purpose; ask us which'}, on ${days.join('; ')}.`;
  });
}
