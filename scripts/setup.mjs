// npm run setup: begins a program on an install, with its first administrator. The rest is done in the browser.
import { parseArgs } from 'node:util';
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { generateClient } = await import('./lib/build.mjs');
const { prepareDatabase } = await import('./lib/database.mjs');
const { asCommand, withInstall } = await import('./lib/ops.mjs');

const USAGE = `npm run setup -- --organization "Library Association" --program "Mentoring" --slug mentoring \\
  --name "Rosalind Achebe" --email rosalind@example.org

Begins a program: its organization if there is none of that name, its public page at APP_URL/SLUG, and its first
administrator, who gets a mail. Set DATABASE_URL, VAULT_KEY and APP_URL as for npm start. Run it again for another program.`;

const FLAGS = ['organization', 'program', 'slug', 'name', 'email'];

function typed() {
  try {
    return parseArgs({ options: Object.fromEntries(FLAGS.map((flag) => [flag, { type: 'string' }])) }).values;
  } catch (error) {
    throw new Error(`${error.message}\n\n${USAGE}`, { cause: error });
  }
}

await generateClient();
await asCommand(async () => {
  const values = typed();
  const appUrl = (process.env.APP_URL ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/$/, '');
  process.env.APP_URL = appUrl;
  // Working on the install points these at the owner.
  const given = { web: process.env.WEB_DATABASE_URL, worker: process.env.WORKER_DATABASE_URL };
  return withInstall(async ({ ownerUrl, secrets }) => {
    const { setUp, setupSchema } = await import('../src/ops/setup.ts');
    const read = setupSchema.safeParse(values);
    if (!read.success) {
      console.error(`${read.error.issues.map(({ message }) => message).join('\n')}\n\n${USAGE}`);
      return 2;
    }
    const passwords = { web: secrets.WEB_DB_PASSWORD, worker: secrets.WORKER_DB_PASSWORD };
    await prepareDatabase(ownerUrl, passwords, given);
    await setUp(read.data, `${appUrl}/sign-in`, new Date());
    console.log(
      `${read.data.program} is there: ${appUrl}/${read.data.slug}\n${read.data.email} is its administrator, and gets a mail as soon as the program runs. Sign in at ${appUrl}/sign-in`,
    );
    return 0;
  });
});
