import { z } from 'zod';
import type { Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { Refusal } from '@/domain/refusal';
import { RELEASE_STATES, releaseMoved, type ReleaseMove, type ReleaseState, type StopReason } from '@/domain/release';
import type { ReleaseStep } from '../releases/schema';

/** For jobs: somebody else took this step at the same moment. */
export const unlessBeaten = (error: unknown): false => {
  if (error instanceof Refusal && error.code === 'release.wrong_status') return false;
  throw error;
};

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
    stopReason?: StopReason;
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

type Stop = { state: ReleaseState; reason: StopReason; byId?: string };

/** Nothing that was held goes. */
export async function stop(tx: Tx, step: ReleaseStep, { state, reason, byId }: Stop, now: Date): Promise<void> {
  const by = byId === undefined ? {} : { stoppedById: byId };
  await takeStep(tx, step, { state: releaseMoved(state, 'stop'), stopReason: reason, stoppedAt: now, ...by });
  await tx.outboxMessage.updateMany({
    where: { releaseId: step.releaseId, state: 'held' },
    data: { state: 'stopped', settledAt: now },
  });
}

/** Because nobody may be told what the release would tell. */
export async function stopByItself(
  tx: Tx,
  actor: Actor,
  release: ReleaseRow,
  { reason, now }: { reason: StopReason; now: Date },
) {
  const { id: releaseId, version, state } = release;
  await stop(tx, { releaseId, version }, { state, reason }, now);
  await recordStep(tx, actor, release, 'stop', now);
}
