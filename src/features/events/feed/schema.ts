import { isId } from '@/lib/id';
import { readSigned, signed } from '@/lib/token';

const named = (secret: string) => `feed ${secret}`;

/** The secret part of a private calendar's address. It is made from its key, so nothing in the database opens it. */
export const feedToken = (key: string, secret: string): string => signed(key, named(secret));

/** The key in the file name of an address; null for one that was not made here. */
export function keyIn(file: string, secret: string): string | null {
  const key = file.endsWith('.ics') ? readSigned(file.slice(0, -'.ics'.length), named(secret)) : null;
  return key !== null && isId(key) ? key : null;
}
