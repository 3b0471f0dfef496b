import { db, type Tx } from '@/db/client';
import type { Actor } from '@/domain/actor';
import { isReady } from '@/domain/letters/preflight';
import { Refusal } from '@/domain/refusal';
import { heldUntil, releaseMoved, type StopReason } from '@/domain/release';
import { queueLetters } from '../queueing/commands';
import { getRelease, recordStep, stopByItself, unlessBeaten, type ReleaseRow } from '../steps/commands';
import { getPreflight, type Preflight } from '../releases/queries';

/** Ten thousand letters take seconds; on a machine that is busy with others, minutes. */
const LONGEST = { maxWait: 10_000, timeout: 600_000 };

/** One writer a release; Stop and the pages that read it wait for nobody. */
async function isOurs(tx: Tx, releaseId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ ours: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`write:${releaseId}`}, 0)) AS ours`;
  return row?.ours ?? false;
}

/** What the second person agreed to is no longer so. */
function faultIn({ draft, letters, points }: Preflight, { letterCount, planId }: ReleaseRow): StopReason | null {
  if (letters.length !== letterCount || draft.plan?.planId !== planId) return 'changed';
  return isReady(points) ? null : 'not_ready';
}

/**
 * The release keeps its version: a press of Stop on a page that was opened before still stops it.
 *
 * @throws {Refusal} `release.wrong_status` when it was stopped meanwhile
 */
async function hold(tx: Tx, { id, state, version }: ReleaseRow, holdUntil: Date): Promise<void> {
  const { count } = await tx.release.updateMany({
    where: { id, state, version },
    data: { state: releaseMoved(state, 'hold'), holdUntil },
  });
  if (count === 0) throw new Refusal('release.wrong_status');
}

/** Outcomes, letters and mail are one transaction: all of them, or none. */
async function writeOne(tx: Tx, actor: Actor, releaseId: string, now: Date): Promise<void> {
  if (!(await isOurs(tx, releaseId))) return;
  const release = await getRelease(tx, releaseId);
  if (release.state !== 'writing') return;
  const { cycleId, confirmedAt, holdMinutes, beginsAt } = release;
  const ready = await getPreflight(cycleId, confirmedAt ?? now, tx, beginsAt);
  const reason = faultIn(ready, release);
  if (reason) return stopByItself(tx, actor, release, { reason, now });
  const holdUntil = heldUntil(now, holdMinutes, beginsAt);
  await queueLetters(tx, { releaseId, draft: ready.draft, holdUntil }, now);
  await hold(tx, release, holdUntil);
  await recordStep(tx, actor, release, 'hold', now);
}

/**
 * Writes the letters of releases that a second person confirmed and queues them, held. What is no longer as that person saw
 * it stops instead. Safe to run twice, and to be killed: then nothing is written, and the next run begins again.
 */
export async function writeConfirmedReleases(actor: Actor, now: Date): Promise<void> {
  const confirmed = await db.release.findMany({ where: { state: 'writing' }, select: { id: true } });
  for (const { id } of confirmed)
    await db.$transaction((tx) => writeOne(tx, actor, id, now), LONGEST).catch(unlessBeaten);
}
