import { db } from '@/db/client';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { may } from '@/domain/permissions';
import { listToInvite } from '../inviting/queries';
import { isFor, listEventPeople, type EventPerson } from '../people/queries';
import { asEvent, eventColumns, type CycleEvent } from '../queries';
import { replyState } from '../schema';

export type Viewing = { viewer: UserActor; now: Date };

type Counted = { state: string; came: boolean | null };
/** How many come, wait and came, of those that are not closed to whoever looks. */
const countsOf = (replies: readonly Counted[]) => ({
  coming: replies.filter(({ state }) => state === 'yes').length,
  waiting: replies.filter(({ state }) => state === 'waiting').length,
  came: replies.filter(({ came }) => came === true).length,
});

/** The events of a cycle, those to come first. */
export async function listEvents(cycleId: string, { viewer, now }: Viewing) {
  const rows = await db.cycleEvent.findMany({
    where: { cycleId },
    select: {
      ...eventColumns,
      replies: { where: { personId: { notIn: [...viewer.closed] } }, select: { state: true, came: true } },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  const events = rows.map(({ replies, ...row }) => ({ ...asEvent(row), ...countsOf(replies) }));
  const isComing = ({ startsAt }: { startsAt: Date }) => startsAt > now;
  return [...events.filter(isComing), ...events.filter((event) => !isComing(event)).toReversed()];
}
export type EventRow = Awaited<ReturnType<typeof listEvents>>[number];

const LEFT: EventPerson['roles'] = [];

/** Answers by person; whoever answered and is in no pair any more is listed too. */
async function readReplies(eventId: string, { viewer }: Viewing) {
  return db.eventReply.findMany({
    where: { eventId, personId: { notIn: [...viewer.closed] } },
    select: {
      personId: true,
      state: true,
      arrange: true,
      inLineAt: true,
      came: true,
      id: true,
      person: { select: { name: true, email: true } },
    },
    orderBy: [{ inLineAt: 'asc' }, { id: 'asc' }],
  });
}
type Reply = Awaited<ReturnType<typeof readReplies>>[number];

function attendeeOf(person: Pick<EventPerson, 'personId' | 'name' | 'roles'>, reply: Reply | undefined, line: number) {
  const { personId, name, roles } = person;
  const state = replyState.parse(reply?.state ?? 'none');
  return { personId, name, roles, state, line, arrange: reply?.arrange ?? '', came: reply?.came ?? null };
}

const ORDER = { yes: 0, waiting: 1, none: 2, no: 3 } as const;

/** Everybody who is invited or answered, who comes first; people closed to the viewer are in no list and no count. */
export async function listAttendees(event: CycleEvent, viewing: Viewing) {
  const { viewer, now } = viewing;
  const [people, replies] = await Promise.all([listEventPeople(db, event, now), readReplies(event.id, viewing)]);
  const byPerson = new Map(replies.map((reply) => [reply.personId, reply]));
  const line = replies.filter(({ state }) => state === 'waiting').map(({ personId }) => personId);
  const open = people.filter((one) => !isClosedTo(viewer, one.personId));
  const invited = open.filter((one) => isFor(event, one) || byPerson.has(one.personId));
  const present = new Set(invited.map(({ personId }) => personId));
  const left = replies.flatMap(({ personId, person }) =>
    present.has(personId)
      ? []
      : [
          {
            personId,
            roles: LEFT,
            name: person.email.startsWith('forgotten:') ? 'Forgotten' : person.name || person.email,
          },
        ],
  );
  const all = [...invited, ...left].map((person) =>
    attendeeOf(person, byPerson.get(person.personId), line.indexOf(person.personId) + 1),
  );
  return all.toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || a.line - b.line);
}
export type Attendee = Awaited<ReturnType<typeof listAttendees>>[number];

/** One event of a cycle for who may see it, with everybody's answer; null for another cycle's. */
export async function findEventFor(cycle: { id: string; programId: string }, id: string, viewing: Viewing) {
  const { viewer, now } = viewing;
  const row = await db.cycleEvent.findFirst({ where: { id, cycleId: cycle.id }, select: eventColumns });
  if (!row) return null;
  const event = asEvent(row);
  const attendees = await listAttendees(event, viewing);
  const uninvited = (await listToInvite(db, event, now)).filter(({ personId }) => !isClosedTo(viewer, personId));
  const edits = may(viewer, 'event.edit', { programId: cycle.programId }, now);
  return {
    ...event,
    ...countsOf(attendees),
    edits,
    uninvited: uninvited.length,
    /** What to arrange is for staff and who holds the event alone. */
    attendees: edits ? attendees : attendees.map((one) => ({ ...one, arrange: '' })),
  };
}
export type DeskEvent = NonNullable<Awaited<ReturnType<typeof findEventFor>>>;
