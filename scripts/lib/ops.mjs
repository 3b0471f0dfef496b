// What the operator's commands work on: the install of DATABASE_URL, or the embedded one in DATA_DIR.
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { readSecrets, writeSecrets } from './secrets.mjs';
import { dataDirectory } from './stack.mjs';

const given = () => {
  const { DATABASE_URL: ownerUrl, VAULT_KEY } = process.env;
  if (!VAULT_KEY) throw new Error('VAULT_KEY is needed beside DATABASE_URL.');
  return { ownerUrl, masterKey: VAULT_KEY, stop: () => Promise.resolve(), isGiven: true };
};

async function embedded(dataDir) {
  const secrets = readSecrets(dataDir);
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), password: secrets.PG_PASSWORD });
  return {
    ownerUrl: postgres.urlOf('bookend'),
    masterKey: secrets.VAULT_KEY,
    isGiven: false,
    // One that the demonstration is running on stays up.
    stop: postgres.wasRunning ? () => Promise.resolve() : postgres.stop,
  };
}

/**
 * Runs `work` on this install, with our TypeScript readable and the database client pointed at the owner.
 *
 * @param work gets `ownerUrl`, `ring`, `secrets` (its own database passwords), `keepMasterKey`, `isGiven`
 */
export async function withInstall(work) {
  const dataDir = dataDirectory();
  const install = process.env.DATABASE_URL ? given() : await embedded(dataDir);
  try {
    process.env.WEB_DATABASE_URL = install.ownerUrl;
    const { register } = await import('tsx/esm/api');
    register();
    return await work({
      ...install,
      dataDir,
      secrets: readSecrets(dataDir),
      ring: { masterKey: install.masterKey, file: join(dataDir, 'vault', 'keys.json') },
      keepSecrets: (secrets) => writeSecrets(dataDir, secrets),
    });
  } finally {
    await globalThis.bookendDb?.$disconnect();
    await install.stop();
  }
}

/** Ends the process with what went wrong as one sentence, not a trace. */
export async function asCommand(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
