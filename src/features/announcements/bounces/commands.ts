import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { isForGood } from '@/domain/bounce';
import { canMoveMessage, messageStateOf } from '@/domain/message';
import { authorize } from '@/domain/permissions';
import { readBounce, type Bounce } from '@/mail/bounce';
import { suppressAddress } from '@/mail/suppression';

/**
 * `bounced` and `noted` (late, but still on its way) changed something; `known` did not. `later`: the letter is being sent at
 * this very moment. `unread`: no report, or not about a mail of ours.
 */
export type Taken = 'bounced' | 'noted' | 'known' | 'later' | 'unread';

const columns = {
  id: true,
  organizationId: true,
  kind: true,
  state: true,
  toAddress: true,
  releaseId: true,
  noticeId: true,
  lastReply: true,
} as const;

type Message = NonNullable<Awaited<ReturnType<typeof findMessage>>>;
const findMessage = (tx: Tx, id: string) => tx.outboxMessage.findUnique({ where: { id }, select: columns });

async function noteDelay(tx: Tx, { id, state, lastReply: before }: Message, { words }: Bounce): Promise<Taken> {
  const lastReply = `Late, and tried again by the mail server: ${words}`.slice(0, 300);
  if (state !== 'accepted' || lastReply === before) return 'known';
  const { count } = await tx.outboxMessage.updateMany({ where: { id, state }, data: { lastReply } });
  return count > 0 ? 'noted' : 'later';
}

/** The cycle of the release or the mail to a group; other mails are of none. */
async function cycleOf(tx: Tx, { releaseId, noticeId }: Message): Promise<string | null> {
  const select = { cycleId: true } as const;
  if (releaseId) return (await tx.release.findUnique({ where: { id: releaseId }, select }))?.cycleId ?? null;
  return noticeId ? ((await tx.notice.findUnique({ where: { id: noticeId }, select }))?.cycleId ?? null) : null;
}

async function comeBack(tx: Tx, actor: Actor, { message, bounce, now }: Returned): Promise<Taken> {
  const { id, organizationId } = message;
  const data = { state: 'bounced', lastReply: bounce.words, settledAt: now };
  const { count } = await tx.outboxMessage.updateMany({ where: { id, state: message.state }, data });
  if (count === 0) return 'later';
  if (isForGood(bounce)) await suppressAddress(tx, message, bounce.words, now);
  const cycleId = await cycleOf(tx, message);
  const about = { organizationId, cycleId, subjectType: 'message', subjectId: id };
  await recordEvent(tx, { actor, ...about, action: 'message.bounced', detail: { status: bounce.status }, at: now });
  return 'bounced';
}
type Returned = { message: Message; bounce: Bounce; now: Date };

/** Takes a mail that came back, as the mail server wrote it. The same one twice changes nothing. */
export async function takeBounce(actor: Actor, raw: Uint8Array, now: Date): Promise<Taken> {
  authorize(actor, 'bounce.take', {}, now);
  const bounce = await readBounce(raw);
  if (!bounce) return 'unread';
  return db.$transaction(async (tx) => {
    const message = await findMessage(tx, bounce.messageId);
    if (!message) return 'unread';
    if (message.state === 'sending') return 'later';
    if (bounce.action === 'delayed') return noteDelay(tx, message, bounce);
    const comesBack = bounce.action === 'failed' && canMoveMessage(messageStateOf(message.state), 'bounce');
    return comesBack ? comeBack(tx, actor, { message, bounce, now }) : 'known';
  });
}
