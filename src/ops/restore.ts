import pg from 'pg';
import { z } from 'zod';
import { readBackup, type BackupHeader } from './backup-file';
import { listTables } from './tables';

const AT_ONCE = 500;

async function insert(client: pg.Client, table: string, rows: string[]): Promise<void> {
  await client.query(
    `INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`,
    [`[${rows.join(',')}]`],
  );
}

/** Puts rows in, table after table. */
async function insertRows(client: pg.Client, file: string): Promise<void> {
  let table = '';
  let rows: string[] = [];
  const flush = async () => {
    if (rows.length > 0) await insert(client, table, rows);
    rows = [];
  };
  for await (const part of readBackup(file)) {
    if (part.kind === 'row') rows.push(part.text);
    if (part.kind !== 'row' || rows.length >= AT_ONCE) await flush();
    if (part.kind === 'table') table = part.name;
  }
  await flush();
}

const counterRows = z.array(z.object({ table: z.string(), column: z.string() }));

/** Counters of rows go on after the highest number that was given out; else the next row would be refused as one that is there. */
async function countOn(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`
    SELECT format('%I.%I', n.nspname, c.relname) AS table, a.attname AS column
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE a.attidentity <> '' AND n.nspname IN ('public', 'vault')`);
  for (const { table, column } of counterRows.parse(rows))
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), coalesce(max("${column}"), 0) + 1, false) FROM ${table}`,
      [table, column],
    );
}

/**
 * Sets free what waited in the queue or was on its way to be done. Nobody knows which letters went after the backup was made, so
 * none is sent again by itself: they wait in the delivery log for a person.
 */
const SETTLE = [
  "UPDATE outbox_messages SET state = 'uncertain', lease_until = NULL WHERE state IN ('held', 'queued', 'sending', 'deferred')",
  "UPDATE releases SET state = 'stopped', version = version + 1 WHERE state IN ('writing', 'held')",
  "UPDATE match_runs SET state = 'failed', problem = 'A backup was restored while this ran.' WHERE state IN ('queued', 'running')",
  "UPDATE sealed_copies SET state = 'ended', sealed = NULL WHERE state IN ('asked', 'confirmed', 'made')",
];

async function runAll(client: pg.Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

/**
 * Loads a checked backup into a database that stands at the backup's own migrations. All of it, or nothing.
 */
export async function loadBackup(ownerUrl: string, file: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('BEGIN');
    const tables = await listTables(client);
    const triggers = (word: string) => tables.map((table) => `ALTER TABLE ${table} ${word} TRIGGER USER`);
    await client.query(`TRUNCATE ${tables.join(', ')}`);
    // What was checked when it was written is not checked or counted again.
    await runAll(client, triggers('DISABLE'));
    await insertRows(client, file);
    // What may refer to a later row is checked now; a table with checks to come cannot be altered.
    await countOn(client);
    await runAll(client, [...SETTLE, 'SET CONSTRAINTS ALL IMMEDIATE', ...triggers('ENABLE')]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

const jobSchema = z.object({
  task: z.string(),
  payload: z.json(),
  key: z.string().nullable(),
  runAt: z.string(),
  maxAttempts: z.number(),
});

/** Queues again what waited; once the queue's own tables are there. */
export async function loadJobs(ownerUrl: string, file: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    for await (const part of readBackup(file)) {
      if (part.kind !== 'job') continue;
      const { task, payload, key, runAt, maxAttempts } = jobSchema.parse(JSON.parse(part.text));
      await client.query(
        'SELECT graphile_worker.add_job($1, $2::json, run_at => $3, max_attempts => $4, job_key => $5)',
        [task, JSON.stringify(payload), runAt, maxAttempts, key],
      );
    }
  } finally {
    await client.end();
  }
}

/** @throws when something lives in the database already, or the program still runs on it */
export async function assertFree(ownerUrl: string, replace: boolean): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: number; others: number }>(`
      SELECT (SELECT count(*)::int FROM pg_tables WHERE schemaname IN ('public', 'vault')) AS tables,
        (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()) AS others`);
    const { tables = 0, others = 0 } = rows[0] ?? {};
    if (others > 0) throw new Error('The program still runs on this database. Stop it first.');
    if (tables > 0 && !replace)
      throw new Error(
        'This database is not empty. Restore into an empty one, or add --replace, which empties it first.',
      );
  } finally {
    await client.end();
  }
}

/** Empties a database for a restore: everything in it is gone. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('DROP SCHEMA IF EXISTS public, vault, app, graphile_worker CASCADE');
    await client.query('CREATE SCHEMA public');
  } finally {
    await client.end();
  }
}

/** Migrations that this program does not know: a newer one made the backup. */
export const unknownMigrations = ({ migrations }: BackupHeader, known: readonly string[]): string[] =>
  migrations.filter((name) => !known.includes(name));
