import { db } from '@/db/client';
import { clock } from '@/lib/clock';
import { workerEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { verifyChain } from '@/vault/access-log';
import type { KeyRing } from '@/vault/keys';
import { keepHead, readHead } from '@/vault/ledger';

/** What staff read of the last check. */
export const CHECK_KEY = 'access_log_check';

/** Follows the access log's chain; a head that once was seen is kept outside the database, so that a cut end shows too. */
export async function checkAccessLog(ring: KeyRing, now: Date): Promise<boolean> {
  const { head, brokenAt, cut } = await verifyChain(db, readHead(ring));
  const whole = brokenAt === null && !cut;
  if (whole) keepHead(ring, head);
  else log.error({ brokenAt, cut }, 'the access log is broken');
  const value = JSON.stringify({ at: now.toISOString(), whole, lines: head.lines });
  await db.installation.upsert({ where: { key: CHECK_KEY }, create: { key: CHECK_KEY, value }, update: { value } });
  return whole;
}

export const checkAccessLogJob = async (): Promise<void> => {
  const { VAULT_KEY: masterKey, VAULT_KEY_FILE: file } = workerEnv();
  await checkAccessLog({ masterKey, file }, clock.now());
};
