import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/** What a record is bound to: moved to another row, it does not open. */
export type RecordPlace = { organizationId: string; cycleId: string; applicationId: string; keyId: string };

const SCHEMA_VERSION = 1;
/** Records are padded to steps of this size, so that their length says nothing. */
const STEP = 256;
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const rawPublic = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).subarray(PUBLIC_PREFIX.length);
/** As JWK: reading DER takes ten times as long, once per record. */
const publicKeyOf = (raw: Uint8Array) =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  });

/** One cycle's key opens hundreds of records: it is read once, and forgotten with its bytes. */
const readKeys = new WeakMap<Uint8Array, KeyObject>();

function privateKeyOf(raw: Uint8Array): KeyObject {
  const known = readKeys.get(raw);
  if (known) return known;
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, raw]), format: 'der', type: 'pkcs8' });
  readKeys.set(raw, key);
  return key;
}

/** A new X25519 pair as raw 32 bytes each. */
export function newKeyPair(): { publicKey: Uint8Array<ArrayBuffer>; privateKey: Uint8Array<ArrayBuffer> } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const raw = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(PRIVATE_PREFIX.length);
  return { publicKey: new Uint8Array(rawPublic(publicKey)), privateKey: new Uint8Array(raw) };
}

/** The public half that belongs to a raw private key. */
export const publicHalf = (raw: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(rawPublic(createPublicKey(privateKeyOf(raw))));

const bound = ({ organizationId, cycleId, applicationId, keyId }: RecordPlace) =>
  Buffer.from([organizationId, cycleId, applicationId, SCHEMA_VERSION, keyId].join('|'));

const derive = (shared: Buffer, ephemeral: Uint8Array) =>
  Buffer.from(hkdfSync('sha256', shared, ephemeral, 'bookend vault record', KEY_BYTES));

function padded(text: string): Buffer {
  const body = Buffer.from(text, 'utf8');
  const whole = Buffer.alloc(Math.ceil((body.length + 4) / STEP) * STEP);
  whole.writeUInt32BE(body.length, 0);
  body.copy(whole, 4);
  return whole;
}

/** Sealed for whoever holds the private key: X25519 with an ephemeral key, HKDF-SHA256, AES-256-GCM. */
export function sealRecord(text: string, publicKey: Uint8Array, place: RecordPlace): Buffer {
  const ephemeral = generateKeyPairSync('x25519');
  const point = rawPublic(ephemeral.publicKey);
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: publicKeyOf(publicKey) });
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', derive(shared, point), iv).setAAD(bound(place));
  const body = Buffer.concat([cipher.update(padded(text)), cipher.final()]);
  return Buffer.concat([Buffer.from([SCHEMA_VERSION]), point, iv, cipher.getAuthTag(), body]);
}

/** @throws when the record was changed, moved to another row, or sealed for another key */
export function openRecord(sealed: Uint8Array, privateKey: Uint8Array, place: RecordPlace): string {
  const bytes = Buffer.from(sealed);
  const cut = (from: number, size: number) => bytes.subarray(from, from + size);
  const point = cut(1, KEY_BYTES);
  const shared = diffieHellman({ privateKey: privateKeyOf(privateKey), publicKey: publicKeyOf(point) });
  const decipher = createDecipheriv('aes-256-gcm', derive(shared, point), cut(1 + KEY_BYTES, IV_BYTES))
    .setAAD(bound(place))
    .setAuthTag(cut(1 + KEY_BYTES + IV_BYTES, TAG_BYTES));
  const body = bytes.subarray(1 + KEY_BYTES + IV_BYTES + TAG_BYTES);
  const whole = Buffer.concat([decipher.update(body), decipher.final()]);
  return whole.subarray(4, 4 + whole.readUInt32BE(0)).toString('utf8');
}
