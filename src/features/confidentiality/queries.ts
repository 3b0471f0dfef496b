import { z } from 'zod';
import { db } from '@/db/client';
import { frozenSchema } from '@/db/frozen-statistics';
import { jsonDate } from '@/lib/json-rows';
import type { Reading } from '@/domain/readings';

const checkSchema = z.object({ at: jsonDate, whole: z.boolean(), lines: z.number() });

/** The last check of the access log's chain; null before the first. */
async function findLogCheck() {
  const row = await db.installation.findUnique({ where: { key: 'access_log_check' } });
  return row && checkSchema.parse(JSON.parse(row.value));
}

async function findPurge(cycleId: string) {
  const purge = await db.identityPurge.findUnique({
    where: { cycleId },
    select: {
      keyId: true,
      statistics: true,
      startedAt: true,
      recordsDeleted: true,
      deletedAt: true,
      keyDestroyedAt: true,
    },
  });
  return purge && { ...purge, statistics: frozenSchema.nullable().parse(purge.statistics) };
}

/** What staff may know of a cycle's confidential answers: when they are read and deleted, never what they are or who gave any. */
export async function getConfidentiality(cycleId: string) {
  const cycle = await db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { hasIdentity: true, identityDeleteOn: true, keyId: true },
  });
  const readings = await db.$queryRaw<Reading[]>`
    SELECT read_at AS at, read_for AS purpose FROM vault.readings(${cycleId}::uuid, '{}', '-infinity')`;
  return { ...cycle, readings, check: await findLogCheck(), purge: await findPurge(cycleId) };
}
export type Confidentiality = Awaited<ReturnType<typeof getConfidentiality>>;

/** A finished purge, with everything its certificate says; null before. */
export async function findCertificate(cycleId: string) {
  const { hasIdentity, identityDeleteOn, purge } = await getConfidentiality(cycleId);
  if (!hasIdentity || !purge?.keyDestroyedAt || !purge.deletedAt || purge.recordsDeleted === null) return null;
  const { keyId, startedAt, statistics, recordsDeleted, deletedAt, keyDestroyedAt } = purge;
  return { promisedFor: identityDeleteOn, keyId, startedAt, statistics, recordsDeleted, deletedAt, keyDestroyedAt };
}
export type CertificateView = NonNullable<Awaited<ReturnType<typeof findCertificate>>>;

const copyColumns = {
  id: true,
  state: true,
  reason: true,
  personId: true,
  applicationIds: true,
  requestedById: true,
  confirmedById: true,
  askedAt: true,
  expiresAt: true,
  shownAt: true,
} as const;

type Viewer = { closed: readonly string[] };

/** Requests to open one record of this cycle, newest first; the viewer's own record is not among them. */
export async function listBrokenGlass(cycleId: string, { closed }: Viewer) {
  const applications = await db.application.findMany({
    where: { cycleId, reference: { not: null } },
    select: { id: true, reference: true },
  });
  const references = new Map(applications.map(({ id, reference }) => [id, reference ?? '']));
  const rows = await db.sealedCopy.findMany({
    where: {
      kind: 'break_glass',
      personId: { notIn: [...closed] },
      applicationIds: { hasSome: [...references.keys()] },
    },
    select: copyColumns,
    orderBy: { askedAt: 'desc' },
  });
  const ids = rows.flatMap(({ requestedById, confirmedById }) =>
    [requestedById, confirmedById].filter((id) => id !== null),
  );
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = (id: string | null) => users.find((user) => user.id === id)?.name ?? '';
  return rows.map(({ applicationIds: [applicationId = ''], ...row }) => ({
    ...row,
    reference: references.get(applicationId) ?? '',
    requestedBy: nameOf(row.requestedById),
    confirmedBy: nameOf(row.confirmedById),
  }));
}
export type BrokenGlass = Awaited<ReturnType<typeof listBrokenGlass>>[number];
