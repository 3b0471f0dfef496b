import type { Tx } from '@/db/client';
import { listMade } from '@/mail/outbox';
import { isFor, listEventPeople, type EventPerson } from '../people/queries';
import type { CycleEvent } from '../queries';

/** Who is invited, has no invitation by mail and has not answered; pairs that rest are left in peace. */
export async function listToInvite(tx: Tx, event: CycleEvent, now: Date): Promise<EventPerson[]> {
  const people = (await listEventPeople(tx, event, now)).filter((one) => isFor(event, one) && !one.resting);
  const keyOf = ({ personId }: EventPerson) => `event-invited:${event.id}:${personId}:`;
  const mailed = await listMade(people.map(keyOf), tx);
  const answered = await tx.eventReply.findMany({ where: { eventId: event.id }, select: { personId: true } });
  const have = new Set(answered.map(({ personId }) => personId));
  return people.filter((one) => !mailed.has(keyOf(one)) && !have.has(one.personId));
}
