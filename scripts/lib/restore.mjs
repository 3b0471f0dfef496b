// A backup back into a database: through the migrations it was made with, then this version's, then the erasure ledger.
import { migrateTo, migrationNames, prepareDatabase } from './database.mjs';

/**
 * @param options `ownerUrl`, `file`, `ring` (key file and its key), `passwords` of the two roles, `replace` empties the database
 *   first, `given` URLs that the operator set
 * @returns when the backup was made, and what was replayed
 */
export async function restore({ ownerUrl, file, ring, passwords, given = {}, replace = false }) {
  const { checkBackup } = await import('../../src/ops/backup-file.ts');
  const ops = await import('../../src/ops/restore.ts');
  const { replayLedger } = await import('../../src/ops/replay.ts');
  const header = await checkBackup(file);
  const unknown = ops.unknownMigrations(header, migrationNames());
  if (unknown.length > 0)
    throw new Error(`A newer version made this backup (it has ${unknown.join(', ')}). Restore it with that version.`);
  await ops.assertFree(ownerUrl, replace);
  if (replace) await ops.emptyDatabase(ownerUrl);
  await migrateTo(ownerUrl, header.migrations);
  await ops.loadBackup(ownerUrl, file);
  // Before anything can read it: what was erased and purged since is gone again.
  const early = await replayLedger(ownerUrl, ring, header.at);
  await prepareDatabase(ownerUrl, passwords, given);
  await ops.loadJobs(ownerUrl, file);
  return { at: header.at, ...early };
}
