import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { withClient } from '../../scripts/lib/database.mjs';
import { db } from '@/db/client';
import { eraseAnswers } from '@/features/applications/confidential/commands';
import { noteErasure } from '@/jobs/note-erasure';
import { purgeIdentity } from '@/jobs/purge-identity';
import { backUp } from '@/ops/backup';
import { checkBackup } from '@/ops/backup-file';
import { privateKeyOf } from '@/vault/keys';
import { openRecord } from '@/vault/record';
import { asWorker, ownerQuery, urls } from '../support/database';
import { NOW } from '../support/factories';
import { createLife, dropDatabases, emptyDatabase, folder, restoreInto, ring, WORD } from './drill-ground';

afterAll(dropDatabases);

type Sealed = { application_id: string; organization_id: string; cycle_id: string; key_id: string; sealed: Buffer };
const readIn = <Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> =>
  withClient(url, async (client: pg.Client) => (await client.query<Row>(sql)).rows);
const sealedIn = (url: string) => readIn<Sealed>(url, 'SELECT * FROM vault.answer ORDER BY application_id');
const opens = ({ application_id, organization_id, cycle_id, key_id, sealed }: Sealed, key: Uint8Array) =>
  openRecord(sealed, key, {
    applicationId: application_id,
    organizationId: organization_id,
    cycleId: cycle_id,
    keyId: key_id,
  });

/** A checksum over each table that erasing and purging leave alone. */
async function standing(read: (sql: string) => Promise<pg.QueryResultRow[]>) {
  const sums: Record<string, pg.QueryResultRow[]> = {};
  for (const table of ['applications', 'drafts', 'persons', 'events', 'programs', 'users', 'mail_templates'])
    sums[table] = await read(`SELECT count(*)::int, md5(string_agg(t::text, '' ORDER BY id)) FROM ${table} t`);
  return sums;
}

it('the drill: an old backup gives back everything but what was erased and purged since, and no key', async () => {
  const { cycles } = await createLife();
  const [purged, kept] = cycles;
  if (!purged || !kept) throw new Error('Two cycles were made.');
  const [stays, erased] = kept.people;
  const file = join(folder, 'old.gz');
  await backUp(urls.owner, file);
  const before = await standing(ownerQuery);

  // Neither the keys nor what they open are in it, in no spelling.
  const inside = gunzipSync(readFileSync(file)).toString('utf8');
  for (const secret of [
    WORD,
    Buffer.from(WORD).toString('hex'),
    ...Object.values<string>(JSON.parse(readFileSync(ring.file, 'utf8'))),
  ])
    expect(inside).not.toContain(secret);
  expect(inside).not.toContain(Buffer.from(privateKeyOf(ring, `${kept.code}-1`)).toString('hex'));
  const keptKey = privateKeyOf(ring, `${kept.code}-1`);

  // Life goes on: one person erases, one cycle is purged.
  const draft = await db.draft.findFirstOrThrow({ where: { email: erased?.email ?? '' } });
  const owner = {
    id: '00000000-0000-7000-8000-000000000000',
    personId: erased?.personId ?? '',
    email: erased?.email ?? '',
  };
  const later = new Date(Date.now() + 60_000);
  await eraseAnswers(owner, draft.id, later);
  noteErasure({ applicationId: erased?.applicationId, at: later.toISOString() }, ring);
  await db.cycle.update({ where: { id: kept.id }, data: { identityDeleteOn: new Date('2999-01-01') } });
  await asWorker(() => purgeIdentity(ring, new Date('2031-01-01')));

  const target = await emptyDatabase();
  const done = await restoreInto(target, file);
  expect(done).toMatchObject({ erased: 1, purged: 1, unreadable: 0 });
  const left = await sealedIn(target);
  expect(left.map(({ application_id }) => application_id)).toEqual([stays?.applicationId]);
  expect(left.map((row) => opens(row, keptKey))[0]).toContain(WORD);

  // What the old backup holds of the purged cycle opens with no key that is left.
  const rows = inside
    .split('\n')
    .filter((line) => line.startsWith('R') && line.includes('"sealed"') && line.includes(purged.id));
  expect(rows).toHaveLength(2);
  const keys = Object.keys(JSON.parse(readFileSync(ring.file, 'utf8')));
  expect(keys).toEqual([`${kept.code}-1`]);
  for (const row of rows) {
    const { sealed, ...place } = JSON.parse(row.slice(1));
    const record = { ...place, sealed: Buffer.from(sealed.slice(2), 'hex') };
    for (const key of keys) expect(() => opens(record, privateKeyOf(ring, key))).toThrow();
  }
  // The certificate is there although the backup is older.
  const [certificate] = await readIn(target, 'SELECT cycle_id::text, records_deleted FROM identity_purges');
  expect(certificate).toEqual({ cycle_id: purged.id, records_deleted: 2 });

  // Every other row is what it was.
  expect(await standing((sql) => readIn(target, sql))).toEqual(before);
}, 120_000);

