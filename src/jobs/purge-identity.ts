import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { clock } from '@/lib/clock';
import { workerEnv } from '@/lib/env';
import { log } from '@/lib/log';
import type { KeyRing } from '@/vault/keys';
import { purgeCycle } from '@/vault/purge';

const JOB = { kind: 'job', name: 'purge-identity' } as const;
const columns = { id: true, organizationId: true, code: true, keyId: true } as const;

/** Cycles whose day has come, and those whose purge was killed half way. */
async function listDue(now: Date) {
  const rows = await db.cycle.findMany({
    where: {
      OR: [{ keyId: { not: null }, identityDeleteOn: { lte: now } }, { purge: { keyDestroyedAt: null } }],
    },
    select: { ...columns, purge: { select: { keyId: true } } },
    orderBy: { code: 'asc' },
  });
  return rows.flatMap(({ purge, keyId, ...cycle }) => {
    const known = purge?.keyId ?? keyId;
    return known === null ? [] : [{ ...cycle, keyId: known }];
  });
}

/** Copies that nobody fetched within their hour are gone. */
const endCopies = (now: Date) =>
  db.sealedCopy.updateMany({
    where: { state: { in: ['asked', 'confirmed', 'made'] }, expiresAt: { lte: now } },
    data: { state: 'ended', sealed: null },
  });

/** What people wrote about themselves when they asked for a funded membership goes on the same day, key or no key. */
const forgetSelfDescriptions = (now: Date) =>
  db.fundingRequest.updateMany({
    where: { selfDescription: { not: '' }, offer: { cycle: { identityDeleteOn: { lte: now } } } },
    data: { selfDescription: '', selfConsentAt: null, version: { increment: 1 } },
  });

/** Deletes the identity answers of every cycle whose day has come. Safe to run twice; killed, the next run goes on. */
export async function purgeIdentity(ring: KeyRing, now: Date): Promise<void> {
  await endCopies(now);
  await forgetSelfDescriptions(now);
  for (const cycle of await listDue(now)) {
    await purgeCycle(ring, cycle, now);
    await recordEvent(db, {
      actor: JOB,
      organizationId: cycle.organizationId,
      cycleId: cycle.id,
      subjectType: 'cycle',
      subjectId: cycle.id,
      action: 'identity.purged',
      at: now,
    });
    log.info({ cycleId: cycle.id }, 'identity answers purged');
  }
}

export const purgeIdentityJob = (): Promise<void> => {
  const { VAULT_KEY: masterKey, VAULT_KEY_FILE: file } = workerEnv();
  return purgeIdentity({ masterKey, file }, clock.now());
};
