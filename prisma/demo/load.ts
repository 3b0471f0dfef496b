import { db } from '../../src/db/client';
import { newId } from '../../src/lib/id';
import { fillDemonstration } from './fill';

const DEMO_KEY = 'demonstration';

const { VAULT_KEY: masterKey, VAULT_KEY_FILE: file } = process.env;
if (!masterKey || !file) throw new Error('VAULT_KEY and VAULT_KEY_FILE are needed to seal the demonstration answers.');

const known = await db.installation.findUnique({ where: { key: DEMO_KEY } });
if (!known) {
  const start = new Date();
  await db.$transaction(
    async (tx) => {
      await fillDemonstration({ tx, start, organizationId: newId(start), ring: { masterKey, file } });
      await tx.installation.create({ data: { key: DEMO_KEY, value: start.toISOString() } });
    },
    { timeout: 120_000 },
  );
  // Without statistics the first matching would choose slow joins.
  await db.$executeRaw`ANALYZE`;
  console.log('Loaded the demonstration program.');
}
await db.$disconnect();
