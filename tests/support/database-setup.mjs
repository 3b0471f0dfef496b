// One cluster and one migrated template database for the whole run; each test process clones the template.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, prepareDatabase, withClient } from '../../scripts/lib/database.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';

// Nothing here must survive a power cut, so nothing waits for the disk.
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 120 };
const TEMPLATE = 'bookend_template';

export default async function setup({ provide }) {
  const folder = mkdtempSync(join(tmpdir(), 'bookend-test-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), password: 'test', settings: FAST });
  await createDatabase(postgres.urlOf('postgres'), TEMPLATE);
  const urls = await prepareDatabase(postgres.urlOf(TEMPLATE), { web: 'test', worker: 'test' });
  await withClient(postgres.urlOf(TEMPLATE), async (client) => {
    await client.query('CREATE TABLE app.test_clock (now timestamptz NOT NULL)');
    await client.query(`GRANT SELECT ON app.test_clock TO ${TEMPLATE}_web, ${TEMPLATE}_worker`);
  });
  // What tests put into temporary folders of their own goes with the cluster.
  process.env.TMPDIR = folder;
  provide('cluster', {
    folder,
    owner: postgres.urlOf('postgres'),
    template: TEMPLATE,
    web: urls.web,
    worker: urls.worker,
  });
  return async () => {
    await postgres.stop();
    // What is still being written when a process ends may be there a moment longer.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
}
