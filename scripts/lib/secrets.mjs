import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  if (missing.length > 0) {
    writeFileSync(file, NAMES.map((name) => `${name}=${known[name]}\n`).join(''), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return known;
}
