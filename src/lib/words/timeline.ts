import type { CycleActs, CycleDates } from '@/domain/cycle';
import { slipLines, type SlipLine } from '@/domain/timeline';
import { daysLeft, formatInstant, formatSlipDay, formatTime, zoneName } from './dates';
import { say } from './say';

type Dated = CycleDates & { timeZone: string };

const first = (text: string, change: (letter: string) => string) => change(text.charAt(0)) + text.slice(1);
const capital = (text: string) => first(text, (letter) => letter.toUpperCase());
const small = (text: string) => first(text, (letter) => letter.toLowerCase());

const titleOf = ({ key }: SlipLine): string => say(`timeline.${key}`);

/** The time of a date that one can miss, and what is left until then. */
function noteOf({ key, at }: SlipLine, zone: string, now: Date): string {
  const left = key === 'opens' ? '' : daysLeft(at, zone, now);
  const time = say('timeline.timeInZone', { time: formatTime(at, zone), zone: zoneName(at, zone) });
  return left ? `${time} ${capital(left)}` : time;
}

/** The date slip in the language at hand. */
export const slipInWords = (cycle: Dated, acts: CycleActs, now: Date): SlipLine[] =>
  slipLines(cycle, acts, now).map((line) => ({
    ...line,
    title: titleOf(line),
    day: formatSlipDay(line.at, cycle.timeZone, now),
    note: line.note ? noteOf(line, cycle.timeZone, now) : '',
  }));

/** "Next: matches announced by email on Monday, …"; what to expect when a date has passed or nothing is left. */
export function nextStepInWords(cycle: Dated, acts: CycleActs, now: Date): string {
  const line = slipLines(cycle, acts, now).find(({ state }) => state === 'now');
  if (!line) return say('timeline.ended');
  if (line.at <= now) return say('timeline.late', { title: titleOf(line) });
  return say('timeline.next', { title: small(titleOf(line)), at: formatInstant(line.at, cycle.timeZone) });
}
