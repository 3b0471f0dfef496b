import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import { enqueueJob } from '@/db/jobs';
import type { UserActor } from '@/domain/actor';
import { formatTime, zoneName } from '@/domain/dates';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { hasPendingMembership } from '@/features/eligibility/queries';
import { newId } from '@/lib/id';
import { weightsSchema } from '../inputs/schema';
import type { RunInput } from './schema';

const HOUR_MS = 3_600_000;
/** More runs in an hour would let small changes be compared, and wishes be guessed from them. */
const RUNS_PER_HOUR = 6;

type CycleRow = { id: string; timeZone: string };

async function assertNotTooMany(tx: Tx, { id, timeZone }: CycleRow, now: Date): Promise<void> {
  const recent = await tx.matchRun.findMany({
    where: { cycleId: id, state: { in: ['running', 'done'] }, queuedAt: { gt: new Date(now.getTime() - HOUR_MS) } },
    select: { queuedAt: true },
    orderBy: { queuedAt: 'desc' },
    take: RUNS_PER_HOUR,
  });
  const earliest = recent[RUNS_PER_HOUR - 1];
  if (!earliest) return;
  const next = new Date(earliest.queuedAt.getTime() + HOUR_MS + 60_000);
  throw new Refusal(
    'matching.too_often',
    `The next is possible at ${formatTime(next, timeZone)} ${zoneName(next, timeZone)}.`,
  );
}

/** Queues a run of the matcher for the worker. @returns the run's id */
export async function requestRun(actor: UserActor, { cycleId, options }: RunInput, now: Date): Promise<string> {
  return db
    .$transaction(async (tx) => {
      const cycle = await tx.cycle.findUnique({
        where: { id: cycleId },
        select: { id: true, organizationId: true, programId: true, code: true, weights: true, timeZone: true },
      });
      if (!cycle) throw new Refusal('actor.forbidden');
      authorize(actor, 'matching.run', { programId: cycle.programId }, now);
      await assertNotTooMany(tx, cycle, now);
      if (await hasPendingMembership(cycle, now)) throw new Refusal('funding.pending');
      const id = newId(now);
      const { organizationId } = cycle;
      await tx.matchRun.create({
        data: {
          id,
          organizationId,
          cycleId,
          options,
          weights: weightsSchema.parse(cycle.weights),
          seed: cycle.code,
          requestedById: actor.userId,
          queuedAt: now,
        },
      });
      await enqueueJob(tx, 'run-matching', { runId: id }, `run-matching:${id}`);
      await recordEvent(tx, {
        actor,
        organizationId,
        cycleId,
        subjectType: 'match_run',
        subjectId: id,
        action: 'matching.requested',
        detail: options,
        at: now,
      });
      return id;
    })
    .catch(refuseOn('run_once_at_a_time', 'matching.already_running'));
}

/** Stops a run that waits or works. What it has found by then is thrown away. */
export async function cancelRun(actor: UserActor, { runId }: { runId: string }, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const run = await tx.matchRun.findUnique({
      where: { id: runId },
      select: { organizationId: true, cycleId: true, cycle: { select: { programId: true } } },
    });
    if (!run) throw new Refusal('actor.forbidden');
    authorize(actor, 'matching.run', { programId: run.cycle.programId }, now);
    const { count } = await tx.matchRun.updateMany({
      where: { id: runId, state: { in: ['queued', 'running'] } },
      data: { state: 'cancelled', bound: null, finishedAt: now },
    });
    if (count === 0) throw new Refusal('matching.run_over');
    const { organizationId, cycleId } = run;
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'match_run',
      subjectId: runId,
      action: 'matching.cancelled',
      at: now,
    });
  });
}
