import { z } from 'zod';
import { sealedSchema } from './answers';
import { newKeyPair, openRecord, sealRecord } from './record';

const contentSchema = z.record(z.string(), sealedSchema);
/** Application id → what was sealed for it. */
export type CopyContent = z.output<typeof contentSchema>;

type Place = { id: string; organizationId: string; personId: string };
const placeOf = ({ id, organizationId, personId }: Place) => ({
  organizationId,
  cycleId: `copy for ${personId}`,
  applicationId: id,
  keyId: 'one-time',
});

/** A key for one copy: the public half is stored with the request, the private one goes to the reader's browser alone. */
export function newCopyKey(): { publicKey: Uint8Array<ArrayBuffer>; secret: string } {
  const { publicKey, privateKey } = newKeyPair();
  return { publicKey, secret: Buffer.from(privateKey).toString('base64url') };
}

export const sealCopy = (content: CopyContent, copy: Place & { publicKey: Uint8Array }): Uint8Array<ArrayBuffer> =>
  new Uint8Array(sealRecord(JSON.stringify(content), copy.publicKey, placeOf(copy)));

/** @returns null when the secret is not the one of this copy */
export function openCopy(sealed: Uint8Array, secret: string, copy: Place): CopyContent | null {
  try {
    const text = openRecord(sealed, Buffer.from(secret, 'base64url'), placeOf(copy));
    return contentSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
