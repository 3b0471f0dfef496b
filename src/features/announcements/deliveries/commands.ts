import { db } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import { enqueueJob } from '@/db/jobs';
import type { UserActor } from '@/domain/actor';
import { canMoveMessage, MESSAGE_STATES, type MessageMove } from '@/domain/message';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { z } from 'zod';
import type { MendInput } from './schema';

/**
 * A person's word on a letter nobody can be sure of, or one that was refused: it arrived after all, or it is to go again,
 * if wanted to a corrected address. The address is corrected for the person too, so that the next letter finds them.
 */
export async function mendDelivery(actor: UserActor, { messageId, how, address }: MendInput, now: Date): Promise<void> {
  await db
    .$transaction(async (tx) => {
      const message = await tx.outboxMessage.findUnique({
        where: { id: messageId },
        select: { state: true, organizationId: true, personId: true, toAddress: true, releaseId: true, text: true },
      });
      const release = message?.releaseId
        ? await tx.release.findUnique({
            where: { id: message.releaseId },
            select: { cycleId: true, cycle: { select: { programId: true } } },
          })
        : null;
      if (!message || !release) throw new Refusal('release.wrong_status');
      authorize(actor, 'delivery.mend', { programId: release.cycle.programId }, now);
      const move: MessageMove = how === 'arrived' ? 'settle' : 'send_again';
      const state = z.enum(MESSAGE_STATES).parse(message.state);
      if (!canMoveMessage(state, move)) throw new Refusal('release.wrong_status');
      if (how === 'again' && message.text === '') throw new Refusal('delivery.too_old');
      const toAddress = address ?? message.toAddress;
      const data =
        how === 'arrived'
          ? { state: 'accepted', settledAt: now }
          : { state: 'queued', toAddress, notBefore: now, settledAt: null };
      const { count } = await tx.outboxMessage.updateMany({ where: { id: messageId, state }, data });
      if (count === 0) throw new Refusal('release.wrong_status');
      if (toAddress !== message.toAddress && message.personId)
        await tx.person.update({ where: { id: message.personId }, data: { email: toAddress, emailProvenAt: null } });
      if (how === 'again') await enqueueJob(tx, 'drain-outbox');
      const detail = { how, addressChanged: toAddress !== message.toAddress };
      await recordEvent(tx, {
        actor,
        organizationId: message.organizationId,
        cycleId: release.cycleId,
        subjectType: 'message',
        subjectId: messageId,
        action: 'message.mended',
        detail,
        at: now,
      });
    })
    .catch(refuseOn('persons_organization_id_email_key', 'help.address_taken'));
}
