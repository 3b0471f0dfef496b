import { randomBytes } from 'node:crypto';

const RANDOM_BITS = 74;
const STEP_BITS = 48;
const randomBits = (): bigint => BigInt(`0x${randomBytes(10).toString('hex')}`);

/** The id made last: within a millisecond the next one goes on from it, by a step that nobody can guess. */
let last = { at: Number.NaN, bits: 0n };

function bitsAt(at: number): bigint {
  const random = randomBits();
  // The first of a millisecond leaves the upper half free for those that follow.
  const bits =
    at === last.at ? last.bits + 1n + BigInt.asUintN(STEP_BITS, random) : BigInt.asUintN(RANDOM_BITS - 1, random);
  last = { at, bits };
  return BigInt.asUintN(RANDOM_BITS, bits);
}

/**
 * A uuid version 7 (RFC 9562): 48 bits of time in milliseconds, then random bits, so that ids sort by creation; those that one
 * process makes within the same millisecond too.
 */
export function newId(now: Date): string {
  const at = now.getTime();
  const bits = bitsAt(at);
  const value = (BigInt(at) << 80n) | (7n << 76n) | ((bits >> 62n) << 64n) | (2n << 62n) | BigInt.asUintN(62, bits);
  const hex = value.toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const isId = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);

/** Whether an address names something by a code or slug: plain letters, digits and hyphens, never what a database chokes on. */
export const isCode = (typed: string): boolean => /^[A-Za-z0-9-]{1,80}$/.test(typed);
