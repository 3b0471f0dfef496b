import type { Tx } from '@/db/client';
import { newId } from '@/lib/id';

/**
 * Mail about funding leaves no trace where others look: that an address refused it would say that there was one. The last mail
 * to somebody who erased everything leaves none at all.
 */
const WITHOUT_TRACE = ['funding', 'erased'];

type Refused = { id: string; organizationId: string; kind: string; toAddress: string };

/** From now on nothing is sent to the address of this mail but codes that somebody asks for. Said twice, it counts once. */
export async function suppressAddress(tx: Tx, message: Refused, reply: string, now: Date): Promise<void> {
  const { id, organizationId, kind, toAddress: address } = message;
  if (address === '' || WITHOUT_TRACE.includes(kind)) return;
  await tx.suppression.createMany({
    data: [{ id: newId(now), organizationId, address, reply: reply.slice(0, 300), messageId: id, since: now }],
    skipDuplicates: true,
  });
}
