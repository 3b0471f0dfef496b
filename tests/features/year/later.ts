import { db } from '@/db/client';
import { answerEvent } from '@/features/events/replying/commands';
import { inviteAll } from '@/features/events/inviting/commands';
import { markAllCame } from '@/features/events/attending/commands';
import { saveEvent } from '@/features/events/desk/commands';
import { saveEventSchema } from '@/features/events/desk/schema';
import { saveClosing } from '@/features/closing/answering/commands';
import { findClosing } from '@/features/closing/answering/queries';
import { askBack } from '@/features/people/asking-back/commands';
import { askForNews, confirmInterest } from '@/features/programs/interest/commands';
import { saveTopic } from '@/features/topics/desk/commands';
import { newToken } from '@/lib/token';
import { newBrowser } from '../applications/browser';
import { who, type Year } from './choosing';
import { setUpNext } from './cycle';
import { mailOf, mailTo, matchOf, type Name } from './people';

/** Mia wants to hear of the next opening, and says so twice. */
export async function wantNews({ cycle: { program }, now }: Year): Promise<void> {
  await askForNews({ program, email: mailOf('Mia'), token: newToken() }, now);
  const { id } = await db.interest.findFirstOrThrow();
  await confirmInterest(id, now);
}

const EVENT = {
  eventId: '',
  version: '0',
  title: 'Orientation',
  kind: 'orientation',
  startsAt: '2031-12-03T18:00',
  minutes: '60',
  audience: ['pairs'],
  link: 'https://meet.example.org/room',
  answerOn: '2031-12-02',
};

export async function inviteToEvent({ house, cycle, now }: Year): Promise<void> {
  const dice = { newToken, now };
  const eventId = await saveEvent(house.staff, saveEventSchema.parse({ ...EVENT, cycleId: cycle.id }), dice);
  const { version } = await db.cycleEvent.findUniqueOrThrow({ where: { id: eventId } });
  await inviteAll(house.staff, { eventId, version }, dice);
}

export async function replyToEvent(year: Year, name: Name, answer: 'yes' | 'no'): Promise<void> {
  const { id: eventId } = await db.cycleEvent.findFirstOrThrow();
  const dice = { newToken, now: year.now };
  await answerEvent({ eventId, personId: await who(year, name), input: { answer, arrange: '' } }, dice);
}

export async function noteAttendance({ house, now }: Year): Promise<void> {
  const { id: eventId } = await db.cycleEvent.findFirstOrThrow();
  await markAllCame(house.staff, { eventId }, now);
}

export const planTopic = ({ house, cycle, now }: Year, sendOn: string) =>
  saveTopic(
    house.staff,
    { cycleId: cycle.id, topicId: '', version: 0, sendOn, title: 'Looking back', words: 'What went well?' },
    now,
  );

/** By the link in the mail that asks. */
export async function wantNextCycle(name: Name): Promise<void> {
  const { text } = await mailTo(name, 'carry');
  const browser = newBrowser();
  await browser.fill(await browser.get(/\/carry\/[\w-]+/.exec(text)?.[0] ?? ''), { wanted: 'yes' });
}

export async function answerClosing(year: Year, name: Name, recommend: number): Promise<void> {
  const { id } = await matchOf(year.cycle.id, name);
  const own = await findClosing(await who(year, name), id);
  if (!own) throw new Error(`${name} is asked nothing.`);
  const words = { helped: 'Time.', better: '', quote: '', quoteAs: null };
  const input = { ratings: { outreach: 4 }, goals: [], recommend, again: 'yes' as const, ...words, version: 0 };
  await saveClosing(own, { input, send: true, wording: '' }, year.now);
}

/** The next cycle begins with the form, the letters and the weights of this one. */
export const beginNext = ({ house, cycle, now }: Year) => setUpNext(house, cycle.id, now);

/** Former mentees are asked whether they mentor now; five people could be asked in all. */
export async function askMentees({ house, now }: Year): Promise<void> {
  const { id: cycleId } = await db.cycle.findUniqueOrThrow({ where: { code: 'F32' } });
  await askBack(house.staff, { cycleId, groups: ['mentee'], count: 5, words: '' }, now);
}
