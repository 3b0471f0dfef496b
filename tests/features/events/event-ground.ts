import { beforeEach } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { saveEvent } from '@/features/events/desk/commands';
import { saveEventSchema } from '@/features/events/desk/schema';
import { answerEvent } from '@/features/events/replying/commands';
import { newToken } from '@/lib/token';
import { freezeClock } from '../../support/database';
import { createActor, createProgram, NOW, type TestProgram } from '../../support/factories';
import { setClock } from '../applications/browser';
import { addPair, after, createPair, DAY_MS } from '../pairs/pair-ground';

export { addPair, after, DAY_MS };

/** Two pairs of a cycle and the office; new for every test. */
export let program: TestProgram;
export let pair: Awaited<ReturnType<typeof createPair>>;
export let second: Awaited<ReturnType<typeof addPair>>;
export let staff: UserActor;
export let chair: UserActor;
/** The four people of the pairs. */
export let people: string[];

export const personOf = async (applicationId: string) =>
  (await db.application.findUniqueOrThrow({ where: { id: applicationId } })).personId ?? '';

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  pair = await createPair(program, { mentee: { name: 'Bo Lark', answers: { arrange: 'captions, please' } } });
  second = await addPair(program, pair.cycle);
  staff = await createActor(program, 'staff');
  chair = await createActor(program, 'chair');
  const all = [pair.mentee, pair.mentor, second.mentee, second.mentor];
  people = await Promise.all(all.map(({ applicationId }) => personOf(applicationId)));
});

export const dice = (now = NOW) => ({ newToken, now });

/** As the form has it: ten days from now, 6 p.m. of the cycle's zone. */
export const typed = (over: Record<string, unknown> = {}) => ({
  cycleId: pair.cycle.id,
  eventId: '',
  version: '0',
  title: 'Orientation',
  kind: 'orientation',
  startsAt: '2030-01-25T18:00',
  minutes: '60',
  audience: ['pairs'],
  link: 'https://meet.example.org/room',
  answerOn: '2030-01-23',
  ...over,
});

export const plan = (over: Record<string, unknown> = {}, actor = staff, now = NOW) =>
  saveEvent(actor, saveEventSchema.parse(typed(over)), dice(now));

export const reply = (eventId: string, personId: string, answer: 'yes' | 'no' = 'yes', arrange = '', now = NOW) =>
  answerEvent({ eventId, personId, input: { answer, arrange } }, dice(now));

export const eventOf = (id: string) => db.cycleEvent.findUniqueOrThrow({ where: { id } });
export const change = async (id: string, over: Record<string, unknown>, now = NOW) =>
  plan({ eventId: id, version: String((await eventOf(id)).version), ...over }, staff, now);

/** Who was mailed what about events, by key. */
export const mails = async (news: string) =>
  db.outboxMessage.findMany({
    where: { kind: 'event', key: { startsWith: `event-${news}:` } },
    orderBy: { id: 'asc' },
  });

export const states = async (eventId: string) => {
  const rows = await db.eventReply.findMany({ where: { eventId } });
  return people.map((id) => rows.find(({ personId }) => personId === id)?.state ?? '');
};
