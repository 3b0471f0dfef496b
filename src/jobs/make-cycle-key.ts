import { z } from 'zod';
import { db } from '@/db/client';
import { workerEnv } from '@/lib/env';
import { lockKeys, makeCycleKey } from '@/vault/keys';

const payloadSchema = z.object({ cycleId: z.uuid() });

/** Makes the key of a new cycle. Run twice, the first key stays: answers may be sealed with it already. */
export async function makeCycleKeyJob(payload: unknown): Promise<void> {
  const { cycleId } = payloadSchema.parse(payload);
  const { VAULT_KEY: masterKey, VAULT_KEY_FILE: file } = workerEnv();
  await db.$transaction(async (tx) => {
    await lockKeys(tx);
    const select = { code: true, keyId: true, purge: { select: { cycleId: true } } } as const;
    const cycle = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select });
    // After a purge nothing is ever sealed again.
    if (cycle.keyId || cycle.purge) return;
    const keyId = `${cycle.code}-1`;
    const publicKey = makeCycleKey({ masterKey, file }, keyId);
    await tx.cycle.updateMany({ where: { id: cycleId, keyId: null }, data: { publicKey, keyId } });
  });
}
