// npm start: the built app and the worker against DATABASE_URL; refuses with a list of what is missing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dataDirectory } from './lib/stack.mjs';
import { prepareDatabase } from './lib/database.mjs';
import { readDkim } from './lib/dkim.mjs';
import { baseEnvironment, onStop } from './lib/processes.mjs';
import { root } from './lib/paths.mjs';
import { readSecrets } from './lib/secrets.mjs';
import { keepWorker, startWeb, untilReady } from './lib/serve.mjs';

const NEEDED = {
  DATABASE_URL: 'the database as its owner, for migrations and roles: postgresql://owner:password@host:5432/bookend',
  VAULT_KEY: '32 random bytes in base64url; seals the confidential answers: openssl rand -base64 32',
  APP_URL: 'the public address, such as https://mentoring.example.org',
  AUTH_SECRET: 'at least 32 random characters; signs codes and forms: openssl rand -base64 32',
  SMTP_URL: 'where mail goes, such as smtps://user:password@mail.example.org:465',
  MAIL_FROM: 'the sender, such as "Mentoring <mentoring@example.org>"',
};

const env = process.env;
/** Of these settings those that are set. */
const given = (...names) => Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
const missing = Object.entries(NEEDED)
  .filter(([name]) => !env[name])
  .map(([name, meaning]) => `  ${name}  ${meaning}`);
const dkim = readDkim(env);
const weak = [
  ...dkim.problems.map((problem) => `  ${problem}`),
  ...(env.AUTH_SECRET && env.AUTH_SECRET.length < 32 ? ['  AUTH_SECRET  is shorter than 32 characters'] : []),
  ...(env.VAULT_KEY && Buffer.from(env.VAULT_KEY, 'base64').length !== 32
    ? ['  VAULT_KEY  is not 32 bytes in base64']
    : []),
  ...(env.BOUNCE_SECRET && env.BOUNCE_SECRET.length < 24 ? ['  BOUNCE_SECRET  is shorter than 24 characters'] : []),
  ...(env.MAIL_LEDGER && !/^(none|header|log:\/.+)$/.test(env.MAIL_LEDGER)
    ? ['  MAIL_LEDGER  is none, header, or log:/path of the mail server’s log']
    : []),
  ...(env.BOOKEND_DEMO === '1' ? ['  BOOKEND_DEMO  is for npm run demo only'] : []),
  ...(existsSync(`${root}/${env.NEXT_DIST_DIR ?? '.next'}/BUILD_ID`)
    ? []
    : ['  the build is missing: run npm run build']),
];
if (missing.length + weak.length > 0) {
  console.error(
    `Bookend cannot start. Missing or wrong:\n${[...missing, ...weak].join('\n')}\nEvery variable is explained in .env.example.`,
  );
  process.exit(1);
}

const dataDir = dataDirectory();
const secrets = readSecrets(dataDir);
const parts = [];
const stop = onStop(async () => {
  for (const part of parts.reverse()) await part.stop();
});
try {
  const passwords = { web: secrets.WEB_DB_PASSWORD, worker: secrets.WORKER_DB_PASSWORD };
  const urls = await prepareDatabase(env.DATABASE_URL, passwords, {
    web: env.WEB_DATABASE_URL,
    worker: env.WORKER_DATABASE_URL,
  });
  const common = {
    ...baseEnvironment('production'),
    APP_URL: env.APP_URL,
    AUTH_SECRET: env.AUTH_SECRET,
    BREAK_GLASS: env.BREAK_GLASS ?? '0',
  };
  const port = env.PORT ?? '3000';
  const worker = keepWorker({
    ...common,
    BOOKEND_PROCESS: 'worker',
    WORKER_DATABASE_URL: urls.worker,
    VAULT_KEY: env.VAULT_KEY,
    SMTP_URL: env.SMTP_URL,
    MAIL_FROM: env.MAIL_FROM,
    ...given('MAIL_PER_MINUTE', 'MAIL_LEDGER'),
    ...dkim.settings,
    BOUNCE_DIR: join(dataDir, 'bounces'),
    VAULT_KEY_FILE: join(dataDir, 'vault', 'keys.json'),
  });
  const web = startWeb(
    'start',
    {
      ...common,
      BOOKEND_PROCESS: 'web',
      PORT: port,
      WEB_DATABASE_URL: urls.web,
      TRUSTED_PROXIES: env.TRUSTED_PROXIES ?? '0',
      ...given('BOUNCE_SECRET'),
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
        env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    },
    { host: env.HOST ?? '0.0.0.0' },
  );
  parts.push(worker, web);
  await untilReady(`http://127.0.0.1:${port}/healthz`, [web, worker]);
  console.log(`Bookend is serving ${env.APP_URL} on port ${port}.`);
  const { name, code, signal } = await Promise.race([worker.exited, web.exited]);
  console.error(`The ${name} process ended (${code ?? signal}).`);
  await stop(1);
} catch (error) {
  console.error(error.message);
  await stop(1);
}
