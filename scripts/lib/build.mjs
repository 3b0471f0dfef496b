// Generated client, assets and the built app, each made again only when its sources changed.
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';
import { unlessDone } from './fingerprint.mjs';
import { prisma } from '../prisma.mjs';
import { buildAssets } from './assets.mjs';

export const generateClient = () =>
  unlessDone({
    places: ['prisma/schema.prisma', 'package-lock.json'],
    stamp: `${root}/src/db/generated/.stamp`,
    result: `${root}/src/db/generated/client.ts`,
    work: async () => {
      const { code, output } = await prisma(['generate'], { quiet: true, env: { DATABASE_URL: 'postgresql://unset' } });
      if (code !== 0) throw new Error(`prisma generate failed:\n${output}`);
    },
  });

const ensureAssets = () =>
  unlessDone({
    places: ['src/ui', 'src/features', 'src/app', 'scripts/lib/assets.mjs', 'package-lock.json'],
    stamp: `${root}/public/assets/.stamp`,
    result: `${root}/public/assets/manifest.json`,
    work: buildAssets,
  });

/** One key for every build of an install, so that a form opened before a deploy can be sent after it. */
function buildEnvironment(actionsKey) {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    APP_URL: process.env.APP_URL ?? 'http://localhost:3000',
    ...(actionsKey ? { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey } : {}),
  };
}

function nextBuild(actionsKey) {
  const child = spawn(process.execPath, [`${root}/node_modules/next/dist/bin/next`, 'build'], {
    cwd: root,
    env: buildEnvironment(actionsKey),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build failed:\n${output}`))));
  });
}

export async function ensureBuild(actionsKey) {
  await generateClient();
  await ensureAssets();
  const dist = process.env.NEXT_DIST_DIR ?? '.next';
  return unlessDone({
    places: ['src', 'public', 'prisma/schema.prisma', 'next.config.ts', 'tsconfig.json', 'package-lock.json'],
    stamp: `${root}/${dist}/.stamp`,
    result: `${root}/${dist}/BUILD_ID`,
    work: () => nextBuild(actionsKey),
  });
}
