// Everything below the web and the worker process: database, roles, mail catcher, and the environment of each.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createDatabase, prepareDatabase, withClient } from './database.mjs';
import { startMailCatcher } from './mail-catcher.mjs';
import { root } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { baseEnvironment } from './processes.mjs';
import { readSecrets } from './secrets.mjs';

export const dataDirectory = () => resolve(root, process.env.DATA_DIR ?? '.data');

/** Of these settings those that are set. */
const given = (...names) =>
  Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));

/**
 * @param options `mode` production | development; `demo` opens /dev/*; `port` where the web process will listen;
 *   `reset` drops the database first
 * @returns URLs, `web` and `worker` environments, and `stop()`
 */
export async function startStack({ mode, demo, port, reset = false, database = 'bookend' }) {
  const dataDir = dataDirectory();
  mkdirSync(dataDir, { recursive: true });
  const secrets = readSecrets(dataDir);
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), password: secrets.PG_PASSWORD });
  const ownerUrl = postgres.urlOf(database);
  if (reset)
    await withClient(postgres.urlOf('postgres'), (client) =>
      client.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`),
    );
  await createDatabase(postgres.urlOf('postgres'), database);
  const urls = await prepareDatabase(ownerUrl, { web: secrets.WEB_DB_PASSWORD, worker: secrets.WORKER_DB_PASSWORD });
  const mailDir = join(dataDir, 'mail');
  const catcher = process.env.SMTP_URL ? null : await startMailCatcher(mailDir);
  const appUrl = process.env.APP_URL ?? `http://localhost:${port}`;
  const common = {
    ...baseEnvironment(mode),
    APP_URL: appUrl,
    AUTH_SECRET: secrets.AUTH_SECRET,
    BREAK_GLASS: process.env.BREAK_GLASS ?? '0',
  };
  const vault = { VAULT_KEY: secrets.VAULT_KEY, VAULT_KEY_FILE: join(dataDir, 'vault', 'keys.json') };
  return {
    appUrl,
    ownerUrl,
    secrets,
    web: {
      ...common,
      PORT: String(port),
      BOOKEND_PROCESS: 'web',
      WEB_DATABASE_URL: urls.web,
      BOOKEND_DEMO: demo ? '1' : '0',
      MAIL_DIR: mailDir,
      TRUSTED_PROXIES: process.env.TRUSTED_PROXIES ?? '0',
      ...given('BOUNCE_SECRET'),
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    },
    worker: {
      ...common,
      ...vault,
      BOOKEND_PROCESS: 'worker',
      WORKER_DATABASE_URL: urls.worker,
      SMTP_URL: process.env.SMTP_URL ?? catcher.url,
      MAIL_FROM: process.env.MAIL_FROM ?? 'Bookend <mentoring@example.test>',
      BOUNCE_DIR: join(dataDir, 'bounces'),
      ...given('MAIL_PER_MINUTE', 'MAIL_LEDGER'),
    },
    /** For commands that fill the database: the owner's URL and the vault's key. */
    owner: { ...common, ...vault, WEB_DATABASE_URL: ownerUrl, DATABASE_URL: ownerUrl },
    stop: async () => {
      await catcher?.stop();
      await postgres.stop();
    },
  };
}
