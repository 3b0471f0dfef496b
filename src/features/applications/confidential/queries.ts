import { db } from '@/db/client';
import type { Reading } from '@/domain/readings';
import { findCycle } from '@/features/programs/queries';
import { draftColumns, ownedBy, toDraft, type Owner } from '../queries';

/** When and for what the sealed answers of these applications were opened, oldest first. */
export const listReadings = (cycleId: string, applicationIds: readonly string[], since: Date): Promise<Reading[]> =>
  db.$queryRaw<Reading[]>`
    SELECT read_at AS at, read_for AS purpose
    FROM vault.readings(${cycleId}::uuid, ${[...applicationIds]}::uuid[], ${since})`;

/** The finished purge of a cycle: what its certificate says. Null before. */
export const findCertificate = async (cycleId: string) => {
  const purge = await db.identityPurge.findUnique({
    where: { cycleId },
    select: { deletedAt: true, keyDestroyedAt: true, recordsDeleted: true },
  });
  if (!purge?.keyDestroyedAt || !purge.deletedAt || purge.recordsDeleted === null) return null;
  return { deletedAt: purge.deletedAt, keyDestroyedAt: purge.keyDestroyedAt, recordsDeleted: purge.recordsDeleted };
};
export type Certificate = NonNullable<Awaited<ReturnType<typeof findCertificate>>>;

/** What one form's confidential answers went through; null when this browser has no such form. */
export async function findConfidential(owner: Owner, draftId: string, now: Date) {
  const row = await db.draft.findFirst({
    where: { id: draftId, ...ownedBy(owner) },
    select: { ...draftColumns, startedAt: true, cycle: { select: { code: true } } },
  });
  const cycle = row && (await findCycle(row.cycle.code, now));
  if (!row || !cycle || !cycle.hasIdentity) return null;
  const { cycle: _, startedAt, ...draft } = row;
  const ids = draft.applications.map(({ id }) => id);
  return {
    cycle,
    draft: toDraft(draft),
    readings: await listReadings(cycle.id, ids, startedAt),
    certificate: await findCertificate(cycle.id),
  };
}
export type ConfidentialView = NonNullable<Awaited<ReturnType<typeof findConfidential>>>;
