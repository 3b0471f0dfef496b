import { db, type Prisma } from '@/db/client';
import { frozenSchema } from '@/db/frozen-statistics';
import { freezeStatistics, type FrozenStatistics } from '@/domain/statistics';
import { log } from '@/lib/log';
import { destroyKeys, hasKey, keysOfCycle, lockKeys, type KeyRing } from './keys';
import { addToLedger } from './ledger';
import { openCycle } from './open';

const CODE_VERSION = 'statistics 1';

export type DueCycle = { id: string; organizationId: string; code: string; keyId: string };

/** People who applied and consented, each once, whatever the number of their roles. */
async function countedPeople(ring: KeyRing, cycle: DueCycle, now: Date) {
  const opening = {
    organizationId: cycle.organizationId,
    cycleId: cycle.id,
    runId: null,
    purpose: 'statistics',
    codeVersion: CODE_VERSION,
  };
  const answers = await openCycle(db, ring, opening, now);
  const applications = await db.application.findMany({
    where: { cycleId: cycle.id, state: { notIn: ['draft', 'withdrawn'] } },
    select: { id: true, personId: true },
    orderBy: { id: 'asc' },
  });
  const people = new Map(
    applications.flatMap(({ id, personId }) => {
      const given = answers.get(id);
      return given?.countInTotals ? [[personId ?? id, given] as const] : [];
    }),
  );
  return [...people.values()];
}

/** Null when the answers can no longer be opened. They are deleted on their day all the same: that was promised. */
async function statisticsOf(ring: KeyRing, cycle: DueCycle, now: Date): Promise<FrozenStatistics | null> {
  if (!hasKey(ring, cycle.keyId)) return null;
  try {
    return freezeStatistics(await countedPeople(ring, cycle, now));
  } catch (error) {
    log.error(
      { cycleId: cycle.id, fault: error instanceof Error ? error.name : 'unknown' },
      'no statistics: the answers did not open',
    );
    return null;
  }
}

/** First step: the one frozen release, and with it the purge begins. It is never made a second time. */
export async function beginPurge(ring: KeyRing, cycle: DueCycle, now: Date): Promise<void> {
  if (await db.identityPurge.count({ where: { cycleId: cycle.id } })) return;
  const statistics = await statisticsOf(ring, cycle, now);
  await db.identityPurge.createMany({
    data: [
      {
        cycleId: cycle.id,
        organizationId: cycle.organizationId,
        keyId: cycle.keyId,
        startedAt: now,
        ...(statistics === null ? {} : { statistics: { ...statistics } satisfies Prisma.InputJsonObject }),
      },
    ],
    skipDuplicates: true,
  });
}

/** Second step: no record is sealed any more, those that there are go, and copies that still wait for a reader with them. */
export async function deleteAnswers(cycleId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    // Waits for whoever is sealing, and lets nobody begin.
    await tx.cycle.update({ where: { id: cycleId }, data: { publicKey: null, keyId: null } });
    const recordsDeleted = await tx.$executeRaw`DELETE FROM vault.answer WHERE cycle_id = ${cycleId}::uuid`;
    await tx.$executeRaw`
      UPDATE sealed_copies SET state = 'ended', sealed = NULL WHERE state IN ('asked', 'confirmed', 'made')
        AND application_ids && ARRAY(SELECT id FROM applications WHERE cycle_id = ${cycleId}::uuid)`;
    await tx.identityPurge.updateMany({
      where: { cycleId, deletedAt: null },
      data: { recordsDeleted, deletedAt: now },
    });
  });
}

/** Last step: noted outside the database, then every key the cycle ever had is destroyed: what a backup holds stays shut. */
export async function destroyCycleKeys(ring: KeyRing, cycleId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockKeys(tx);
    const purge = await tx.identityPurge.findUniqueOrThrow({
      where: { cycleId },
      select: {
        organizationId: true,
        keyId: true,
        statistics: true,
        startedAt: true,
        recordsDeleted: true,
        deletedAt: true,
        cycle: { select: { code: true } },
      },
    });
    const { cycle, recordsDeleted, deletedAt, ...noted } = purge;
    const statistics = frozenSchema.nullable().parse(purge.statistics);
    if (deletedAt === null || recordsDeleted === null) throw new Error('The records are deleted before the key.');
    addToLedger(ring, { kind: 'purged', cycleId, ...noted, statistics, recordsDeleted, deletedAt, destroyedAt: now });
    destroyKeys(ring, [purge.keyId, ...keysOfCycle(ring, cycle.code)]);
    await tx.identityPurge.updateMany({ where: { cycleId, keyDestroyedAt: null }, data: { keyDestroyedAt: now } });
  });
}

/** All steps, or those that a killed purge left. */
export async function purgeCycle(ring: KeyRing, cycle: DueCycle, now: Date): Promise<void> {
  await beginPurge(ring, cycle, now);
  await deleteAnswers(cycle.id, now);
  await destroyCycleKeys(ring, cycle.id, now);
}
