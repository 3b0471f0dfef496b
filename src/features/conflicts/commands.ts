import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import type { AboutMeInput, DeclareInput, SettleInput } from './schema';

type Verdict = {
  organizationId: string;
  userId: string;
  personId: string;
  state: 'in_force' | 'none';
  source: 'declared' | 'found';
  reason: string;
};

/** What a fenced member wrote about somebody counts no more: it stays as an abstention. */
async function takeBack(tx: Tx, { userId, personId }: Verdict, now: Date): Promise<void> {
  await tx.review.updateMany({
    where: { reviewerId: userId, application: { personId } },
    data: {
      abstained: true,
      ratings: {},
      verdict: null,
      comment: '',
      forApplicant: '',
      savedAt: now,
      version: { increment: 1 },
    },
  });
  await tx.discussionComment.updateMany({
    where: { authorId: userId, application: { personId }, removedAt: null },
    data: { body: '', removedAt: now, version: { increment: 1 } },
  });
}

async function keep(tx: Tx, actor: UserActor, verdict: Verdict, now: Date): Promise<void> {
  const { userId, personId, source, ...rest } = verdict;
  const settled = { ...rest, settledById: actor.userId, settledAt: now };
  await tx.conflict.upsert({
    where: { userId_personId: { userId, personId } },
    create: { id: newId(now), userId, personId, source, ...settled },
    update: { state: rest.state, reason: rest.reason, settledById: actor.userId, settledAt: now },
  });
  if (rest.state === 'in_force') await takeBack(tx, verdict, now);
  await recordEvent(tx, {
    actor,
    organizationId: verdict.organizationId,
    subjectType: 'user',
    subjectId: userId,
    action: rest.state === 'in_force' ? 'conflict.in_force' : 'conflict.none',
    reason: rest.reason,
    detail: { personId, source },
    at: now,
  });
}

/** A member says that they must not judge an applicant: from then on they see nothing of them. It holds at once. */
export async function declareConflict(
  actor: UserActor,
  { applicationId, reason }: DeclareInput,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const row = await tx.application.findUnique({
      where: { id: applicationId },
      select: { personId: true, state: true, organizationId: true, cycle: { select: { programId: true } } },
    });
    if (!row?.personId || row.state === 'draft') throw new Refusal('actor.forbidden');
    const { personId, organizationId } = row;
    authorize(actor, 'application.read', { programId: row.cycle.programId, personId }, now);
    const verdict = { organizationId, userId: actor.userId, personId, reason };
    await keep(tx, actor, { ...verdict, state: 'in_force', source: 'declared' }, now);
  });
}

/**
 * Chair or staff say whether there is a conflict. Nobody settles their own, nor one with somebody who is closed to them.
 *
 * @throws {Refusal} `conflict.own`
 */
export async function settleConflict(
  actor: UserActor,
  { cycleId, userId, personId, state, reason }: SettleInput,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { organizationId, programId } = await tx.cycle.findUniqueOrThrow({
      where: { id: cycleId },
      select: { organizationId: true, programId: true },
    });
    authorize(actor, 'conflict.settle', { programId, personId }, now);
    if (userId === actor.userId) throw new Refusal('conflict.own');
    const member = await tx.user.count({ where: { id: userId, grants: { some: { programId } } } });
    const person = await tx.application.count({ where: { cycleId, personId, state: { not: 'draft' } } });
    if (member === 0 || person === 0 || isClosedTo(actor, personId)) throw new Refusal('actor.forbidden');
    await keep(tx, actor, { organizationId, userId, personId, state, source: 'found', reason }, now);
  });
}

/** Keeps what a member says of themselves; conflicts are found from it. */
export async function saveAboutMe(actor: UserActor, { employer, names }: AboutMeInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { organizationId } = await tx.user.update({
      where: { id: actor.userId },
      data: { employer, conflictNames: names },
      select: { organizationId: true },
    });
    const event = { subjectType: 'user', subjectId: actor.userId, action: 'user.about_changed', at: now };
    await recordEvent(tx, { actor, organizationId, ...event });
  });
}
