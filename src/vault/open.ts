import type { Tx } from '@/db/client';
import { logAccess, type Access } from './access-log';
import { sealedSchema, type OpenedAnswers } from './answers';
import { jitterKeyOf, privateKeyOf, type KeyRing } from './keys';
import { shortCodes } from './mac';
import { openRecord } from './record';

export type Opening = Access & { organizationId: string };
type SealedRow = { application_id: string; key_id: string; sealed: Uint8Array };
type Database = { $transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>; $queryRaw: Tx['$queryRaw'] };

/** Each under the key it was sealed for: while a cycle's key is being replaced, two are in use. */
function openRows(rows: readonly SealedRow[], { organizationId, cycleId }: Opening, ring: KeyRing) {
  const keys = new Map<string, Uint8Array>();
  const keyOf = (keyId: string) => {
    const key = keys.get(keyId) ?? privateKeyOf(ring, keyId);
    keys.set(keyId, key);
    return key;
  };
  return new Map(
    rows.map(({ application_id: applicationId, key_id: keyId, sealed }): [string, OpenedAnswers] => {
      const text = openRecord(sealed, keyOf(keyId), { organizationId, cycleId, applicationId, keyId });
      return [applicationId, sealedSchema.parse(JSON.parse(text))];
    }),
  );
}

/**
 * Opens the sealed answers of a cycle in the memory of the worker. The access log is committed first, so that an opening
 * that crashed is in it too.
 *
 * @returns application id → answers, for every application that has a record
 */
export async function openCycle(
  db: Database,
  ring: KeyRing,
  opening: Opening,
  now: Date,
): Promise<Map<string, OpenedAnswers>> {
  const rows = await db.$queryRaw<SealedRow[]>`
    SELECT application_id::text, key_id, sealed FROM vault.answer WHERE cycle_id = ${opening.cycleId}::uuid ORDER BY application_id`;
  await db.$transaction((tx) => logAccess(tx, opening, rows.length, now));
  return openRows(rows, opening, ring);
}

/** Opens one application's record likewise; null when it has none. */
export async function openOne(
  db: Database,
  ring: KeyRing,
  opening: Opening & { applicationId: string },
  now: Date,
): Promise<OpenedAnswers | null> {
  const rows = await db.$queryRaw<SealedRow[]>`
    SELECT application_id::text, key_id, sealed FROM vault.answer
    WHERE application_id = ${opening.applicationId}::uuid AND cycle_id = ${opening.cycleId}::uuid`;
  await db.$transaction((tx) => logAccess(tx, opening, rows.length, now));
  return openRows(rows, opening, ring).get(opening.applicationId) ?? null;
}

const JITTER_STEPS = 10_001;

/**
 * Keyed jitter for a pair, a uniform integer 0 to 10,000: equal in every run of the cycle, and gone with its key.
 * HMAC-SHA256 under a key derived from the cycle's private key; 48 bits modulo 10,001 is uniform to one in 10¹⁰.
 */
export function cycleJitter(ring: KeyRing, keyId: string): (menteeId: string, mentorId: string) => number {
  const codeOf = shortCodes(jitterKeyOf(ring, keyId));
  return (menteeId, mentorId) => codeOf(`${menteeId}|${mentorId}`) % JITTER_STEPS;
}
