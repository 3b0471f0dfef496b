import pg from 'pg';
import { destroyKeys, hasKey, keysOfCycle, privateKeyOf, type KeyRing } from '@/vault/keys';
import { keepHead, readHead, readLedger, type LedgerEntry } from '@/vault/ledger';
import { publicHalf } from '@/vault/record';

/** Clocks of two machines may differ by this much: an erasure within it of the backup is replayed too. */
const MARGIN_MS = 5 * 60_000;

export type Replayed = { erased: number; forgotten: number; purged: number; unreadable: number; lostReadings: number };

type Purged = Extract<LedgerEntry, { kind: 'purged' }>;

/** Once more what the purge did, with the certificate and the totals that were made then. */
async function purgeAgain(client: pg.Client, ring: KeyRing, entry: Purged): Promise<boolean> {
  const { cycleId, organizationId, keyId, statistics, startedAt, recordsDeleted, deletedAt, destroyedAt } = entry;
  const { rows } = await client.query<{ code: string }>('SELECT code FROM cycles WHERE id = $1', [cycleId]);
  const code = rows[0]?.code;
  if (code === undefined) return false;
  await client.query('DELETE FROM vault.answer WHERE cycle_id = $1', [cycleId]);
  await client.query('UPDATE cycles SET public_key = NULL, key_id = NULL WHERE id = $1', [cycleId]);
  await client.query('ALTER TABLE identity_purges DISABLE TRIGGER USER');
  await client.query('DELETE FROM identity_purges WHERE cycle_id = $1', [cycleId]);
  await client.query('ALTER TABLE identity_purges ENABLE TRIGGER USER');
  await client.query(
    `INSERT INTO identity_purges
       (cycle_id, organization_id, key_id, statistics, started_at, records_deleted, deleted_at, key_destroyed_at)
     VALUES ($1, $2, $3, $4::jsonb, $5, $6, $7, $8)`,
    [
      cycleId,
      organizationId,
      keyId,
      statistics === null ? null : JSON.stringify(statistics),
      startedAt,
      recordsDeleted,
      deletedAt,
      destroyedAt,
    ],
  );
  destroyKeys(ring, [keyId, ...keysOfCycle(ring, code)]);
  return true;
}

/**
 * A key that was replaced after the backup opens nothing any more: the cycle goes on with the key that there is, and records
 * that nothing opens are dropped, as if nothing had been answered.
 *
 * @returns how many records were dropped
 */
async function mendKeys(client: pg.Client, ring: KeyRing): Promise<number> {
  const { rows: cycles } = await client.query<{ id: string; code: string; key_id: string }>(
    'SELECT id, code, key_id FROM cycles WHERE key_id IS NOT NULL',
  );
  let dropped = 0;
  for (const { id, code, key_id: keyId } of cycles) {
    const there = keysOfCycle(ring, code);
    const { rowCount } = await client.query('DELETE FROM vault.answer WHERE cycle_id = $1 AND key_id <> ALL ($2)', [
      id,
      there,
    ]);
    dropped += rowCount ?? 0;
    if (hasKey(ring, keyId)) continue;
    const newest = there.at(-1) ?? null;
    const publicKey = newest === null ? null : Buffer.from(publicHalf(privateKeyOf(ring, newest)));
    await client.query('UPDATE cycles SET key_id = $2, public_key = $3 WHERE id = $1', [id, newest, publicKey]);
  }
  return dropped;
}

/** The log ends where the backup ended; how many lines are lost by that is told, and the next check begins here. */
async function takeHead(client: pg.Client, ring: KeyRing): Promise<number> {
  const { rows } = await client.query<{ lines: number; hash: string }>(`
    SELECT count(*)::int AS lines, coalesce((SELECT hash FROM vault.access_log ORDER BY id DESC LIMIT 1), '') AS hash
    FROM vault.access_log`);
  const head = rows[0] ?? { lines: 0, hash: '' };
  const lost = Math.max(0, (readHead(ring)?.lines ?? 0) - head.lines);
  keepHead(ring, head);
  return lost;
}

async function eraseAgain(client: pg.Client, ring: KeyRing, since: Date): Promise<number> {
  const ids = readLedger(ring).flatMap((entry) =>
    entry.kind === 'erased' && entry.at >= since ? [entry.applicationId] : [],
  );
  const { rowCount } = await client.query('DELETE FROM vault.answer WHERE application_id = ANY ($1::uuid[])', [ids]);
  // Of a request for a funded membership its own id is noted.
  await client.query(
    `UPDATE funding_requests SET self_description = '', self_consent_at = NULL WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
  return rowCount ?? 0;
}

/** People who had themselves erased since the backup are forgotten again. */
async function forgetAgain(client: pg.Client, ring: KeyRing, since: Date): Promise<number> {
  let forgotten = 0;
  for (const entry of readLedger(ring)) {
    if (entry.kind !== 'forgotten' || entry.at < since) continue;
    const { rowCount } = await client.query(
      "SELECT app.forget_person(id, NULL) FROM persons WHERE id = $1 AND email NOT LIKE 'forgotten:%'",
      [entry.personId],
    );
    forgotten += rowCount ?? 0;
  }
  return forgotten;
}

/**
 * After a restore: what people erased and what was purged since the backup stays so. Safe to run twice.
 *
 * @param at when the backup was made
 */
export async function replayLedger(ownerUrl: string, ring: KeyRing, at: Date): Promise<Replayed> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('BEGIN');
    const erased = await eraseAgain(client, ring, new Date(at.getTime() - MARGIN_MS));
    const forgotten = await forgetAgain(client, ring, new Date(at.getTime() - MARGIN_MS));
    let purged = 0;
    for (const entry of readLedger(ring))
      if (entry.kind === 'purged' && (await purgeAgain(client, ring, entry))) purged += 1;
    const unreadable = await mendKeys(client, ring);
    const lostReadings = await takeHead(client, ring);
    await client.query('COMMIT');
    return { erased, forgotten, purged, unreadable, lostReadings };
  } finally {
    await client.end();
  }
}
