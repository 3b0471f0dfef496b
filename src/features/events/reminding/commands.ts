import { db } from '@/db/client';
import type { Actor } from '@/domain/actor';
import { dueEventReminders } from '@/domain/event';
import { authorize } from '@/domain/permissions';
import { givePlaces, lockEvent } from '../commands';
import { listEventPeople } from '../people/queries';
import { asEvent, type CycleEvent } from '../queries';
import { tellOfEvent, type Dice } from '../telling/commands';
import { listComing, listSoon, listWaitedFor } from './queries';

type Reply = { personId: string; answeredAt: Date };

async function remind(event: CycleEvent, replies: readonly Reply[], dice: Dice): Promise<number> {
  const when = { startsAt: event.startsAt, timeZone: event.cycle.timeZone };
  const people = new Map((await listEventPeople(db, event, dice.now)).map((one) => [one.personId, one]));
  let sent = 0;
  for (const { personId, answeredAt } of replies) {
    const person = people.get(personId);
    if (!person) continue;
    for (const { key } of dueEventReminders(when, answeredAt, dice.now)) {
      // An event that was moved is another day to be reminded of.
      const cause = `${key}:${event.startsAt.getTime()}`;
      const telling = { event, person, news: 'reminder' as const, cause, hasPlace: true };
      if (await db.$transaction((tx) => tellOfEvent(tx, telling, dice))) sent += 1;
    }
  }
  return sent;
}

/** Whoever has left the pairs and the committee needs no place any more. */
async function freePlacesOf(event: CycleEvent, now: Date): Promise<void> {
  const here = (await listEventPeople(db, event, now)).map(({ personId }) => personId);
  await db.eventReply.updateMany({
    where: { eventId: event.id, state: { in: ['yes', 'waiting'] }, personId: { notIn: here } },
    data: { state: 'no', inLineAt: null },
  });
}

/** Reminds those who said yes on the day before, and gives places that came free. Safe to run as often as one likes. */
export async function tendEvents(actor: Actor, dice: Dice): Promise<{ reminded: number; placed: number }> {
  authorize(actor, 'reminder.send', {}, dice.now);
  let [reminded, placed] = [0, 0];
  for (const row of await listComing(dice.now)) await freePlacesOf(asEvent(row), dice.now);
  for (const { id } of await listWaitedFor(dice.now))
    placed += await db.$transaction(async (tx) => givePlaces(tx, await lockEvent(tx, id), actor, dice));
  for (const { event, replies } of await listSoon(dice.now)) reminded += await remind(event, replies, dice);
  return { reminded, placed };
}
