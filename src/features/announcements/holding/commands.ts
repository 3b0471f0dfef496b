import { db, type Tx } from '@/db/client';
import { enqueueJob } from '@/db/jobs';
import type { Actor } from '@/domain/actor';
import { answerBy } from '@/domain/answering';
import { matchMoved } from '@/domain/match';
import { heldUntil, releaseMoved } from '@/domain/release';
import { queueProbes } from '../probing/commands';
import { findProbes } from '../probing/queries';
import { getRelease, recordStep, stopByItself, takeStep, unlessBeaten, type ReleaseRow } from '../steps/commands';

/** Match states at the release: announced, and where no answer is asked for, confirmed at once. */
async function announceMatches(tx: Tx, release: ReleaseRow, now: Date): Promise<void> {
  const { planId, cycle, confirmedAt, beginsAt } = release;
  const asks = cycle.confirmation !== 'none';
  const from = heldUntil(confirmedAt ?? now, 0, beginsAt);
  const answers = asks ? { answerBy: answerBy(from, cycle.confirmDays) } : {};
  await tx.match.updateMany({
    where: { planId, state: 'approved' },
    data: { state: asks ? 'announced' : 'confirmed', ...answers, version: { increment: 1 } },
  });
  // Who was asked first has answered.
  if (cycle.confirmation === 'ask_mentors_first')
    await tx.match.updateMany({
      where: { planId, state: 'announced', mentorAnswer: '' },
      data: { state: matchMoved('announced', 'confirm_mentor'), mentorAnswer: 'yes' },
    });
}

/** Somebody who withdrew during the hold must not be told of a match, nor their partner: the whole release stops. */
const countWithdrawn = (tx: Tx, releaseId: string) =>
  tx.outcome.count({ where: { releaseId, application: { state: { in: ['withdrawn', 'draft'] } } } });

async function go(tx: Tx, actor: Actor, release: ReleaseRow, now: Date): Promise<void> {
  const { id: releaseId, version, cycleId } = release;
  await takeStep(tx, { releaseId, version }, { state: releaseMoved(release.state, 'let_go') });
  await tx.cycle.updateMany({ where: { id: cycleId, releasedAt: null }, data: { releasedAt: now } });
  await announceMatches(tx, release, now);
  await tx.outboxMessage.updateMany({ where: { releaseId, state: 'held' }, data: { state: 'queued', notBefore: now } });
  await enqueueJob(tx, 'drain-outbox');
  await recordStep(tx, actor, release, 'let_go', now);
}

/** One release whose hold has passed: trial letters first, and the letters once the mail server took these. */
async function letOneGo(tx: Tx, actor: Actor, releaseId: string, now: Date): Promise<boolean> {
  const release = await getRelease(tx, releaseId);
  if (release.state !== 'held') return false;
  if ((await countWithdrawn(tx, releaseId)) > 0) {
    await stopByItself(tx, actor, release, { reason: 'withdrawn', now });
    return true;
  }
  const found = await findProbes(releaseId, release.probes, tx);
  if (found === null) await queueProbes(tx, release, now);
  if (found?.verdict !== 'accepted') return false;
  await go(tx, actor, release, now);
  return true;
}

/** Lets go what has been held long enough, and closes releases whose last letter is settled. Safe to run twice. */
export async function letHeldReleasesGo(actor: Actor, now: Date): Promise<number> {
  const due = await db.release.findMany({ where: { state: 'held', holdUntil: { lte: now } }, select: { id: true } });
  let gone = 0;
  for (const { id } of due)
    if (await db.$transaction((tx) => letOneGo(tx, actor, id, now)).catch(unlessBeaten)) gone += 1;
  await finishReleases(actor, now);
  return gone;
}

async function finishReleases(actor: Actor, now: Date): Promise<void> {
  const sending = await db.release.findMany({ where: { state: 'sending' }, select: { id: true, version: true } });
  for (const { id, version } of sending) {
    const open = await db.outboxMessage.count({
      where: { releaseId: id, state: { in: ['held', 'queued', 'sending', 'deferred'] } },
    });
    if (open > 0) continue;
    await db
      .$transaction(async (tx) => {
        const release = await getRelease(tx, id);
        await takeStep(tx, { releaseId: id, version }, { state: releaseMoved(release.state, 'finish') });
        await recordStep(tx, actor, release, 'finish', now);
      })
      .catch(unlessBeaten);
  }
}
