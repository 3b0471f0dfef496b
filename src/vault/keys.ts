import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { newKeyPair } from './record';

/** Where the wrapped private keys lie and the key that wraps them: known to the worker alone. */
export type KeyRing = { masterKey: string; file: string };

const fileSchema = z.record(z.string(), z.string());

const IV_BYTES = 12;
const TAG_BYTES = 16;

function masterOf({ masterKey }: KeyRing): Buffer {
  const bytes = Buffer.from(masterKey, 'base64url');
  if (bytes.length !== 32) throw new Error('VAULT_KEY must be 32 bytes in base64.');
  return bytes;
}

function readFile({ file }: KeyRing): Record<string, string> {
  return existsSync(file) ? fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** Written whole and put in place at once: a killed process leaves the old file, never half a new one. */
function writeFile({ file }: KeyRing, keys: Record<string, string>): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.part`;
  const handle = openSync(part, 'w', 0o600);
  writeSync(handle, JSON.stringify(keys, null, 2));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(part, file);
}

function wrap(ring: KeyRing, keyId: string, privateKey: Uint8Array): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', masterOf(ring), iv).setAAD(Buffer.from(keyId));
  const body = Buffer.concat([cipher.update(privateKey), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** Makes a pair, keeps the private half wrapped in the key file, and returns the public half for the database. */
export function makeCycleKey(ring: KeyRing, keyId: string): Uint8Array<ArrayBuffer> {
  const { publicKey, privateKey } = newKeyPair();
  writeFile(ring, { ...readFile(ring), [keyId]: wrap(ring, keyId, privateKey) });
  return publicKey;
}

/** @throws when the key was destroyed, never made, or wrapped under another VAULT_KEY */
export function privateKeyOf(ring: KeyRing, keyId: string): Uint8Array {
  const wrapped = readFile(ring)[keyId];
  if (!wrapped)
    throw new Error(`The key ${keyId} is not in the key file: it was destroyed, or the file is another one.`);
  const bytes = Buffer.from(wrapped, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', masterOf(ring), bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(keyId))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
