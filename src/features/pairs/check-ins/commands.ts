import { db } from '@/db/client';
import type { DatedCheckIn } from '@/domain/check-in';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { lockPair, notePair, writerOf, type Own } from '../home/commands';
import { openFromCheckIn } from '../tasks/commands';
import type { CheckInInput } from './schema';

type Answering = { checkIn: DatedCheckIn; input: CheckInInput };

/**
 * Keeps what one of the two answers; a later answer takes the place of an earlier one. What somebody has to look at becomes a
 * task at once.
 *
 * @throws {Refusal} `pair.not_now`, also before the day of the check-in
 */
export async function answerCheckIn(pair: Own, { checkIn, input }: Answering, now: Date): Promise<void> {
  const actor = writerOf(pair, now);
  if (pair.phase !== 'at_work' || now < checkIn.at) throw new Refusal('pair.not_now');
  const { id: matchId, organizationId, side } = pair;
  await db.$transaction(async (tx) => {
    await lockPair(tx, pair);
    const values = { ...input, answeredAt: now };
    await tx.pairCheckIn.upsert({
      where: { matchId_side_key: { matchId, side, key: checkIn.key } },
      create: { id: newId(now), organizationId, matchId, side, key: checkIn.key, ...values },
      update: values,
    });
    await notePair(tx, pair, { actor, action: 'pair.checked_in', at: now });
    await openFromCheckIn(tx, { actor, pair, checkIn }, now);
  });
}
