import { db } from '@/db/client';
import { dayAt } from '@/domain/pair';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { lockPair, notePair, writerOf, type Own } from '../home/commands';
import type { MeetingInput } from './schema';

/** More lines than two people write in a year. */
const MOST_MEETINGS = 400;

/** Writes down that two were in contact. @throws {Refusal} `pair.not_now`, `pair.log_full` */
export async function logMeeting(pair: Own, { day, mode, minutes }: MeetingInput, now: Date): Promise<void> {
  const actor = writerOf(pair, now);
  const { id: matchId, organizationId, side } = pair;
  await db.$transaction(async (tx) => {
    await lockPair(tx, pair);
    if ((await tx.pairMeeting.count({ where: { matchId } })) >= MOST_MEETINGS) throw new Refusal('pair.log_full');
    const met = { day: dayAt(day), mode, minutes, writtenBy: side, writtenAt: now };
    await tx.pairMeeting.create({ data: { id: newId(now), organizationId, matchId, ...met } });
    await notePair(tx, pair, { actor, action: 'pair.met', at: now });
  });
}

/** Takes back a line that this person wrote; another's stays. A second press finds it gone. */
export async function takeBackMeeting(pair: Own, meetingId: string, now: Date): Promise<void> {
  const actor = writerOf(pair, now);
  await db.$transaction(async (tx) => {
    await lockPair(tx, pair);
    const own = { id: meetingId, matchId: pair.id, writtenBy: pair.side };
    const { count } = await tx.pairMeeting.deleteMany({ where: own });
    if (count > 0) await notePair(tx, pair, { actor, action: 'pair.meeting_taken_back', at: now });
  });
}
