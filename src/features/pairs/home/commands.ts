import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { isWritable } from '@/domain/pair';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import type { Pair } from './queries';
import type { AgreementInput } from './schema';

export type Own = Pick<Pair, 'id' | 'organizationId' | 'cycleId' | 'personId' | 'side' | 'phase'>;

/** Who writes for a pair: one of its two people. @throws {Refusal} `actor.forbidden`, `pair.not_now` */
export function writerOf(pair: Own, now: Date): Actor {
  const actor: Actor = { kind: 'participant', personId: pair.personId };
  authorize(actor, 'pair.keep', { personId: pair.personId }, now);
  if (!isWritable(pair.phase)) throw new Refusal('pair.not_now');
  return actor;
}

/** The pair, locked as it stands: whoever puts it on hold or ends it comes before or after. @throws {Refusal} `pair.not_now` */
export async function lockPair(tx: Tx, { id }: Own): Promise<void> {
  const rows = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM matches WHERE id = ${id}::uuid FOR UPDATE`;
  if (!['confirmed', 'active'].includes(rows[0]?.state ?? '')) throw new Refusal('pair.not_now');
}

/** That something of a pair was written: who and when, never the words. */
export const notePair = (
  tx: Tx,
  pair: Pick<Own, 'id' | 'organizationId' | 'cycleId'>,
  note: { actor: Actor; action: string; at: Date },
): Promise<void> =>
  recordEvent(tx, {
    organizationId: pair.organizationId,
    cycleId: pair.cycleId,
    subjectType: 'match',
    subjectId: pair.id,
    ...note,
  });

/**
 * Keeps how often and how the two are in contact. Either may change it.
 *
 * @throws {Refusal} `pair.changed` when the other saved meanwhile, `pair.not_now`
 */
export async function saveAgreement(pair: Own, input: AgreementInput, now: Date): Promise<void> {
  const actor = writerOf(pair, now);
  const { frequency, modes, version } = input;
  const values = { frequency, modes, savedBy: pair.side, savedAt: now };
  await db.$transaction(async (tx) => {
    await lockPair(tx, pair);
    const before = await tx.pairAgreement.findUnique({ where: { matchId: pair.id }, select: { version: true } });
    if ((before?.version ?? 0) !== version) throw new Refusal('pair.changed');
    await tx.pairAgreement.upsert({
      where: { matchId: pair.id },
      create: { matchId: pair.id, organizationId: pair.organizationId, ...values },
      update: { ...values, version: { increment: 1 } },
    });
    await notePair(tx, pair, { actor, action: 'pair.agreed', at: now });
  });
}
