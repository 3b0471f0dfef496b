import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import { enqueueJob } from '@/db/jobs';
import type { Actor, UserActor } from '@/domain/actor';
import { isReady } from '@/domain/letters/preflight';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { heldUntil, MOST_DAYS_AHEAD, RELEASE_STATES, releaseMoved, type ReleaseMove } from '@/domain/release';
import { momentIn } from '@/lib/days';
import { newId } from '@/lib/id';
import { z } from 'zod';
import { queueLetters } from '../queueing/commands';
import { getPreflight } from './queries';
import type { ReleaseStep, RequestRelease } from './schema';

const DAY_MS = 86_400_000;
const RELEASE_MINUTES = { maxWait: 10_000, timeout: 60_000 };

async function readyPreflight(tx: Tx, cycleId: string, now: Date, beginsAt: Date | null = null) {
  const found = await getPreflight(cycleId, now, tx, beginsAt);
  if (!isReady(found.points) || !found.draft.plan) throw new Refusal('release.not_ready');
  return { ...found, planId: found.draft.plan.planId };
}

/** @throws {Refusal} `release.begins` */
function readBegin(typed: string, timeZone: string, now: Date): Date | null {
  if (typed === '') return null;
  const at = momentIn(typed, timeZone);
  const last = now.getTime() + MOST_DAYS_AHEAD * DAY_MS;
  if (!at || at <= now || at.getTime() > last) throw new Refusal('release.begins');
  return at;
}

/** Asks for the release. Nothing is queued yet: a second person must confirm it. */
export async function requestRelease(
  actor: UserActor,
  { cycleId, letterCount, holdMinutes, beginsAt: typed }: RequestRelease,
  now: Date,
): Promise<string> {
  return db
    .$transaction(async (tx) => {
      const { draft, letters, planId } = await readyPreflight(tx, cycleId, now);
      const { organizationId, programId } = draft.cycle;
      authorize(actor, 'release.request', { programId }, now);
      if (letters.length === 0) throw new Refusal('release.no_news');
      if (letters.length !== letterCount)
        throw new Refusal(
          'release.not_ready',
          `There are ${letters.length} letters now, not ${letterCount}. Look again.`,
        );
      const beginsAt = readBegin(typed, draft.cycle.timeZone, now);
      const id = newId(now);
      await tx.release.create({
        data: {
          id,
          organizationId,
          cycleId,
          planId,
          letterCount,
          holdMinutes,
          beginsAt,
          requestedById: actor.userId,
          requestedAt: now,
        },
      });
      await recordEvent(tx, {
        actor,
        organizationId,
        cycleId,
        subjectType: 'release',
        subjectId: id,
        action: 'release.requested',
        detail: { letterCount, holdMinutes, ...(beginsAt ? { beginsAt: beginsAt.toISOString() } : {}) },
        at: now,
      });
      return id;
    }, RELEASE_MINUTES)
    .catch(refuseOn('release_once_at_a_time', 'release.wrong_status'));
}

const stepColumns = {
  id: true,
  organizationId: true,
  cycleId: true,
  planId: true,
  state: true,
  letterCount: true,
  holdMinutes: true,
  beginsAt: true,
  probes: true,
  requestedById: true,
  paused: true,
  version: true,
  confirmedById: true,
  confirmedAt: true,
  cycle: { select: { name: true, programId: true, confirmation: true, confirmDays: true } },
} as const;

/** The release, locked by its version: of two people who press at once, the second is told. */
export async function takeStep(
  tx: Tx,
  { releaseId, version }: ReleaseStep,
  data: {
    state?: string;
    paused?: boolean;
    confirmedById?: string;
    confirmedAt?: Date;
    holdUntil?: Date;
    stoppedById?: string;
    stoppedAt?: Date;
  },
) {
  const { count } = await tx.release.updateMany({
    where: { id: releaseId, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal('release.wrong_status');
}

export async function getRelease(tx: Tx, releaseId: string) {
  const release = await tx.release.findUnique({ where: { id: releaseId }, select: stepColumns });
  if (!release) throw new Refusal('release.wrong_status');
  return { ...release, state: z.enum(RELEASE_STATES).parse(release.state) };
}
export type ReleaseRow = Awaited<ReturnType<typeof getRelease>>;

export const recordStep = (
  tx: Tx,
  actor: Actor,
  { id, organizationId, cycleId }: ReleaseRow,
  move: ReleaseMove | 'pause' | 'continue',
  at: Date,
) =>
  recordEvent(tx, {
    actor,
    organizationId,
    cycleId,
    subjectType: 'release',
    subjectId: id,
    action: `release.${move}`,
    at,
  });

/**
 * The second person's yes: every letter is written and queued, held until the hold has passed. Outcomes, letters and mail
 * are one transaction: all of them, or none.
 */
export async function confirmRelease(actor: UserActor, step: ReleaseStep, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const release = await getRelease(tx, step.releaseId);
    authorize(actor, 'release.confirm', { programId: release.cycle.programId }, now);
    const state = releaseMoved(release.state, 'confirm');
    if (release.requestedById === actor.userId) throw new Refusal('release.second_person');
    const { beginsAt } = release;
    const holdUntil = heldUntil(now, release.holdMinutes, beginsAt);
    // Decisions in flight finish first; later ones find the cycle announced.
    await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${release.cycleId}::uuid FOR UPDATE`;
    await takeStep(tx, step, { state, confirmedById: actor.userId, confirmedAt: now, holdUntil });
    const ready = await readyPreflight(tx, release.cycleId, now, beginsAt);
    if (ready.letters.length !== release.letterCount || ready.planId !== release.planId)
      throw new Refusal('release.not_ready', 'Something changed since it was asked for. Stop it and ask again.');
    await queueLetters(tx, { releaseId: release.id, draft: ready.draft, holdUntil }, now);
    await recordStep(tx, actor, release, 'confirm', now);
  }, RELEASE_MINUTES);
}

/** Before the first letter goes: nobody is told anything, and a new release can be asked for. */
export async function stopRelease(actor: UserActor, step: ReleaseStep, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const release = await getRelease(tx, step.releaseId);
    authorize(actor, 'release.stop', { programId: release.cycle.programId }, now);
    await takeStep(tx, step, { state: releaseMoved(release.state, 'stop'), stoppedById: actor.userId, stoppedAt: now });
    await tx.outboxMessage.updateMany({
      where: { releaseId: release.id, state: 'held' },
      data: { state: 'stopped', settledAt: now },
    });
    await recordStep(tx, actor, release, 'stop', now);
  });
}

/** While letters go out: what was accepted stays accepted, the rest waits. */
export async function pauseRelease(actor: UserActor, step: ReleaseStep, paused: boolean, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const release = await getRelease(tx, step.releaseId);
    authorize(actor, 'release.stop', { programId: release.cycle.programId }, now);
    if (release.state !== 'sending' || release.paused === paused) throw new Refusal('release.wrong_status');
    await takeStep(tx, step, { paused });
    const [from, to] = paused ? [['queued', 'deferred'], 'held'] : [['held'], 'queued'];
    await tx.outboxMessage.updateMany({
      where: { releaseId: release.id, state: { in: from } },
      data: { state: to, notBefore: now },
    });
    if (!paused) await enqueueJob(tx, 'drain-outbox');
    await recordStep(tx, actor, release, paused ? 'pause' : 'continue', now);
  });
}
