import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { enqueueJob } from '@/db/jobs';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { PROBES } from '@/domain/release';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { signatureOf } from '@/mail/compose';
import { probeMail } from '@/mail/templates/probe';
import { getAnnouncementCycle } from '../queries';
import { getRelease, type ReleaseRow } from '../steps/commands';
import type { ReleaseStep } from '../releases/schema';
import { findProbes, listProbeReaders, probeKeys } from './queries';

/**
 * Queues the next round of trial letters to staff. Whoever else does so at the same moment queues none. The release keeps its
 * version: a press of Stop on a page that was opened before still stops it.
 */
export async function queueProbes(tx: Tx, release: ReleaseRow, now: Date): Promise<void> {
  const { id, organizationId, requestedById, confirmedById, letterCount, probes } = release;
  const round = probes + 1;
  const { count } = await tx.release.updateMany({
    where: { id, state: 'held', probes },
    data: { probes: round },
  });
  if (count === 0) return;
  const cycle = await getAnnouncementCycle(tx, release.cycleId);
  const first = [requestedById, ...(confirmedById ? [confirmedById] : [])];
  const readers = await listProbeReaders(tx, { programId: cycle.programId, first }, now);
  const link = `${appUrl()}${paths.release(cycle.code)}`;
  const about = { cycleName: cycle.name, letterCount, of: PROBES, link };
  const keys = probeKeys(id, round);
  await tx.outboxMessage.createMany({
    data: readers.map(({ name, address }, index) => ({
      id: newId(now),
      organizationId,
      key: keys[index] ?? '',
      kind: 'probe',
      toAddress: address,
      toName: name,
      ...probeMail({ ...about, number: index + 1 }, signatureOf(cycle)),
      notBefore: now,
      createdAt: now,
    })),
  });
  await enqueueJob(tx, 'drain-outbox');
}

/** Once somebody has mended what was wrong: the trial letters go again, and the letters after them. */
export async function probeAgain(actor: UserActor, { releaseId, version }: ReleaseStep, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const release = await getRelease(tx, releaseId);
    const { cycleId, organizationId, probes } = release;
    authorize(actor, 'release.confirm', { programId: release.cycle.programId }, now);
    const found = await findProbes(releaseId, probes, tx);
    if (release.version !== version || release.state !== 'held' || !found?.mayTryAgain)
      throw new Refusal('release.wrong_status');
    await tx.outboxMessage.updateMany({
      where: { key: { in: probeKeys(releaseId, probes) }, state: { in: ['queued', 'deferred', 'uncertain'] } },
      data: { state: 'stopped', settledAt: now },
    });
    await queueProbes(tx, release, now);
    const about = { organizationId, cycleId, subjectType: 'release', subjectId: releaseId };
    await recordEvent(tx, { actor, ...about, action: 'release.probed_again', at: now });
  });
}
