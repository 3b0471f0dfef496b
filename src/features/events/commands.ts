import type { Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { freePlaces } from '@/domain/event';
import { Refusal } from '@/domain/refusal';
import { listEventPeople } from './people/queries';
import { findEvent, type CycleEvent } from './queries';
import { tellOfEvent, type Dice } from './telling/commands';

/** The event, locked: whoever answers, edits or cancels comes before or after. @throws {Refusal} `actor.forbidden` */
export async function lockEvent(tx: Tx, id: string): Promise<CycleEvent> {
  await tx.$queryRaw`SELECT id FROM cycle_events WHERE id = ${id}::uuid FOR UPDATE`;
  const event = await findEvent(tx, id);
  if (!event) throw new Refusal('actor.forbidden');
  return event;
}

export const countComing = (tx: Tx, eventId: string): Promise<number> =>
  tx.eventReply.count({ where: { eventId, state: 'yes' } });

type Note = { actor: Actor; action: string; detail?: Parameters<typeof recordEvent>[1]['detail']; at: Date };

export const noteEvent = (tx: Tx, event: CycleEvent, { detail, ...note }: Note): Promise<void> =>
  recordEvent(tx, {
    organizationId: event.organizationId,
    cycleId: event.cycleId,
    subjectType: 'event',
    subjectId: event.id,
    ...note,
    ...(detail ? { detail } : {}),
  });

/**
 * Gives free places to those who wait, in their order, each with one mail. The event is locked before. Whoever is in no pair
 * any more loses their turn.
 *
 * @returns how many got one
 */
export async function givePlaces(tx: Tx, event: CycleEvent, actor: Actor, dice: Dice): Promise<number> {
  const { now } = dice;
  const waiting = await tx.eventReply.findMany({
    where: { eventId: event.id, state: 'waiting' },
    select: { id: true, personId: true, inLineAt: true },
    orderBy: [{ inLineAt: 'asc' }, { id: 'asc' }],
  });
  let free = freePlaces(event.capacity, await countComing(tx, event.id), waiting.length);
  let given = 0;
  for (const { id, personId, inLineAt } of waiting) {
    if (free === 0) break;
    const [person] = await listEventPeople(tx, event, now, personId);
    await tx.eventReply.update({ where: { id }, data: { state: person ? 'yes' : 'no', inLineAt: null } });
    if (!person) continue;
    const cause = String(inLineAt?.getTime() ?? 0);
    await tellOfEvent(tx, { event, person, news: 'place', cause, hasPlace: true }, dice);
    await noteEvent(tx, event, { actor, action: 'event.place_given', at: now });
    free -= 1;
    given += 1;
  }
  return given;
}
