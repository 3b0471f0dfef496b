import pg from 'pg';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeEach, inject } from 'vitest';
import { PrismaClient } from '@/db/generated/client';

declare module 'vitest' {
  interface ProvidedContext {
    cluster: { folder: string; owner: string; template: string; web: string; worker: string };
  }
}

const { owner, template, web, worker } = inject('cluster');

/**
 * A database of the cluster that no other test process uses: the first whose advisory lock is free, cloned from the
 * template when it is new. The lock goes with the process. (The runner's own worker numbers are not unique.)
 */
async function claimDatabase(): Promise<{ name: string; release: () => Promise<void> }> {
  const admin = new pg.Client(owner);
  // The cluster may go before this process does.
  admin.on('error', () => undefined);
  await admin.connect();
  for (let number = 1; ; number++) {
    const { rows } = await admin.query<{ mine: boolean }>('SELECT pg_try_advisory_lock(8080, $1) AS mine', [number]);
    if (!rows[0]?.mine) continue;
    const name = `bookend_test_${number}`;
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) {
      await admin.query('SELECT pg_advisory_lock(8081)');
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
      await admin.query('SELECT pg_advisory_unlock(8081)');
    }
    return { name, release: () => admin.end() };
  }
}
const { name, release } = await claimDatabase();
const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();

/** The test database as its owner, as the web role, and as the worker role. */
export const urls = { owner: at(owner), web: at(web), worker: at(worker) };

// Commands run as the web role, exactly as in the web process.
process.env.WEB_DATABASE_URL = urls.web;
process.env.APP_URL ??= 'http://localhost:3000';
process.env.AUTH_SECRET ??= 'a secret for tests only, long enough to be taken';
process.env.LOG_LEVEL ??= 'silent';

const pool = new pg.Pool({ connectionString: urls.owner, max: 2 });
pool.on('error', () => undefined);

/** As the owner: for looking where no role of the program may look, and for breaking things on purpose. */
export const ownerQuery = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await pool.query<Row>(sql, values)).rows;

const { rows: tables } = await pool.query<{ list: string }>(`
  SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS list FROM pg_tables
  WHERE (schemaname IN ('public', 'vault') AND tablename <> '_prisma_migrations')
     OR (schemaname = 'app' AND tablename = 'test_clock') OR (schemaname = 'graphile_worker' AND tablename = '_private_jobs')`);

export async function resetDatabase(): Promise<void> {
  await pool.query(`TRUNCATE ${tables[0]?.list ?? ''} CASCADE`);
}

/** Stops the database's clock, by which deadlines are decided, at `now`. */
export async function freezeClock(now: Date): Promise<void> {
  await pool.query('DELETE FROM app.test_clock');
  await pool.query('INSERT INTO app.test_clock (now) VALUES ($1)', [now]);
}

let workerClient: PrismaClient | undefined;

/** Runs `work` with the worker role behind `db`, as in the worker process. */
export async function asWorker<T>(work: () => Promise<T>): Promise<T> {
  const before = globalThis.bookendDb;
  globalThis.bookendDb = workerClient ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: urls.worker }),
  });
  try {
    return await work();
  } finally {
    globalThis.bookendDb = before;
  }
}

/** Jobs that wait in the queue, oldest first. */
export const queuedJobs = () =>
  ownerQuery<{ task: string; key: string | null }>(`
    SELECT t.identifier AS task, j.key FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`);

beforeEach(resetDatabase);
afterAll(async () => {
  await workerClient?.$disconnect();
  await globalThis.bookendDb?.$disconnect();
  globalThis.bookendDb = undefined;
  await globalThis.bookendLimits?.pool.end();
  globalThis.bookendLimits = undefined;
  await pool.end();
  await release();
});
