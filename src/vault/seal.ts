import type { Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { Refusal } from '@/domain/refusal';
import type { IdentityAnswers } from '@/domain/matching/identity';
import { sealRecord } from './record';

export type SealPlace = {
  applicationId: string;
  organizationId: string;
  cycleId: string;
  /** The cycle's public key and its id; null until the worker has made them, and nothing can be sealed before. */
  publicKey: Uint8Array | null;
  keyId: string | null;
};

/** An application without answers has a record too, equal to any other from outside. */
export const NO_ANSWERS: IdentityAnswers = { gender: { own: [], wish: null }, ethnicity: { own: [], wish: null } };

/**
 * Seals the identity answers of one application, replacing what was there; `NO_ANSWERS` removes them. The web process
 * can do this and nothing else: it holds the public key only and may not read the vault.
 */
export async function sealAnswers(tx: Tx, place: SealPlace, answers: IdentityAnswers): Promise<void> {
  const { applicationId, organizationId, cycleId, publicKey, keyId } = place;
  if (!publicKey || !keyId) throw new Refusal('cycle.not_open');
  const record = sealRecord(JSON.stringify(answers), publicKey, { organizationId, cycleId, applicationId, keyId });
  await tx.$queryRaw`
    SELECT vault.put(${applicationId}::uuid, ${organizationId}::uuid, ${cycleId}::uuid, ${keyId}, ${record})::text`.catch(
    refuseOn('vault_key_changed', 'vault.key_changed'),
  );
}

/** Drops the record of one application for good; only an erasure does this, and a purge. */
export async function dropAnswers(tx: Tx, applicationId: string): Promise<void> {
  await tx.$queryRaw`SELECT vault.drop(${applicationId}::uuid)::text`;
}
