import { addDays, firstOfMonth } from './months';
import { newId } from '../../src/lib/id';
import { standardRows } from '../../src/features/library/desk/commands';
import type { DemoCycle, Ground } from './cycles';
import { datesFrom } from './programs';

type Filled = {
  children: string;
  technical: string;
  cycle: DemoCycle;
  dates: Parameters<typeof datesFrom>[1];
};

const TOPICS = [
  [
    'What you want from this year',
    'Say one thing that should be different at the end of it. What would be a first sign?',
  ],
  ['A day at work', 'Tell each other about last Tuesday, hour by hour. What surprised the other one?'],
  ['Somebody who helped you', 'Who opened a door for you, and how? For whom could you open one?'],
  ['When it went wrong', 'Bring one thing that failed. What did you learn that a book would not have told you?'],
  ['Beyond the building', 'With whom outside of the library do you work? Whom would you like to call, and have not?'],
  ['What you will keep', 'Look at your goals together. What stays, what was left, and what comes next?'],
] as const;

type Sent = { id: string; title: string; doneAt: Date | null };

/** The mails of topics that went out, long delivered: their words are no longer kept. */
async function createMails({ tx, organizationId }: Ground, cycle: DemoCycle, topics: readonly Sent[]): Promise<void> {
  const side = { select: { personId: true, email: true, name: true } } as const;
  const pairs = await tx.match.findMany({
    where: { cycleId: cycle.id, state: 'active' },
    select: { mentor: side, mentee: side },
    orderBy: { reference: 'asc' },
  });
  const people = pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]);
  await tx.outboxMessage.createMany({
    data: topics.flatMap(({ id, title, doneAt }) =>
      doneAt === null
        ? []
        : people.map(({ personId, email, name }) => ({
            id: newId(doneAt),
            organizationId,
            key: `topic:${id}:${personId}`,
            kind: 'topic',
            state: 'accepted',
            toAddress: email,
            toName: name,
            replyTo: '',
            subject: title,
            text: '',
            html: '',
            personId,
            notBefore: doneAt,
            createdAt: doneAt,
            settledAt: doneAt,
          })),
    ),
  });
}

/** The standard library for both programs, and a topic for the last months of a cycle and the one that comes. */
export async function createLibrary(ground: Ground, { children, technical, cycle, dates }: Filled): Promise<void> {
  const { tx, start, organizationId } = ground;
  for (const id of [children, technical])
    await tx.libraryActivity.createMany({ data: standardRows({ id, organizationId }, start) });
  const { endsAt } = datesFrom(start, dates);
  const days = TOPICS.map((_, index) => addDays(firstOfMonth(start, index - TOPICS.length + 1), 2));
  const coming = addDays(start, 9).toISOString().slice(0, 7) === start.toISOString().slice(0, 7);
  const next = coming && addDays(start, 9) < endsAt ? addDays(start, 9) : firstOfMonth(start, 1);
  const topics = TOPICS.map(([title, words], index) => {
    const last = index === TOPICS.length - 1;
    const sendOn = last ? next : (days[index] ?? start);
    return {
      id: newId(start),
      organizationId,
      cycleId: cycle.id,
      month: sendOn.toISOString().slice(0, 7),
      sendOn: new Date(sendOn.toISOString().slice(0, 10)),
      title,
      words,
      doneAt: last ? null : addDays(sendOn, 0.6),
      updatedAt: start,
    };
  });
  await tx.monthlyTopic.createMany({ data: topics });
  await createMails(ground, cycle, topics);
}
