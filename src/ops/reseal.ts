import { db } from '@/db/client';
import { logAccess } from '@/vault/access-log';
import { destroyKeys, keysOfCycle, lockKeys, makeNextKey, privateKeyOf, type KeyRing } from '@/vault/keys';
import { openRecord, sealRecord } from '@/vault/record';

const AT_ONCE = 200;
const CODE_VERSION = 'rotation 1';

type Cycle = { id: string; organizationId: string; code: string; keyId: string };
type Row = { application_id: string; key_id: string; sealed: Uint8Array };

const numberOf = (keyId: string): number => Number(keyId.slice(keyId.lastIndexOf('-') + 1));

async function findCycle(code: string): Promise<Cycle> {
  const cycle = await db.cycle.findUnique({
    where: { code },
    select: { id: true, organizationId: true, code: true, keyId: true },
  });
  if (!cycle) throw new Error(`There is no cycle ${code}.`);
  if (cycle.keyId === null) throw new Error(`The key of ${code} is destroyed, or was never made.`);
  return { ...cycle, keyId: cycle.keyId };
}

const countOld = async ({ id }: Cycle, keyId: string): Promise<number> => {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM vault.answer WHERE cycle_id = ${id}::uuid AND key_id <> ${keyId}`;
  return row?.count ?? 0;
};

/**
 * Makes the next key and lets the web process seal for it from now on, unless a killed rotation did.
 *
 * @returns the key's id
 */
export async function beginRotation(ring: KeyRing, cycle: Cycle, now: Date): Promise<string> {
  if (keysOfCycle(ring, cycle.code).some((name) => numberOf(name) < numberOf(cycle.keyId))) return cycle.keyId;
  const next = `${cycle.code}-${numberOf(cycle.keyId) + 1}`;
  await db.$transaction(async (tx) => {
    await lockKeys(tx);
    await logAccess(
      tx,
      { cycleId: cycle.id, runId: null, purpose: 'rotation', codeVersion: CODE_VERSION },
      await countOld(cycle, next),
      now,
    );
  });
  await db.$transaction(async (tx) => {
    await lockKeys(tx);
    const publicKey = makeNextKey(ring, cycle.keyId, next);
    await tx.cycle.update({ where: { id: cycle.id }, data: { publicKey, keyId: next } });
  });
  return next;
}

/** Seals some records anew, each only if it is still the one that was read. @returns how many there were */
async function resealSome(ring: KeyRing, cycle: Cycle, keyId: string, publicKey: Uint8Array): Promise<number> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT application_id::text, key_id, sealed FROM vault.answer
    WHERE cycle_id = ${cycle.id}::uuid AND key_id <> ${keyId} ORDER BY application_id LIMIT ${AT_ONCE}`;
  for (const { application_id: applicationId, key_id: oldId, sealed } of rows) {
    const place = { organizationId: cycle.organizationId, cycleId: cycle.id, applicationId };
    const text = openRecord(sealed, privateKeyOf(ring, oldId), { ...place, keyId: oldId });
    const record = sealRecord(text, publicKey, { ...place, keyId });
    await db.$executeRaw`
      UPDATE vault.answer SET key_id = ${keyId}, sealed = ${record}
      WHERE application_id = ${applicationId}::uuid AND key_id = ${oldId} AND sealed = ${Buffer.from(sealed)}`;
  }
  return rows.length;
}

/** When nothing is sealed for the old keys any more, they are destroyed. */
async function endRotation(ring: KeyRing, cycle: Cycle, keyId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockKeys(tx);
    if ((await countOld(cycle, keyId)) > 0) throw new Error('Records were sealed meanwhile. Run the command again.');
    destroyKeys(
      ring,
      keysOfCycle(ring, cycle.code).filter((name) => name !== keyId),
    );
  });
}

/**
 * Seals every record of a cycle for a new key pair and destroys the old one. Killed at any point it is run again and goes on;
 * people and the matching go on meanwhile.
 *
 * @returns how many records were sealed anew
 */
export async function reseal(ring: KeyRing, code: string, now: Date): Promise<number> {
  const cycle = await findCycle(code);
  const keyId = await beginRotation(ring, cycle, now);
  const { publicKey } = await db.cycle.findUniqueOrThrow({ where: { id: cycle.id }, select: { publicKey: true } });
  if (!publicKey) throw new Error(`The key of ${code} is destroyed.`);
  let done = 0;
  for (let some = 1; some > 0; done += some) some = await resealSome(ring, cycle, keyId, publicKey);
  await endRotation(ring, cycle, keyId);
  return done;
}
