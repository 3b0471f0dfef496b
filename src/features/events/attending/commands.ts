import { db, type Tx } from '@/db/client';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { authorize, may } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { lockEvent, noteEvent } from '../commands';
import { listEventPeople } from '../people/queries';
import type { CycleEvent } from '../queries';
import type { MarkInput } from './schema';

/** The event, locked, once it has begun. @throws {Refusal} `event.not_begun`, `event.cancelled` */
async function takeHeld(tx: Tx, actor: UserActor, eventId: string, now: Date): Promise<CycleEvent> {
  const event = await lockEvent(tx, eventId);
  authorize(actor, 'event.edit', { programId: event.cycle.programId }, now);
  if (event.cancelledAt) throw new Refusal('event.cancelled');
  if (now < event.startsAt) throw new Refusal('event.not_begun');
  return event;
}

type Mark = { event: CycleEvent; personIds: readonly string[]; came: boolean };

/** Keeps for these people whether they came; who never answered gets a line of their own. */
async function mark(tx: Tx, { event, personIds, came }: Mark, now: Date): Promise<void> {
  const { id: eventId, organizationId } = event;
  const known = new Set((await listEventPeople(tx, event, now)).map(({ personId }) => personId));
  for (const personId of personIds) {
    const { count } = await tx.eventReply.updateMany({ where: { eventId, personId }, data: { came } });
    if (count > 0 || !known.has(personId)) continue;
    const values = { state: 'none', answeredAt: now, came };
    await tx.eventReply.create({ data: { id: newId(now), organizationId, eventId, personId, ...values } });
  }
}

/**
 * Keeps who came. Only ticks that changed since the page was drawn are written, so that two who tick at the door lose nothing.
 *
 * @throws {Refusal} `actor.forbidden` for somebody who is closed to this user, `event.not_begun`, `event.cancelled`
 */
export async function markCame(actor: UserActor, { eventId, before, came }: MarkInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const event = await takeHeld(tx, actor, eventId, now);
    const { programId } = event.cycle;
    const on = came.filter((id) => !before.includes(id));
    const off = before.filter((id) => !came.includes(id));
    for (const personId of [...on, ...off])
      if (!may(actor, 'event.mark', { programId, personId }, now)) throw new Refusal('actor.forbidden');
    await mark(tx, { event, personIds: on, came: true }, now);
    await mark(tx, { event, personIds: off, came: false }, now);
    const detail = { came: on.length, not: off.length };
    await noteEvent(tx, event, { actor, action: 'event.attendance', detail, at: now });
  });
}

/** Ticks everybody who said yes, but for those who are closed to this user. @returns how many */
export async function markAllCame(actor: UserActor, { eventId }: { eventId: string }, now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const event = await takeHeld(tx, actor, eventId, now);
    const replies = await tx.eventReply.findMany({ where: { eventId, state: 'yes' }, select: { personId: true } });
    const personIds = replies.map(({ personId }) => personId).filter((id) => !isClosedTo(actor, id));
    await mark(tx, { event, personIds, came: true }, now);
    const detail = { came: personIds.length, not: 0 };
    await noteEvent(tx, event, { actor, action: 'event.attendance', detail, at: now });
    return personIds.length;
  });
}

/** Says in the history that the list was taken as a file, and how many lines it had. */
export async function noteList(actor: UserActor, { eventId, count }: { eventId: string; count: number }, now: Date) {
  await db.$transaction(async (tx) => {
    const event = await lockEvent(tx, eventId);
    authorize(actor, 'event.edit', { programId: event.cycle.programId }, now);
    await noteEvent(tx, event, { actor, action: 'event.list_taken', detail: { count }, at: now });
  });
}
