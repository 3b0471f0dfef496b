import { db } from '@/db/client';
import { lockKeys, rewrapKeys, type KeyRing } from '@/vault/keys';

const ALIVE_MS = 30_000;

/**
 * Wraps every private key under another VAULT_KEY, in one write of the key file. Killed before it, nothing has changed; after
 * it, a second run finds nothing to do.
 *
 * @returns how many keys were wrapped anew @throws while a worker runs, which holds the old key
 */
export async function rewrap(ring: KeyRing, masterKey: string, now: Date): Promise<number> {
  const alive = await db.workerHeartbeat.count({ where: { beatAt: { gt: new Date(now.getTime() - ALIVE_MS) } } });
  if (alive > 0) throw new Error('The program is running, and its worker holds the old key. Stop it first.');
  return db.$transaction(async (tx) => {
    await lockKeys(tx);
    return rewrapKeys(ring, Buffer.from(masterKey, 'base64').toString('base64url'));
  });
}
