// Runs Prisma's own command line with our schema engine in place of the download: node scripts/prisma.mjs generate
import { spawn } from 'node:child_process';
import { root } from './lib/paths.mjs';

export const prismaEnvironment = (over = {}) => ({
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: `${root}/scripts/schema-engine.mjs`,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
  ...over,
});

/** Runs `prisma <args>`; resolves with the exit code and what it printed. */
export function prisma(args, { env = {}, quiet = false } = {}) {
  const child = spawn(process.execPath, [`${root}/node_modules/prisma/build/index.js`, ...args], {
    cwd: root,
    env: prismaEnvironment(env),
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

if (process.argv[1]?.endsWith('scripts/prisma.mjs')) {
  const { code } = await prisma(process.argv.slice(2));
  process.exitCode = code;
}
