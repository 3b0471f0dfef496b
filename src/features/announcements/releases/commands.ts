import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import { enqueueJob } from '@/db/jobs';
import type { UserActor } from '@/domain/actor';
import { isReady } from '@/domain/letters/preflight';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { MOST_DAYS_AHEAD, releaseMoved } from '@/domain/release';
import { momentIn } from '@/lib/days';
import { newId } from '@/lib/id';
import { getRelease, recordStep, stop, takeStep } from '../steps/commands';
import { getPreflight } from './queries';
import type { ReleaseStep, RequestRelease } from './schema';

const DAY_MS = 86_400_000;
const RELEASE_MINUTES = { maxWait: 10_000, timeout: 60_000 };

async function readyPreflight(tx: Tx, cycleId: string, now: Date) {
  const found = await getPreflight(cycleId, now, tx);
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

/** The second person's yes. The worker writes the letters, which takes seconds in which others are answered; then they are held. */
export async function confirmRelease(actor: UserActor, step: ReleaseStep, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const release = await getRelease(tx, step.releaseId);
    authorize(actor, 'release.confirm', { programId: release.cycle.programId }, now);
    const state = releaseMoved(release.state, 'confirm');
    if (release.requestedById === actor.userId) throw new Refusal('release.second_person');
    // Decisions in flight finish first; later ones find the release confirmed.
    await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${release.cycleId}::uuid FOR UPDATE`;
    await takeStep(tx, step, { state, confirmedById: actor.userId, confirmedAt: now });
    await recordStep(tx, actor, release, 'confirm', now);
    await enqueueJob(tx, 'release-held');
  });
}

/** Before the first letter goes: nobody is told anything, and a new release can be asked for. */
export async function stopRelease(actor: UserActor, step: ReleaseStep, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const release = await getRelease(tx, step.releaseId);
    authorize(actor, 'release.stop', { programId: release.cycle.programId }, now);
    await stop(tx, step, { state: release.state, reason: 'person', byId: actor.userId }, now);
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
