import { z } from 'zod';
import { workerEnv } from '@/lib/env';
import type { KeyRing } from '@/vault/keys';
import { addToLedger } from '@/vault/ledger';

const payloadSchema = z.object({ applicationId: z.uuid(), at: z.coerce.date() });

/** Notes outside the database that a record was erased, so that no restored backup brings it back. Safe to run twice. */
export function noteErasure(payload: unknown, ring: KeyRing): void {
  addToLedger(ring, { kind: 'erased', ...payloadSchema.parse(payload) });
}

export const noteErasureJob = (payload: unknown): void => {
  const { VAULT_KEY: masterKey, VAULT_KEY_FILE: file } = workerEnv();
  noteErasure(payload, { masterKey, file });
};
