import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import { enqueueJob } from '@/db/jobs';
import type { UserActor } from '@/domain/actor';
import { canMoveMessage, canReplace, messageStateOf } from '@/domain/message';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { moveEverything } from '@/features/applications/helping/moving/commands';
import { newId } from '@/lib/id';
import { findSuppressed } from '../addresses/queries';
import { listUncertain } from './queries';
import type { ResendInput, SettleAllInput, SettleInput } from './schema';

const columns = {
  id: true,
  organizationId: true,
  key: true,
  kind: true,
  state: true,
  toAddress: true,
  toName: true,
  subject: true,
  text: true,
  html: true,
  calendar: true,
  personId: true,
  releaseId: true,
  noticeId: true,
  replacedById: true,
} as const;

const place = { cycleId: true, cycle: { select: { programId: true } } } as const;

/** What a mail belongs to: a release or a mail to a group, of one cycle; null for every other mail. */
async function findCause(tx: Tx, { releaseId, noticeId }: { releaseId: string | null; noticeId: string | null }) {
  if (releaseId) {
    const release = await tx.release.findUnique({ where: { id: releaseId }, select: { ...place, paused: true } });
    return release && { ...release, stopped: false };
  }
  if (!noticeId) return null;
  const notice = await tx.notice.findUnique({ where: { id: noticeId }, select: { cycleId: true, state: true } });
  if (!notice) return null;
  const cycle = await tx.cycle.findUniqueOrThrow({ where: { id: notice.cycleId }, select: { programId: true } });
  return { cycleId: notice.cycleId, cycle, paused: false, stopped: notice.state === 'stopped' };
}

/** A letter of a release, or a mail to one of a group, for whoever may do something about it. @throws {Refusal} */
export async function getLetter(tx: Tx, actor: UserActor, messageId: string, now: Date) {
  const message = await tx.outboxMessage.findUnique({ where: { id: messageId }, select: columns });
  const cause = message && (await findCause(tx, message));
  if (!message || !cause) throw new Refusal('release.wrong_status');
  const { cycle, cycleId, paused, stopped } = cause;
  authorize(actor, 'delivery.mend', { programId: cycle.programId, personId: message.personId }, now);
  return { ...message, state: messageStateOf(message.state), cycleId, paused, stopped };
}
export type Letter = Awaited<ReturnType<typeof getLetter>>;

type Said = { letter: Letter; action: string; reason: string; detail?: Record<string, string | boolean> };

const record = (tx: Tx, actor: UserActor, { letter, action, reason, detail = {} }: Said, at: Date) =>
  recordEvent(tx, {
    actor,
    organizationId: letter.organizationId,
    cycleId: letter.cycleId,
    subjectType: 'message',
    subjectId: letter.id,
    action,
    reason,
    detail,
    at,
  });

/** @throws {Refusal} for words that are gone, or a mail to a group that was stopped */
function assertCanGo({ text, stopped }: Letter): void {
  if (text === '') throw new Refusal('delivery.too_old');
  if (stopped) throw new Refusal('delivery.stopped');
}

/**
 * The same letter as a mail of its own, whose key names the row before it: that row stays as it was and is followed by one at
 * most, whatever is pressed.
 */
export async function replaceLetter(tx: Tx, letter: Letter, toAddress: string, now: Date): Promise<string> {
  if (!canReplace(letter.state) || letter.replacedById !== null) throw new Refusal('release.wrong_status');
  assertCanGo(letter);
  const { organizationId, kind, toName, subject, text, html, calendar, personId, releaseId, noticeId } = letter;
  const id = newId(now);
  const { count } = await tx.outboxMessage.updateMany({
    where: { id: letter.id, state: letter.state, replacedById: null },
    data: { replacedById: id },
  });
  if (count === 0) throw new Refusal('release.wrong_status');
  const words = { kind, toName, subject, text, html, calendar, personId, releaseId, noticeId };
  const state = letter.paused ? 'held' : 'queued';
  await tx.outboxMessage.create({
    data: { id, organizationId, key: `again:${letter.id}`, ...words, toAddress, state, notBefore: now, createdAt: now },
  });
  await enqueueJob(tx, 'drain-outbox');
  return id;
}

/** @throws {Refusal} `delivery.suppressed` for an address to which nothing is sent */
export async function assertNotSuppressed(tx: Tx, organizationId: string, address: string): Promise<void> {
  if ((await findSuppressed(tx, organizationId, [address])).size > 0) throw new Refusal('delivery.suppressed');
}

/**
 * A letter that was refused, came back or stayed goes once more, if wanted to a corrected address. The person is known by that
 * address from then on, so that the next letter finds them.
 */
export async function resendLetter(actor: UserActor, input: ResendInput, now: Date): Promise<void> {
  const { messageId, address: to, reason } = input;
  await db
    .$transaction(async (tx) => {
      const letter = await getLetter(tx, actor, messageId, now);
      const { organizationId, personId, toAddress: from } = letter;
      await assertNotSuppressed(tx, organizationId, to);
      const known = personId ? await tx.person.findUnique({ where: { id: personId }, select: { email: true } }) : null;
      if (known && known.email === from && to !== from)
        await moveEverything(tx, { organizationId, personId, from, to }, now);
      else if (known && known.email !== to) throw new Refusal('delivery.other_address');
      await replaceLetter(tx, letter, to, now);
      await record(
        tx,
        actor,
        { letter, action: 'message.sent_again', reason, detail: { addressChanged: to !== from } },
        now,
      );
    })
    .catch(refuseOn('persons_organization_id_email_key', 'help.address_taken'));
}

type Verdict = { how: 'arrived' | 'again'; reason: string };

async function settleOne(tx: Tx, actor: UserActor, letter: Letter, { how, reason }: Verdict, now: Date) {
  const move = how === 'arrived' ? 'settle' : 'send_again';
  if (!canMoveMessage(letter.state, move)) throw new Refusal('release.wrong_status');
  if (how === 'again') assertCanGo(letter);
  const again = { state: letter.paused ? 'held' : 'queued', notBefore: now };
  const { count } = await tx.outboxMessage.updateMany({
    where: { id: letter.id, state: letter.state },
    data: how === 'arrived' ? { state: 'accepted', settledAt: now } : again,
  });
  if (count === 0) throw new Refusal('release.wrong_status');
  await record(
    tx,
    actor,
    { letter, action: how === 'arrived' ? 'message.arrived' : 'message.sent_again', reason },
    now,
  );
}

/** A person's word on a letter of which nobody can be sure: it arrived, or it is to go again. */
export async function settleUncertain(actor: UserActor, input: SettleInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const letter = await getLetter(tx, actor, input.messageId, now);
    await settleOne(tx, actor, letter, input, now);
    if (input.how === 'again') await enqueueJob(tx, 'drain-outbox');
  });
}

/** The same word on every letter of the cycle in doubt that is not closed to the person who says it. */
export async function settleAllUncertain(actor: UserActor, input: SettleAllInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const waiting = await listUncertain(tx, { cycleId: input.cycleId, closed: actor.closed });
    if (waiting.length !== input.seen) throw new Refusal('delivery.changed');
    for (const { id } of waiting) await settleOne(tx, actor, await getLetter(tx, actor, id, now), input, now);
    if (input.how === 'again') await enqueueJob(tx, 'drain-outbox');
  });
}
