import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { newId } from '@/lib/id';
import { NOW } from './factories';

/** A letter that came back, what staff said of it, and of the address. */
export async function loseLetter(actor: UserActor, organizationId: string, applicationId: string): Promise<void> {
  const { personId, email: address } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
  const [messageId, suppressionId] = [newId(NOW), newId(NOW)];
  const words = {
    toAddress: address,
    subject: 'marmalade',
    text: 'marmalade',
    html: '',
    lastReply: `550 <${address}>`,
  };
  const row = { id: messageId, organizationId, key: 'outcome:x', kind: 'outcome', state: 'bounced', personId };
  await db.outboxMessage.create({ data: { ...row, ...words, notBefore: NOW, createdAt: NOW } });
  await db.suppression.create({
    data: { id: suppressionId, organizationId, address, reply: `550 <${address}>`, messageId, since: NOW },
  });
  const told = { actor, organizationId, reason: 'tangerine', at: NOW };
  await recordEvent(db, { ...told, subjectType: 'message', subjectId: messageId, action: 'message.arrived' });
  await recordEvent(db, {
    ...told,
    subjectType: 'suppression',
    subjectId: suppressionId,
    action: 'suppression.lifted',
  });
}
