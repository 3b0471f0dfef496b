import { db, type Tx } from '@/db/client';
import type { Actor } from '@/domain/actor';
import { eventStand, replyFor, type EventStand, type ReplyState } from '@/domain/event';
import { authorize } from '@/domain/permissions';
import { Refusal, type RefusalCode } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { countComing, givePlaces, lockEvent, noteEvent } from '../commands';
import { isFor, listEventPeople } from '../people/queries';
import { placeInLine, type CycleEvent } from '../queries';
import { replyState } from '../schema';
import type { Dice } from '../telling/commands';
import type { ReplyInput } from './schema';

const REFUSED: Record<Exclude<EventStand, 'open'>, RefusalCode> = {
  cancelled: 'event.cancelled',
  over: 'event.over',
  closed: 'event.closed',
};

const OWN = { id: true, state: true, inLineAt: true } as const;
const ownReply = (tx: Tx, eventId: string, personId: string) =>
  tx.eventReply.findUnique({ where: { eventId_personId: { eventId, personId } }, select: OWN });

/** What a yes becomes: who has a place keeps it, who waits goes on waiting, and nobody overtakes those in line. */
async function stateAfter(tx: Tx, event: CycleEvent, before: ReplyState): Promise<ReplyState> {
  if (before === 'yes' || before === 'waiting') return before;
  const waiting = await tx.eventReply.count({ where: { eventId: event.id, state: 'waiting' } });
  return waiting > 0 && event.capacity !== null ? 'waiting' : replyFor(event.capacity, await countComing(tx, event.id));
}

/** Behind everybody who is in line, also where clocks or presses meet in one moment. */
async function endOfLine(tx: Tx, eventId: string, now: Date): Promise<Date> {
  const { _max } = await tx.eventReply.aggregate({ where: { eventId, state: 'waiting' }, _max: { inLineAt: true } });
  return new Date(Math.max(now.getTime(), (_max.inLineAt?.getTime() ?? 0) + 1));
}

type Answering = { eventId: string; personId: string; input: ReplyInput };

/**
 * Keeps a yes or a no. Over capacity a yes is a place in line; a no frees a place for the first in it. Of two who press at once
 * for the last place one gets it, because the event is locked while either is answered.
 *
 * @returns what the answer became, and the place in line: 0 for who is not in it
 * @throws {Refusal} `event.cancelled`, `event.over`, `event.closed`, `event.not_invited`
 */
export async function answerEvent({ eventId, personId, input }: Answering, dice: Dice) {
  const { now } = dice;
  const actor: Actor = { kind: 'participant', personId };
  authorize(actor, 'event.answer', { personId }, now);
  return db.$transaction(async (tx) => {
    const event = await lockEvent(tx, eventId);
    const stand = eventStand(event, now);
    if (stand !== 'open') throw new Refusal(REFUSED[stand]);
    const [me] = await listEventPeople(tx, event, now, personId);
    if (!me || !isFor(event, me)) throw new Refusal('event.not_invited');
    const before = await ownReply(tx, eventId, personId);
    const stood = replyState.parse(before?.state ?? 'none');
    const state = input.answer === 'no' ? 'no' : await stateAfter(tx, event, stood);
    const inLineAt = state === 'waiting' ? (before?.inLineAt ?? (await endOfLine(tx, eventId, now))) : null;
    const values = { state, inLineAt, arrange: input.arrange, answeredAt: now };
    const { organizationId } = event;
    await tx.eventReply.upsert({
      where: { eventId_personId: { eventId, personId } },
      create: { id: newId(now), organizationId, eventId, personId, ...values },
      update: values,
    });
    await noteEvent(tx, event, { actor, action: 'event.answered', detail: { state }, at: now });
    await givePlaces(tx, event, actor, dice);
    const after = await ownReply(tx, eventId, personId);
    return { state: replyState.parse(after?.state), line: after ? await placeInLine(tx, eventId, after) : 0 };
  });
}

/** Answers of somebody who is one with somebody else; where both answered, the kept person's stands. */
export async function moveReplies(tx: Tx, { keep, other }: { keep: string; other: string }): Promise<void> {
  await tx.$executeRaw`UPDATE event_replies r SET person_id = ${keep}::uuid WHERE r.person_id = ${other}::uuid
    AND NOT EXISTS (SELECT FROM event_replies k WHERE k.person_id = ${keep}::uuid AND k.event_id = r.event_id)`;
  await tx.eventReply.updateMany({
    where: { personId: other },
    data: { state: 'no', inLineAt: null, arrange: '', came: null },
  });
  await tx.calendarFeed.deleteMany({ where: { personId: other } });
}
