import { db } from '@/db/client';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { eventStand } from '@/domain/event';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { lockEvent, noteEvent } from '../commands';
import type { EventStep } from '../desk/schema';
import { tellOfEvent, type Dice } from '../telling/commands';
import { listToInvite } from './queries';

/**
 * Mails an invitation to everybody who is invited and has none, once each. Whoever joins later is invited with the next press;
 * pairs that rest are left in peace, and see the event when they look.
 *
 * @returns how many were written to, but for those who are closed to this user
 * @throws {Refusal} `event.cancelled`, `event.closed`, `event.nobody_to_invite`
 */
export async function inviteAll(actor: UserActor, { eventId }: EventStep, dice: Dice): Promise<number> {
  const { now } = dice;
  return db.$transaction(
    async (tx) => {
      const event = await lockEvent(tx, eventId);
      authorize(actor, 'event.edit', { programId: event.cycle.programId }, now);
      const stand = eventStand(event, now);
      if (stand !== 'open') throw new Refusal(stand === 'cancelled' ? 'event.cancelled' : 'event.closed');
      const told: string[] = [];
      for (const person of await listToInvite(tx, event, now))
        if (await tellOfEvent(tx, { event, person, news: 'invited', cause: '', hasPlace: false }, dice))
          told.push(person.personId);
      if (told.length === 0) throw new Refusal('event.nobody_to_invite');
      await noteEvent(tx, event, { actor, action: 'event.invited', detail: { count: told.length }, at: now });
      return told.filter((personId) => !isClosedTo(actor, personId)).length;
    },
    { timeout: 60_000 },
  );
}
