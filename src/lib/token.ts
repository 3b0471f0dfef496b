import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 256 random bits for a link or cookie. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Eight characters without look-alikes, for typing from a phone: about 39 bits, killed after five wrong tries. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const newCode = (): string =>
  Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');

/** A code as typed or pasted: spaces, dashes and lower case are forgiven. */
export const normalCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Codes are short, so they are hashed together with the address they were sent to and a secret. */
export const hashCode = (code: string, email: string, secret: string): string =>
  createHmac('sha256', secret)
    .update(`${email}\n${normalCode(code)}`)
    .digest('base64url');

const signatureOf = (value: string, secret: string) =>
  createHmac('sha256', secret).update(value).digest('base64url').slice(0, 24);

/** `value` with a signature, safe to hand to a browser and to read back with {@link readSigned}. */
export const signed = (value: string, secret: string): string => `${value}~${signatureOf(value, secret)}`;

/** The value, or null when it was not signed here. */
export function readSigned(text: string, secret: string): string | null {
  const cut = text.lastIndexOf('~');
  if (cut < 0) return null;
  const [value, given] = [text.slice(0, cut), Buffer.from(text.slice(cut + 1))];
  const wanted = Buffer.from(signatureOf(value, secret));
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : null;
}
