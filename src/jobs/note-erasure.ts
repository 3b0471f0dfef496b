import { z } from 'zod';
import { workerEnv } from '@/lib/env';
import type { KeyRing } from '@/vault/keys';
import { addToLedger } from '@/vault/ledger';

const payloadSchema = z.union([
  z.strictObject({ applicationId: z.uuid(), at: z.coerce.date() }),
  z.strictObject({ personId: z.uuid(), at: z.coerce.date() }),
]);

/** Notes outside the database that a record or a person was erased, so that no restored backup brings it back. Safe to run twice. */
export function noteErasure(payload: unknown, ring: KeyRing): void {
  const erased = payloadSchema.parse(payload);
  addToLedger(ring, 'personId' in erased ? { kind: 'forgotten', ...erased } : { kind: 'erased', ...erased });
}

export const noteErasureJob = (payload: unknown): void => {
  const { VAULT_KEY: masterKey, VAULT_KEY_FILE: file } = workerEnv();
  noteErasure(payload, { masterKey, file });
};
