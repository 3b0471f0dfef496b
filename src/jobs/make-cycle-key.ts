import { z } from 'zod';
import { db } from '@/db/client';
import { workerEnv } from '@/lib/env';
import { makeCycleKey } from '@/vault/keys';

const payloadSchema = z.object({ cycleId: z.uuid() });

/** Makes the key of a new cycle. Run twice, the first key stays: answers may be sealed with it already. */
export async function makeCycleKeyJob(payload: unknown): Promise<void> {
  const { cycleId } = payloadSchema.parse(payload);
  const cycle = await db.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { code: true, keyId: true } });
  if (cycle.keyId) return;
  const { VAULT_KEY: masterKey, VAULT_KEY_FILE: file } = workerEnv();
  const keyId = `${cycle.code}-1`;
  const publicKey = makeCycleKey({ masterKey, file }, keyId);
  await db.cycle.updateMany({ where: { id: cycleId, keyId: null }, data: { publicKey, keyId } });
}
