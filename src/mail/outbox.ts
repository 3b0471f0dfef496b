import { enqueueJob } from '@/db/jobs';
import { db, type Tx } from '@/db/client';
import { newId } from '@/lib/id';
import type { MessageText } from './compose';

export type NewMessage = MessageText & {
  organizationId: string;
  /** Names the cause: a second message under the same key is never made. */
  key: string;
  kind: string;
  to: { address: string; name?: string };
  personId?: string | null;
  releaseId?: string | null;
  /** Dates that go along as a calendar file. */
  calendar?: string;
  /** Takes a POST of a mail program whose reader wants no more of these (RFC 8058). Only reminders can be left. */
  unsubscribeUrl?: string;
  /** A held message waits for its release's hold to pass. */
  held?: boolean;
};

/** Queues a mail in the transaction that causes it. Returns whether this key was new. */
export async function enqueue(tx: Tx, message: NewMessage, now: Date): Promise<boolean> {
  const { count } = await tx.outboxMessage.createMany({
    data: [
      {
        id: newId(now),
        organizationId: message.organizationId,
        key: message.key,
        kind: message.kind,
        state: message.held ? 'held' : 'queued',
        toAddress: message.to.address,
        toName: message.to.name ?? '',
        replyTo: message.replyTo,
        subject: message.subject,
        text: message.text,
        html: message.html,
        calendar: message.calendar ?? '',
        unsubscribeUrl: message.unsubscribeUrl ?? '',
        personId: message.personId ?? null,
        releaseId: message.releaseId ?? null,
        notBefore: now,
        createdAt: now,
      },
    ],
    skipDuplicates: true,
  });
  if (count > 0 && !message.held) await enqueueJob(tx, 'drain-outbox');
  return count > 0;
}

/** The keys of those of these mails that were made before. */
export async function listMade(keys: readonly string[], tx: Tx = db): Promise<Set<string>> {
  const rows = await tx.outboxMessage.findMany({ where: { key: { in: [...keys] } }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}
