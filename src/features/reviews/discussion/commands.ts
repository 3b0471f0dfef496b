import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { mayRemove, mayReword, readsDiscussion } from '@/domain/discussion';
import { authorize, may } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import type { MarkInput, ReadInput, RemoveInput, RewordInput, WriteInput } from './schema';

/** The application, if the actor may talk about it: to who judges it opens after their own review. */
async function getFor(tx: Tx, actor: UserActor, id: string, now: Date) {
  const row = await tx.application.findUnique({
    where: { id },
    select: {
      id: true,
      organizationId: true,
      cycleId: true,
      personId: true,
      state: true,
      version: true,
      discussSince: true,
      cycle: { select: { programId: true } },
      reviews: { where: { reviewerId: actor.userId }, select: { id: true } },
    },
  });
  if (!row || row.state === 'draft' || isClosedTo(actor, row.personId)) throw new Refusal('actor.forbidden');
  const subject = { programId: row.cycle.programId, personId: row.personId };
  authorize(actor, 'application.read', subject, now);
  const powers = {
    reviews: may(actor, 'review.write', subject, now),
    decides: may(actor, 'decision.stage', subject, now),
  };
  return { ...row, subject, isOpen: readsDiscussion(powers, row.reviews.length > 0) };
}
type Found = Awaited<ReturnType<typeof getFor>>;

const tell = (
  tx: Tx,
  actor: UserActor,
  { organizationId, cycleId, id }: Found,
  event: { action: string; reason?: string; at: Date },
) => recordEvent(tx, { actor, organizationId, cycleId, subjectType: 'application', subjectId: id, ...event });

async function keepRead(tx: Tx, { organizationId, id: applicationId }: Found, userId: string, readUntil: Date) {
  await tx.$executeRaw`
    INSERT INTO discussion_reads (organization_id, application_id, user_id, read_until)
    VALUES (${organizationId}::uuid, ${applicationId}::uuid, ${userId}::uuid, ${readUntil})
    ON CONFLICT (application_id, user_id)
      DO UPDATE SET read_until = greatest(discussion_reads.read_until, excluded.read_until)`;
}

/** Writes to the committee about an application. What was there before counts as read. */
export async function writeComment(actor: UserActor, { applicationId, body }: WriteInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const found = await getFor(tx, actor, applicationId, now);
    authorize(actor, 'discussion.write', found.subject, now);
    if (!found.isOpen) throw new Refusal('discussion.after_review');
    const { organizationId } = found;
    await tx.discussionComment.create({
      data: { id: newId(now), organizationId, applicationId, authorId: actor.userId, body, writtenAt: now },
    });
    await keepRead(tx, found, actor.userId, now);
    await tell(tx, actor, found, { action: 'discussion.written', at: now });
  });
}

/** The actor's own comment. @throws {Refusal} `discussion.changed` when it was reworded or removed in another tab */
async function getOwn(tx: Tx, actor: UserActor, { id, version }: { id: string; version: number }, now: Date) {
  const comment = await tx.discussionComment.findFirst({
    where: { id, authorId: actor.userId },
    select: { applicationId: true, authorId: true, writtenAt: true, removedAt: true, version: true },
  });
  if (!comment) throw new Refusal('actor.forbidden');
  const found = await getFor(tx, actor, comment.applicationId, now);
  authorize(actor, 'discussion.write', found.subject, now);
  if (comment.version !== version || comment.removedAt) throw new Refusal('discussion.changed');
  return { comment, found };
}

async function change(tx: Tx, { id, version }: { id: string; version: number }, data: object): Promise<void> {
  const { count } = await tx.discussionComment.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal('discussion.changed');
}

/** Rewords an own comment, as long as it is fresh. */
export async function rewordComment(actor: UserActor, { body, ...which }: RewordInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { comment, found } = await getOwn(tx, actor, which, now);
    if (!mayReword(comment, actor.userId, now)) throw new Refusal('discussion.too_old');
    await change(tx, which, { body, editedAt: now });
    await tell(tx, actor, found, { action: 'discussion.reworded', at: now });
  });
}

/** Takes an own comment back: its place stays, its words go. */
export async function removeComment(actor: UserActor, which: RemoveInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { comment, found } = await getOwn(tx, actor, which, now);
    if (!mayRemove(comment, actor.userId)) throw new Refusal('discussion.changed');
    await change(tx, which, { body: '', removedAt: now });
    await tell(tx, actor, found, { action: 'discussion.removed', at: now });
  });
}

/** Marks an application for discussion, or takes the mark away, with the reason. */
export async function markForDiscussion(actor: UserActor, input: MarkInput, now: Date): Promise<void> {
  const { applicationId, version, on, reason } = input;
  await db.$transaction(async (tx) => {
    const found = await getFor(tx, actor, applicationId, now);
    authorize(actor, 'discussion.write', found.subject, now);
    const isOn = on === 'yes';
    const { count } = await tx.application.updateMany({
      where: { id: applicationId, version, state: { not: 'withdrawn' }, discussSince: isOn ? null : { not: null } },
      data: {
        discussSince: isOn ? now : null,
        discussReason: isOn ? reason : '',
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new Refusal('decision.wrong_status');
    const action = isOn ? 'application.discuss' : 'application.discussed';
    await tell(tx, actor, found, { action, reason, at: now });
  });
}

/** The member has read what was written up to then. */
export async function markRead(actor: UserActor, { applicationId, until }: ReadInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const found = await getFor(tx, actor, applicationId, now);
    if (!found.isOpen) throw new Refusal('discussion.after_review');
    await keepRead(tx, found, actor.userId, new Date(Math.min(until, now.getTime())));
  });
}
