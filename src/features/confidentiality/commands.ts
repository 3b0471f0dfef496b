import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { enqueueJob } from '@/db/jobs';
import type { UserActor } from '@/domain/actor';
import { identityInWords } from '@/domain/forms/identity';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { newCopyKey, openCopy } from '@/vault/copies';
import type { BreakGlassInput } from './schema';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Written for every step; the reason stands with it. */
const record = (tx: Tx, actor: UserActor, copy: Copy, action: string, at: Date) =>
  recordEvent(tx, {
    actor,
    organizationId: copy.organizationId,
    cycleId: copy.cycleId,
    subjectType: 'application',
    subjectId: copy.applicationId,
    action: `break_glass.${action}`,
    reason: copy.reason,
    at,
  });

type Copy = {
  organizationId: string;
  cycleId: string;
  applicationId: string;
  personId: string;
  programId: string;
  reason: string;
};

/**
 * Asks to open one record. Nothing is opened before a second person agrees.
 *
 * @returns the request's id, and the one-time secret for the asking browser's cookie
 */
export async function askToBreakGlass(actor: UserActor, { cycleId, reference, reason }: BreakGlassInput, now: Date) {
  const { publicKey, secret } = newCopyKey();
  const copyId = newId(now);
  await db.$transaction(async (tx) => {
    const application = await tx.application.findFirst({
      where: { cycleId, reference },
      select: {
        id: true,
        organizationId: true,
        personId: true,
        cycle: { select: { programId: true, keyId: true } },
      },
    });
    const { programId = '', keyId = null } = application?.cycle ?? {};
    authorize(actor, 'break_glass.use', { programId, personId: application?.personId ?? null }, now);
    if (!application?.personId || keyId === null) throw new Refusal('copy.wrong_status');
    const { id: applicationId, organizationId, personId } = application;
    await tx.sealedCopy.create({
      data: {
        id: copyId,
        organizationId,
        kind: 'break_glass',
        personId,
        applicationIds: [applicationId],
        reason,
        requestedById: actor.userId,
        publicKey,
        askedAt: now,
        expiresAt: new Date(now.getTime() + DAY_MS),
      },
    });
    await record(tx, actor, { organizationId, cycleId, applicationId, personId, programId, reason }, 'asked', now);
  });
  return { copyId, copySecret: secret };
}

/** Locks a request and tells what it is about. @throws {Refusal} `copy.wrong_status` */
async function lockCopy(tx: Tx, copyId: string, state: string, now: Date) {
  await tx.$queryRaw`SELECT id FROM sealed_copies WHERE id = ${copyId}::uuid FOR UPDATE`;
  const copy = await tx.sealedCopy.findFirst({
    where: { id: copyId, kind: 'break_glass', state, expiresAt: { gt: now } },
    select: {
      id: true,
      organizationId: true,
      personId: true,
      applicationIds: true,
      reason: true,
      requestedById: true,
      sealed: true,
    },
  });
  const [applicationId = ''] = copy?.applicationIds ?? [];
  const application =
    copy &&
    (await tx.application.findUnique({
      where: { id: applicationId },
      select: { cycleId: true, cycle: { select: { programId: true } } },
    }));
  if (!copy || !application) throw new Refusal(state === 'made' ? 'copy.gone' : 'copy.wrong_status');
  return { ...copy, applicationId, cycleId: application.cycleId, programId: application.cycle.programId };
}

/** The second person's yes: the worker opens the record, writes to the person, and an hour begins. */
export async function agreeToBreakGlass(actor: UserActor, copyId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const copy = await lockCopy(tx, copyId, 'asked', now);
    authorize(actor, 'break_glass.use', copy, now);
    if (copy.requestedById === actor.userId) throw new Refusal('copy.second_person');
    await tx.sealedCopy.update({
      where: { id: copyId },
      data: { state: 'confirmed', confirmedById: actor.userId, expiresAt: new Date(now.getTime() + HOUR_MS) },
    });
    await record(tx, actor, copy, 'agreed', now);
    await enqueueJob(tx, 'make-sealed-copy', { copyId }, `make-sealed-copy:${copyId}`);
  });
}

type Line = { label: string; words: string };

/** Shows the opened record to the person who asked, in the browser that asked, once. @throws {Refusal} `copy.gone` */
export async function readBrokenGlass(
  actor: UserActor,
  { copyId, copySecret }: { copyId: string; copySecret: string },
  now: Date,
): Promise<Line[]> {
  return db.$transaction(async (tx) => {
    const copy = await lockCopy(tx, copyId, 'made', now);
    authorize(actor, 'break_glass.use', copy, now);
    const opened = copy.requestedById === actor.userId && copy.sealed ? openCopy(copy.sealed, copySecret, copy) : null;
    if (!opened) throw new Refusal('copy.gone');
    await tx.sealedCopy.update({ where: { id: copyId }, data: { state: 'shown', sealed: null, shownAt: now } });
    await record(tx, actor, copy, 'read', now);
    const answers = opened[copy.applicationId];
    return answers ? identityInWords(answers) : [{ label: 'Confidential answers', words: 'Nothing is kept.' }];
  });
}
