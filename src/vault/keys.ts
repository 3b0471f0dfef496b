import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { newKeyPair, publicHalf } from './record';

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

/**
 * Written whole and put in place at once: a killed process leaves the old file, never half a new one. The old file's bytes
 * are overwritten, as far as the disk writes in place.
 */
function writeFile({ file }: KeyRing, keys: Record<string, string>): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const old = existsSync(file) ? openSync(file, 'r+') : null;
  const part = `${file}.part`;
  const handle = openSync(part, 'w', 0o600);
  writeSync(handle, JSON.stringify(keys, null, 2));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(part, file);
  if (old === null) return;
  writeSync(old, Buffer.alloc(fstatSync(old).size), 0, undefined, 0);
  fsyncSync(old);
  closeSync(old);
}

function wrap(ring: KeyRing, keyId: string, privateKey: Uint8Array): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', masterOf(ring), iv).setAAD(Buffer.from(keyId));
  const body = Buffer.concat([cipher.update(privateKey), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

function unwrap(ring: KeyRing, keyId: string, wrapped: string): Buffer {
  const bytes = Buffer.from(wrapped, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', masterOf(ring), bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(keyId))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}

const KEY_LOCK = 727_003;

/** Held while the key file is changed: the worker and the commands do it one after the other. */
export const lockKeys = (tx: Tx): Promise<unknown> => tx.$executeRaw`SELECT pg_advisory_xact_lock(${KEY_LOCK})`;

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
  return unwrap(ring, keyId, wrapped);
}

export const hasKey = (ring: KeyRing, keyId: string): boolean => keyId in readFile(ring);

const jitterName = (keyId: string) => `${keyId} jitter`;
const deriveJitter = (privateKey: Uint8Array) =>
  Buffer.from(hkdfSync('sha256', privateKey, Buffer.alloc(0), 'bookend jitter', 32));

/** The key of a cycle's jitter: derived from the private key, and kept beside the next one when that key is replaced. */
export function jitterKeyOf(ring: KeyRing, keyId: string): Buffer {
  const kept = readFile(ring)[jitterName(keyId)];
  return kept ? unwrap(ring, jitterName(keyId), kept) : deriveJitter(privateKeyOf(ring, keyId));
}

/**
 * Makes the key that replaces `oldId`, with the old one's jitter, unless a killed rotation made it already.
 *
 * @returns its public half
 */
export function makeNextKey(ring: KeyRing, oldId: string, newId: string): Uint8Array<ArrayBuffer> {
  if (hasKey(ring, newId)) return publicHalf(privateKeyOf(ring, newId));
  const { publicKey, privateKey } = newKeyPair();
  const jitter = jitterName(newId);
  writeFile(ring, {
    ...readFile(ring),
    [newId]: wrap(ring, newId, privateKey),
    [jitter]: wrap(ring, jitter, jitterKeyOf(ring, oldId)),
  });
  return publicKey;
}

/** Destroys keys and what was derived from them. Safe to run twice. */
export function destroyKeys(ring: KeyRing, keyIds: readonly string[]): void {
  const known = readFile(ring);
  const gone = new Set(keyIds.flatMap((keyId) => [keyId, jitterName(keyId)]));
  const kept = Object.entries(known).filter(([name]) => !gone.has(name));
  if (kept.length < Object.keys(known).length) writeFile(ring, Object.fromEntries(kept));
}

/** Every key that a cycle ever had and that is still there, the newest last; ids are the cycle's code and a number. */
export const keysOfCycle = (ring: KeyRing, code: string): string[] => {
  const numberOf = (name: string) => Number(name.slice(code.length + 1));
  return Object.keys(readFile(ring))
    .filter((name) => name.startsWith(`${code}-`) && /^\d+$/.test(name.slice(code.length + 1)))
    .sort((a, b) => numberOf(a) - numberOf(b));
};

/**
 * Wraps every key under another VAULT_KEY, in one write. Keys that are wrapped under it already stay: a second run after a
 * kill changes nothing.
 *
 * @returns how many were wrapped anew @throws when a key opens under neither
 */
export function rewrapKeys(ring: KeyRing, masterKey: string): number {
  const next = { ...ring, masterKey };
  const opens = (name: string, wrapped: string) => {
    try {
      return unwrap(next, name, wrapped).length > 0;
    } catch {
      return false;
    }
  };
  const known = Object.entries(readFile(ring));
  const old = known.filter(([name, wrapped]) => !opens(name, wrapped));
  const renewed = old.map(([name, wrapped]) => [name, wrap(next, name, unwrap(ring, name, wrapped))] as const);
  if (renewed.length > 0) writeFile(ring, { ...Object.fromEntries(known), ...Object.fromEntries(renewed) });
  return renewed.length;
}
