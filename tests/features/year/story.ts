import { addNote } from '@/features/cycles/book/commands';
import { applyAll, beginForm } from './people';
import * as choosing from './choosing';
import type { Year } from './choosing';
import * as later from './later';
import * as together from './together';

type Deed = (year: Year) => Promise<unknown>;
const all =
  (...deeds: readonly Deed[]): Deed =>
  async (year) => {
    for (const deed of deeds) await deed(year);
  };

const { checkIn, sayYes, setGoal, meet, move, beQuiet, closeTasks } = together;
const { answerClosing, replyToEvent } = later;

/** What people do, by day; each at noon, before the jobs of the afternoon. */
export const STORY: Readonly<Record<string, Deed>> = {
  '2031-09-05': later.wantNews,
  '2031-09-15': (year) => applyAll(year.house, year.cycle, year.now),
  '2031-10-01': ({ cycle }) => beginForm(cycle),
  '2031-10-15': choosing.withdrawLou,
  '2031-10-16': choosing.readAll,
  '2031-10-20': choosing.decideAll,
  '2031-10-21': choosing.matchAll,
  '2031-10-22': choosing.approveAll,
  '2031-11-10': choosing.letLettersGo,
  '2031-11-12': async (year) => {
    for (const name of ['Ada', 'Eve', 'Ben', 'Finn', 'Cy', 'Gus', 'Dot'] as const) await sayYes(year, name);
  },
  // Hal says yes a day after the reminder.
  '2031-11-16': (year) => sayYes(year, 'Hal'),
  '2031-11-26': later.inviteToEvent,
  '2031-11-27': all(
    (year) => replyToEvent(year, 'Ada', 'yes'),
    (year) => replyToEvent(year, 'Eve', 'yes'),
    (year) => replyToEvent(year, 'Ben', 'no'),
  ),
  '2031-12-02': all(
    (year) => checkIn(year, 'Ada', 'first_week', { contact: 'in_touch' }),
    (year) => checkIn(year, 'Eve', 'first_week', { contact: 'in_touch' }),
    (year) => checkIn(year, 'Gus', 'first_week', { contact: 'need_help' }),
    (year) => checkIn(year, 'Dot', 'first_week', { contact: 'in_touch' }),
    (year) => checkIn(year, 'Hal', 'first_week', { contact: 'in_touch' }),
    (year) => beQuiet(year, 'Finn'),
  ),
  '2031-12-04': all((year) => closeTasks(year, 'Gus'), later.noteAttendance),
  '2031-12-09': all(
    ...(['Ada', 'Eve', 'Cy', 'Gus', 'Dot', 'Hal'] as const).map(
      (name): Deed =>
        (year) =>
          checkIn(year, name, 'second_week', { contact: 'in_touch' }),
    ),
    (year) => meet(year, 'Eve', 60),
  ),
  '2031-12-10': all(
    (year) => setGoal(year, 'Eve'),
    (year) => setGoal(year, 'Cy'),
    (year) => closeTasks(year, 'Ben'),
    ({ house, cycle, now }) => addNote(house.chair, { cycleId: cycle.id, words: 'Ask Ben earlier.' }, now),
  ),
  '2032-01-02': (year) => later.planTopic(year, '2032-01-15'),
  '2032-01-07': () => later.wantNextCycle('Ivy'),
  '2032-02-10': all(
    (year) => move(year, 'Cy', 'hold'),
    (year) => later.planTopic(year, '2032-02-20'),
  ),
  '2032-02-24': all(
    (year) => checkIn(year, 'Ada', 'three_months', { going: 5 }),
    (year) => checkIn(year, 'Eve', 'three_months', { going: 4 }),
    (year) => checkIn(year, 'Dot', 'three_months', { going: 4 }),
    (year) => checkIn(year, 'Hal', 'three_months', { going: 2 }),
  ),
  '2032-02-25': (year) => closeTasks(year, 'Hal'),
  '2032-02-29': (year) => meet(year, 'Ada', 45),
  '2032-03-10': (year) => move(year, 'Cy', 'resume'),
  '2032-03-20': (year) => move(year, 'Dot', 'end_early'),
  '2032-04-26': all(
    (year) => checkIn(year, 'Ada', 'halfway', { going: 5 }),
    (year) => checkIn(year, 'Ben', 'halfway', { going: 4 }),
    (year) => checkIn(year, 'Cy', 'halfway', { going: 4 }),
  ),
  '2032-09-05': (year) => answerClosing(year, 'Ada', 5),
  '2032-09-12': (year) => answerClosing(year, 'Eve', 4),
  '2032-09-20': (year) => answerClosing(year, 'Cy', 3),
  '2032-10-25': later.beginNext,
  '2032-11-09': later.askMentees,
};
