// Brings a database up to this version: migrations under an advisory lock, the two roles, grants, the queue's tables.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { prisma } from '../prisma.mjs';
import { root } from './paths.mjs';

const MIGRATION_LOCK = 727_001;
const identifier = (name) => `"${name.replaceAll('"', '""')}"`;
const literal = (text) => `'${text.replaceAll("'", "''")}'`;

export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function createDatabase(adminUrl, name, template) {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount)
      await client.query(`CREATE DATABASE ${identifier(name)}${template ? ` TEMPLATE ${identifier(template)}` : ''}`);
  });
}

export const migrationNames = () =>
  readdirSync(`${root}/prisma/migrations`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

async function appliedNames(client) {
  const { rows } = await client.query(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS exists`);
  if (!rows[0].exists) return [];
  const done = await client.query(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return done.rows.map((row) => row.migration_name).sort();
}

/** @throws when the database is newer than this program, or a migration fails */
async function migrate(client, ownerUrl) {
  const known = migrationNames();
  const applied = await appliedNames(client);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`The database is newer than this program (it has ${unknown.join(', ')}). Start the newer version.`);
  if (applied.length === known.length) return;
  const { code, output } = await prisma(['migrate', 'deploy'], { env: { DATABASE_URL: ownerUrl }, quiet: true });
  if (code !== 0) throw new Error(`The migrations failed:\n${output}`);
}

/** Brings an empty database to just these migrations, as it stood when a backup was made. */
export async function migrateTo(ownerUrl, names) {
  const folder = mkdtempSync(join(tmpdir(), 'bookend-migrations-'));
  try {
    for (const name of ['migration_lock.toml', ...names])
      cpSync(`${root}/prisma/migrations/${name}`, join(folder, name), { recursive: true });
    const env = { DATABASE_URL: ownerUrl, MIGRATIONS_DIR: folder };
    const { code, output } = await prisma(['migrate', 'deploy'], { env, quiet: true });
    if (code !== 0) throw new Error(`The migrations failed:\n${output}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeRole(client, role, password) {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${identifier(role)} LOGIN PASSWORD ${literal(password)}`);
}

async function grant(client, database, web, worker) {
  const sql = readFileSync(`${root}/prisma/grants.sql`, 'utf8')
    .replaceAll(':web', identifier(web))
    .replaceAll(':worker', identifier(worker));
  await client.query(`GRANT CONNECT ON DATABASE ${identifier(database)} TO ${identifier(web)}, ${identifier(worker)}`);
  await client.query(`GRANT ${identifier(worker)} TO CURRENT_USER`);
  await client.query(sql);
  await client.query(`ALTER SCHEMA app OWNER TO CURRENT_USER`);
  await client.query(`GRANT CREATE ON SCHEMA app TO ${identifier(worker)}`);
  await client.query(`ALTER FUNCTION app.enqueue_job OWNER TO ${identifier(worker)}`);
  await client.query(`GRANT EXECUTE ON FUNCTION app.enqueue_job TO ${identifier(web)}, ${identifier(worker)}`);
  await client.query(`REVOKE CREATE ON SCHEMA app FROM ${identifier(worker)}`);
}

const withLogin = (ownerUrl, role, password) => {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.toString();
};

/** Says which roles to make by hand where the owner may not make them. */
function rolesByHand(web, worker) {
  return [
    'The database owner may not create roles. Run this once as an administrator, with passwords of your own,',
    'then set WEB_DATABASE_URL and WORKER_DATABASE_URL:',
    `  CREATE ROLE ${identifier(web)} LOGIN PASSWORD '...';`,
    `  CREATE ROLE ${identifier(worker)} LOGIN PASSWORD '...';`,
    `  GRANT ${identifier(worker)} TO CURRENT_USER;`,
  ].join('\n');
}

/**
 * Migrates, makes the two roles of the running program and gives them their rights. Safe to run from several processes
 * at once and on every start.
 *
 * @param given URLs that the operator set; a role made by hand is left as it is
 * @returns the URLs for the web and the worker process
 */
export async function prepareDatabase(ownerUrl, passwords, given = {}) {
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  const roleOf = (url, fallback) => (url ? decodeURIComponent(new URL(url).username) : fallback);
  const web = roleOf(given.web, `${database}_web`);
  const worker = roleOf(given.worker, `${database}_worker`);
  const urls = {
    web: given.web ?? withLogin(ownerUrl, web, passwords.web),
    worker: given.worker ?? withLogin(ownerUrl, worker, passwords.worker),
  };
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int AS version, (rolcreaterole OR rolsuper) AS may FROM pg_roles WHERE rolname = current_user`,
    );
    if (rows[0].version < 160_000) throw new Error('Bookend needs PostgreSQL 16 or newer.');
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(client, ownerUrl);
    if (!given.web || !given.worker) {
      if (!rows[0].may) throw new Error(rolesByHand(web, worker));
      if (!given.web) await makeRole(client, web, passwords.web);
      if (!given.worker) await makeRole(client, worker, passwords.worker);
    }
    await grant(client, database, web, worker);
    await migrateQueue(client, database, worker, urls.worker);
  });
  return urls;
}

/** The queue's tables belong to the worker role, which may create its schema for just this moment. */
async function migrateQueue(client, database, worker, workerUrl) {
  const { runMigrations } = await import('graphile-worker');
  await client.query(`GRANT CREATE ON DATABASE ${identifier(database)} TO ${identifier(worker)}`);
  await runMigrations({ connectionString: workerUrl, logger: await quietLogger() });
  await client.query(`REVOKE CREATE ON DATABASE ${identifier(database)} FROM ${identifier(worker)}`);
}

async function quietLogger() {
  const { Logger } = await import('graphile-worker');
  return new Logger(() => (level, message) => {
    if (level === 'error') console.error(message);
  });
}
