import { db, type Tx } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { dayOf } from '@/domain/dates';
import { eventFault, eventStand, isMoved } from '@/domain/event';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { endOfDay, momentIn } from '@/lib/days';
import { newId } from '@/lib/id';
import { countComing, givePlaces, lockEvent, noteEvent } from '../commands';
import { listEventPeople } from '../people/queries';
import { findEvent, type CycleEvent } from '../queries';
import { tellOfEvent, type Dice } from '../telling/commands';
import type { EventStep, SaveEventInput } from './schema';

/** The moments of a form, in the cycle's zone. On the day of the event people answer until it begins. */
function timesOf({ startsAt: typed, answerOn }: SaveEventInput, timeZone: string) {
  const startsAt = momentIn(typed, timeZone);
  if (!startsAt) throw new Refusal('event.past');
  return { startsAt, answerBy: answerOn === dayOf(startsAt, timeZone) ? startsAt : endOfDay(answerOn, timeZone) };
}

function valuesOf(input: SaveEventInput, timeZone: string) {
  const { title, kind, minutes, audience, link, place, capacity = null, arranged, recording, note } = input;
  const said = { title, kind, minutes, audience, link, place, capacity, arranged, recording, note };
  return { ...said, ...timesOf(input, timeZone) };
}

const findCycle = (tx: Tx, id: string) =>
  tx.cycle.findUniqueOrThrow({
    where: { id },
    select: { id: true, organizationId: true, programId: true, timeZone: true },
  });
type Cycle = Awaited<ReturnType<typeof findCycle>>;

async function makeEvent(
  tx: Tx,
  actor: UserActor,
  { input, cycle }: { input: SaveEventInput; cycle: Cycle },
  at: Date,
) {
  const values = valuesOf(input, cycle.timeZone);
  const fault = eventFault(values, { before: null, coming: 0 }, at);
  if (fault) throw new Refusal(fault);
  const id = newId(at);
  const { organizationId, id: cycleId } = cycle;
  await tx.cycleEvent.create({
    data: { id, organizationId, cycleId, ...values, createdById: actor.userId, createdAt: at },
  });
  const event = await lockEvent(tx, id);
  await noteEvent(tx, event, { actor, action: 'event.made', detail: { title: values.title }, at });
  return id;
}

/** Everybody who said yes hears what changed, and those in line with them. */
async function tellComing(tx: Tx, event: CycleEvent, news: 'moved' | 'cancelled', dice: Dice): Promise<number> {
  const replies = await tx.eventReply.findMany({
    where: { eventId: event.id, state: { in: ['yes', 'waiting'] } },
    select: { personId: true, state: true },
  });
  const states = new Map(replies.map(({ personId, state }) => [personId, state]));
  let told = 0;
  for (const person of await listEventPeople(tx, event, dice.now)) {
    const state = states.get(person.personId);
    if (!state) continue;
    const telling = { event, person, news, cause: String(event.sequence), hasPlace: state === 'yes' };
    if (await tellOfEvent(tx, telling, dice)) told += 1;
  }
  return told;
}

async function changeEvent(tx: Tx, actor: UserActor, input: SaveEventInput, dice: Dice): Promise<string> {
  const { now } = dice;
  const before = await lockEvent(tx, input.eventId);
  if (before.version !== input.version) throw new Refusal('event.changed');
  if (before.cancelledAt) throw new Refusal('event.cancelled');
  const values = valuesOf(input, before.cycle.timeZone);
  const fault = eventFault(values, { before, coming: await countComing(tx, before.id) }, now);
  if (fault) throw new Refusal(fault);
  const moved = isMoved(before, values);
  const shown = moved || before.title !== values.title;
  await tx.cycleEvent.update({
    where: { id: before.id },
    data: { ...values, version: { increment: 1 }, ...(shown ? { sequence: { increment: 1 } } : {}) },
  });
  const event = await lockEvent(tx, before.id);
  const told = moved && values.startsAt > now ? await tellComing(tx, event, 'moved', dice) : 0;
  await noteEvent(tx, event, { actor, action: 'event.changed', detail: { moved, told }, at: now });
  if (eventStand(event, now) === 'open') await givePlaces(tx, event, actor, dice);
  return event.id;
}

/**
 * Makes an event or changes one. With another time or place everybody who said yes is written to, once.
 *
 * @returns its id
 * @throws {Refusal} `event.past`, `event.answer_late`, `event.answer_past`, `event.capacity`, `event.changed`, `event.cancelled`
 */
export async function saveEvent(actor: UserActor, input: SaveEventInput, dice: Dice): Promise<string> {
  return db.$transaction(async (tx) => {
    const cycle = await findCycle(tx, input.cycleId);
    authorize(actor, 'event.edit', { programId: cycle.programId }, dice.now);
    if (input.eventId === '') return makeEvent(tx, actor, { input, cycle }, dice.now);
    const known = await findEvent(tx, input.eventId);
    if (known?.cycleId !== cycle.id) throw new Refusal('actor.forbidden');
    return changeEvent(tx, actor, input, dice);
  });
}

/** The event of a step, locked, for who may edit it. */
async function takeEvent(tx: Tx, actor: UserActor, eventId: string, now: Date): Promise<CycleEvent> {
  const event = await lockEvent(tx, eventId);
  authorize(actor, 'event.edit', { programId: event.cycle.programId }, now);
  if (event.cancelledAt) throw new Refusal('event.cancelled');
  if (now >= event.startsAt) throw new Refusal('event.over');
  return event;
}

/** Calls an event off: it stays in calendars as cancelled, and everybody who said yes is written to. */
export async function cancelEvent(actor: UserActor, { eventId, version }: EventStep, dice: Dice): Promise<void> {
  const { now } = dice;
  await db.$transaction(async (tx) => {
    const before = await takeEvent(tx, actor, eventId, now);
    if (before.version !== version) throw new Refusal('event.changed');
    const data = { cancelledAt: now, sequence: { increment: 1 }, version: { increment: 1 } };
    await tx.cycleEvent.update({ where: { id: eventId }, data });
    const event = await lockEvent(tx, eventId);
    const told = await tellComing(tx, event, 'cancelled', dice);
    await noteEvent(tx, event, { actor, action: 'event.cancelled', detail: { told }, at: now });
  });
}
