import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = [
  'PG_PASSWORD',
  'WEB_DB_PASSWORD',
  'WORKER_DB_PASSWORD',
  'AUTH_SECRET',
  'VAULT_KEY',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
];

/**
 * The install's own secrets, made on the first start and kept in DATA_DIR/secrets.env (mode 600). Only the launcher reads
 * the file; each process is handed just what it needs.
 */
export function readSecrets(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'secrets.env');
  const known = existsSync(file)
    ? Object.fromEntries(
        readFileSync(file, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
      )
    : {};
  const missing = NAMES.filter((name) => !known[name]);
  for (const name of missing) known[name] = randomBytes(32).toString(name.startsWith('NEXT') ? 'base64' : 'base64url');
  if (missing.length > 0) writeSecrets(dataDir, known);
  return known;
}

/** Put in place at once: a killed process leaves the old file or the new one. */
export function writeSecrets(dataDir, secrets) {
  const part = join(dataDir, 'secrets.env.part');
  const lines = Object.entries(secrets).map(([name, value]) => `${name}=${value}\n`);
  const handle = openSync(part, 'w', 0o600);
  writeSync(handle, lines.join(''));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(part, join(dataDir, 'secrets.env'));
}
