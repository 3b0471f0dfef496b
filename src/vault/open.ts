import { createHash, hkdfSync } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import type { IdentityAnswers } from '@/domain/matching/identity';
import { privateKeyOf, type KeyRing } from './keys';
import { shortCodes } from './mac';
import { openRecord } from './record';

const answerSchema = z.object({
  own: z.array(z.string()),
  wish: z.union([
    z.null(),
    z.object({ kind: z.literal('same') }),
    z.object({ kind: z.literal('value'), value: z.string() }),
  ]),
});
const answersSchema = z.object({ gender: answerSchema, ethnicity: answerSchema });

type Opening = {
  organizationId: string;
  cycleId: string;
  keyId: string;
  runId: string | null;
  purpose: string;
  codeVersion: string;
};
type SealedRow = { application_id: string; sealed: Uint8Array };

/** Two openings at once write their lines one after the other. */
const CHAIN_LOCK = 727_002;

/** One chained line per opening, written before anything is opened: a line cannot be taken out without breaking the chain. */
async function logAccess(
  tx: Tx,
  { cycleId, runId, purpose, codeVersion }: Opening,
  count: number,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`;
  const [last] = await tx.$queryRaw<{ hash: string }[]>`SELECT hash FROM vault.access_log ORDER BY id DESC LIMIT 1`;
  const previous = last?.hash ?? '';
  const line = [previous, now.toISOString(), cycleId, runId ?? '', purpose, count, codeVersion].join('|');
  const hash = createHash('sha256').update(line).digest('hex');
  await tx.$executeRaw`
    INSERT INTO vault.access_log (at, cycle_id, run_id, purpose, record_count, code_version, previous, hash)
    VALUES (${now}, ${cycleId}::uuid, ${runId}::uuid, ${purpose}, ${count}, ${codeVersion}, ${previous}, ${hash})`;
}

/**
 * Opens the sealed answers of a cycle in the memory of the worker. The access log is committed first, so that an opening
 * that crashed is in it too.
 *
 * @returns application id → answers, for every application that has a record
 */
export async function openCycle(
  db: { $transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>; $queryRaw: Tx['$queryRaw'] },
  ring: KeyRing,
  opening: Opening,
  now: Date,
): Promise<Map<string, IdentityAnswers>> {
  const { organizationId, cycleId, keyId } = opening;
  const rows = await db.$queryRaw<SealedRow[]>`
    SELECT application_id::text, sealed FROM vault.answer WHERE cycle_id = ${cycleId}::uuid AND key_id = ${keyId} ORDER BY application_id`;
  await db.$transaction((tx) => logAccess(tx, opening, rows.length, now));
  const privateKey = privateKeyOf(ring, keyId);
  return new Map(
    rows.map(({ application_id: applicationId, sealed }) => {
      const text = openRecord(sealed, privateKey, { organizationId, cycleId, applicationId, keyId });
      return [applicationId, answersSchema.parse(JSON.parse(text))];
    }),
  );
}

const JITTER_STEPS = 10_001;

/**
 * Keyed jitter for a pair, a uniform integer 0 to 10,000: equal in every run of the cycle, and gone with its key.
 * HMAC-SHA256 under a key derived from the cycle's private key; 48 bits modulo 10,001 is uniform to one in 10¹⁰.
 */
export function cycleJitter(ring: KeyRing, keyId: string): (menteeId: string, mentorId: string) => number {
  const key = Buffer.from(hkdfSync('sha256', privateKeyOf(ring, keyId), Buffer.alloc(0), 'bookend jitter', 32));
  const codeOf = shortCodes(key);
  return (menteeId, mentorId) => codeOf(`${menteeId}|${mentorId}`) % JITTER_STEPS;
}