it('forgets again who was erased after the backup', async () => {
  const { cycles } = await createLife();
  const [gone, stays] = cycles[0]?.people ?? [];
  const file = join(folder, 'people.gz');
  await backUp(urls.owner, file);
  noteErasure({ personId: gone?.personId, at: new Date(Date.now() + 60_000).toISOString() }, ring);
  const target = await emptyDatabase();
  expect(await restoreInto(target, file)).toMatchObject({ forgotten: 1 });
  const people = await readIn<{ id: string; email: string }>(target, 'SELECT id, email FROM persons');
  const emailOf = (id: string | undefined) => people.find((person) => person.id === id)?.email;
  expect([emailOf(gone?.personId), emailOf(stays?.personId)]).toEqual([`forgotten:${gone?.personId}`, stays?.email]);
  const answers = await readIn<{ answers: object }>(
    target,
    `SELECT answers FROM applications WHERE id = '${gone?.applicationId}'`,
  );
  expect(answers).toEqual([{ answers: {} }]);
});

it('refuses a torn file, a changed one, and a database that is not empty, before anything is touched', async () => {
  await createLife();
  const file = join(folder, 'whole.gz');
  await backUp(urls.owner, file);
  expect((await checkBackup(file)).migrations.length).toBeGreaterThan(5);
  const bytes = readFileSync(file);
  const torn = join(folder, 'torn.gz');
  writeFileSync(torn, bytes.subarray(0, bytes.length - 40));
  const changed = join(folder, 'changed.gz');
  const middle = Buffer.from(bytes);
  middle.writeUInt8(middle.readUInt8(middle.length >> 1) ^ 1, middle.length >> 1);
  writeFileSync(changed, middle);
  const other = join(folder, 'other.txt');
  appendFileSync(other, 'not a backup');
  for (const bad of [torn, changed, other, join(folder, 'missing')])
    await expect(checkBackup(bad), bad).rejects.toThrow(/not a whole backup|no file/);
  await expect(restoreInto(urls.owner, file)).rejects.toThrow(/Stop it first|not empty/);
});

it('sends no letter again, lets no release go by itself, and signs nobody in', async () => {
  const { program } = await createLife();
  const { organizationId } = program;
  for (const [index, state] of ['held', 'queued', 'sending', 'deferred', 'accepted'].entries())
    await ownerQuery(
      `INSERT INTO outbox_messages (id, organization_id, key, kind, state, to_address, subject, text, html, not_before, created_at)
       VALUES (gen_random_uuid(), $1, $2, 'outcome', $3, 'a@example.test', '', '', '', $4, $4)`,
      [organizationId, `letter ${index}`, state, NOW],
    );
  await ownerQuery(
    `INSERT INTO sessions (id, token_hash, kind, created_at, last_seen_at, idle_expires_at, expires_at)
     VALUES (gen_random_uuid(), 'hash', 'participant', $1, $1, $1, $1)`,
    [NOW],
  );
  await ownerQuery("SELECT graphile_worker.add_job('drain-outbox', '{}'::json, job_key => 'drain-outbox')");
  const file = join(folder, 'letters.gz');
  await backUp(urls.owner, file);
  const target = await emptyDatabase();
  await restoreInto(target, file);
  const states = await readIn(target, 'SELECT state, count(*)::int FROM outbox_messages GROUP BY 1 ORDER BY 1');
  expect(states).toEqual([
    { state: 'accepted', count: 1 },
    { state: 'uncertain', count: 4 },
  ]);
  expect(await readIn(target, 'SELECT 1 FROM sessions')).toEqual([]);
  expect(await readIn(target, 'SELECT key FROM graphile_worker.jobs')).toEqual([{ key: 'drain-outbox' }]);
  // Restored once more over itself, it is the same.
  await restoreInto(target, file, true);
  expect(await readIn(target, 'SELECT state, count(*)::int FROM outbox_messages GROUP BY 1 ORDER BY 1')).toEqual(
    states,
  );
}, 120_000);

it('goes on where the backup ended: the next row of every table is a new one', async () => {
  const { cycles } = await createLife();
  const file = join(folder, 'counters.gz');
  // Lines of a counter without gaps, from the first on.
  await ownerQuery(`UPDATE applications SET later_by = now()`);
  await backUp(urls.owner, file);
  const url = await emptyDatabase();
  await restoreInto(url, file);
  const moved = await readIn<{ id: string }>(url, 'UPDATE applications SET later_by = NULL RETURNING id');
  expect(moved).toHaveLength(cycles.flatMap(({ people }) => people).length);
  const counters = await readIn<{ table: string; column: string }>(
    url,
    `SELECT format('%I.%I', n.nspname, c.relname) AS table, a.attname AS column
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE a.attidentity <> '' AND n.nspname IN ('public', 'vault')`,
  );
  expect(counters.length).toBeGreaterThan(0);
  for (const { table, column } of counters)
    expect([
      table,
      await readIn(
        url,
        `SELECT nextval(pg_get_serial_sequence('${table}', '${column}')) > coalesce(max(${column}), 0) AS new FROM ${table}`,
      ),
    ]).toEqual([table, [{ new: true }]]);
});
