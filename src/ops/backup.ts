import pg from 'pg';
import { writeBackup, type BackupPart } from './backup-file';
import { listTables } from './tables';

const AT_ONCE = 500;

/** Rows as JSON, a few hundred at a time: memory does not grow with the table. */
async function* rowsOf(client: pg.Client, query: string): AsyncGenerator<string> {
  await client.query(`DECLARE backup NO SCROLL CURSOR FOR ${query}`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${AT_ONCE} FROM backup`);
    if (rows.length === 0) break;
    for (const { row } of rows) yield row;
  }
  await client.query('CLOSE backup');
}

const JOBS = `
  SELECT json_build_object('task', t.identifier, 'payload', j.payload, 'key', j.key, 'runAt', j.run_at,
    'maxAttempts', j.max_attempts)::text AS row
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`;

async function* partsOf(client: pg.Client): AsyncGenerator<BackupPart> {
  for (const name of await listTables(client)) {
    yield { kind: 'table', name };
    for await (const text of rowsOf(client, `SELECT row_to_json(t)::text AS row FROM ${name} t`))
      yield { kind: 'row', text };
  }
  for await (const text of rowsOf(client, JOBS)) yield { kind: 'job', text };
}

/**
 * Writes the whole program of one moment into a file, while it goes on running. The vault's records are in it, sealed; the
 * keys are not: they are in no table.
 */
export async function backUp(ownerUrl: string, file: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ at: Date; migrations: string[] }>(`
      SELECT clock_timestamp() AS at, array_agg(migration_name::text ORDER BY migration_name) AS migrations
      FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`);
    const { at, migrations } = rows[0] ?? { at: new Date(0), migrations: [] };
    await writeBackup(file, { bookend: 1, at, migrations }, partsOf(client));
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
