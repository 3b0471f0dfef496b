import { randomBytes } from 'node:crypto';

/** A uuid version 7 (RFC 9562): 48 bits of time in milliseconds, then random bits, so that ids sort by creation. */
export function newId(now: Date, random: (size: number) => Buffer = randomBytes): string {
  const bytes = random(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const isId = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);

/** Whether an address names something by a code or slug: plain letters, digits and hyphens, never what a database chokes on. */
export const isCode = (typed: string): boolean => /^[A-Za-z0-9-]{1,80}$/.test(typed);
