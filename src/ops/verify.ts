import { db } from '@/db/client';
import { verifyChain } from '@/vault/access-log';
import type { KeyRing } from '@/vault/keys';
import { keepHead, readHead } from '@/vault/ledger';

/** Follows the access log from its first line to its last, and to where it once ended. */
export async function verifyLog(ring: KeyRing) {
  const { head, brokenAt, cut } = await verifyChain(db, readHead(ring));
  const whole = brokenAt === null && !cut;
  if (whole) keepHead(ring, head);
  const problem =
    brokenAt !== null
      ? `Line ${brokenAt} does not follow from the one before it: the access log was changed.`
      : 'Lines that were there at the last check are missing: the end of the access log was cut off.';
  return { whole, lines: head.lines, problem: whole ? '' : problem };
}
