// npm run restore -- FILE [--replace]: a backup into an empty database; erasures and purges since then are replayed.
import { resolve } from 'node:path';
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { generateClient } = await import('./lib/build.mjs');
const { createDatabase } = await import('./lib/database.mjs');
const { asCommand, withInstall } = await import('./lib/ops.mjs');
const { restore } = await import('./lib/restore.mjs');

const args = process.argv.slice(2);
const [file] = args.filter((arg) => !arg.startsWith('--'));
await generateClient();
await asCommand(() => {
  if (!file) throw new Error('Which file? npm run restore -- FILE [--replace]');
  return withInstall(async ({ ownerUrl, ring, secrets, isGiven }) => {
    const { WEB_DATABASE_URL: _, ...env } = process.env;
    if (!isGiven) await createDatabase(ownerUrl.replace(/\/[^/]*$/, '/postgres'), 'bookend');
    const done = await restore({
      ownerUrl,
      ring,
      file: resolve(env.INIT_CWD ?? process.cwd(), file),
      passwords: { web: secrets.WEB_DB_PASSWORD, worker: secrets.WORKER_DB_PASSWORD },
      given: isGiven && env.WORKER_DATABASE_URL ? { worker: env.WORKER_DATABASE_URL } : {},
      replace: args.includes('--replace'),
    });
    console.log(`Restored what was there on ${done.at.toISOString()}.
  erased since and dropped again: ${done.erased} sealed records, ${done.forgotten} people
  purged cycles kept purged:      ${done.purged}
  sealed for keys that are gone:  ${done.unreadable} records, dropped
  lines of the access log lost:   ${done.lostReadings}
Letters that were waiting are "uncertain" now: look at the delivery log before you send any again. Everybody signs in anew.`);
  });
});
