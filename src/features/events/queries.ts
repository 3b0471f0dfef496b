import { z } from 'zod';
import { db, type Prisma, type Tx } from '@/db/client';
import { COMMITTEE } from '@/domain/actor';
import { AUDIENCES, EVENT_KINDS } from '@/domain/event';
import { TOLD } from '@/domain/match';
import { signedColumns } from '@/mail/compose';
import { isFor, listEventPeople, type EventPerson } from './people/queries';

/** Everything of an event that a page or a mail of it says. */
export const eventColumns = {
  id: true,
  organizationId: true,
  cycleId: true,
  kind: true,
  title: true,
  startsAt: true,
  minutes: true,
  audience: true,
  link: true,
  place: true,
  capacity: true,
  answerBy: true,
  arranged: true,
  recording: true,
  note: true,
  cancelledAt: true,
  sequence: true,
  version: true,
  cycle: {
    select: {
      code: true,
      name: true,
      timeZone: true,
      programId: true,
      program: { select: { slug: true, languages: true, ...signedColumns } },
    },
  },
} satisfies Prisma.CycleEventSelect;
type Row = Prisma.CycleEventGetPayload<{ select: typeof eventColumns }>;

const known = z.object({ kind: z.enum(EVENT_KINDS), audience: z.array(z.enum(AUDIENCES)) });
export const asEvent = (row: Row) => ({ ...row, ...known.parse(row) });
export type CycleEvent = ReturnType<typeof asEvent>;

/** An event, for whoever was let in to its cycle before; null when there is none. */
export async function findEvent(tx: Tx, id: string): Promise<CycleEvent | null> {
  const row = await tx.cycleEvent.findUnique({ where: { id }, select: eventColumns });
  return row && asEvent(row);
}

/** Whether events, activities and topics of the cycle are this person's to see: as one of a pair, or in the committee. */
async function listCyclesOf(personId: string, now: Date): Promise<string[]> {
  const paired = await db.match.findMany({
    where: { state: { in: [...TOLD] }, OR: [{ mentor: { personId } }, { mentee: { personId } }] },
    select: { cycleId: true },
    distinct: ['cycleId'],
  });
  const granted = await db.cycle.findMany({
    where: {
      events: { some: { audience: { has: 'committee' } } },
      program: {
        grants: {
          some: {
            user: { personId },
            role: { in: [...COMMITTEE] },
            OR: [{ until: null }, { until: { gt: now } }],
          },
        },
      },
    },
    select: { id: true },
  });
  return [...new Set([...paired.map(({ cycleId }) => cycleId), ...granted.map(({ id }) => id)])];
}

const replyColumns = { id: true, state: true, arrange: true, answeredAt: true, inLineAt: true, came: true } as const;

/** The events that a person is invited to, the next first and then those that are over, newest first. */
export async function listOwnEvents(personId: string, now: Date, onlyCycleId?: string) {
  const cycleIds = onlyCycleId === undefined ? await listCyclesOf(personId, now) : [onlyCycleId];
  const rows = await db.cycleEvent.findMany({
    where: { cycleId: { in: cycleIds } },
    select: { ...eventColumns, replies: { where: { personId }, select: replyColumns } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  const people = new Map<string, EventPerson | undefined>();
  for (const row of rows)
    if (!people.has(row.cycleId)) people.set(row.cycleId, (await listEventPeople(db, row, now, personId))[0]);
  const own = rows.flatMap(({ replies, ...row }) => {
    const [event, me] = [asEvent(row), people.get(row.cycleId)];
    return me && isFor(event, me) ? [{ ...event, reply: replies[0] ?? null }] : [];
  });
  const isComing = ({ startsAt }: { startsAt: Date }) => startsAt > now;
  return [...own.filter(isComing), ...own.filter((event) => !isComing(event)).toReversed()];
}
export type OwnEvent = Awaited<ReturnType<typeof listOwnEvents>>[number];

/** An event as one invited person sees it, with their answer and place in line; null for everybody else. */
export async function findInvitation(personId: string, eventId: string, now: Date) {
  const event = await findEvent(db, eventId);
  const [me] = event ? await listEventPeople(db, event, now, personId) : [];
  if (!event || !me || !isFor(event, me)) return null;
  const reply = await db.eventReply.findUnique({
    where: { eventId_personId: { eventId, personId } },
    select: replyColumns,
  });
  return { event, me, reply, line: reply ? await placeInLine(db, eventId, reply) : 0 };
}
export type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** 1 for the first of the waitlist; 0 for who is not on it. */
export async function placeInLine(tx: Tx, eventId: string, reply: { id: string; inLineAt: Date | null }) {
  if (!reply.inLineAt) return 0;
  const before = { OR: [{ inLineAt: { lt: reply.inLineAt } }, { inLineAt: reply.inLineAt, id: { lte: reply.id } }] };
  return tx.eventReply.count({ where: { eventId, state: 'waiting', ...before } });
}

/** `${person} ${cycle}` → for how long somebody was at events of a cycle, by how long these took. */
export async function attendedMinutes(personIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.eventReply.findMany({
    where: { personId: { in: [...personIds] }, came: true, event: { cancelledAt: null } },
    select: { personId: true, event: { select: { cycleId: true, minutes: true } } },
  });
  const sums = new Map<string, number>();
  for (const { personId, event } of rows) {
    const key = `${personId} ${event.cycleId}`;
    sums.set(key, (sums.get(key) ?? 0) + event.minutes);
  }
  return sums;
}

/** Where these people were, for the page of a pair and the copy of somebody. */
export const listAttended = (personIds: readonly string[], cycleId?: string) =>
  db.eventReply.findMany({
    where: {
      personId: { in: [...personIds] },
      came: true,
      ...(cycleId === undefined ? {} : { event: { cycleId } }),
    },
    select: { personId: true, event: { select: { title: true, startsAt: true } } },
    orderBy: [{ event: { startsAt: 'asc' } }, { id: 'asc' }],
  });
