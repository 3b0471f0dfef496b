// npm run backup [-- FILE]: the whole program of this moment in one file. The vault's keys are never in it.
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { generateClient } = await import('./lib/build.mjs');
const { asCommand, withInstall } = await import('./lib/ops.mjs');

await generateClient();
await asCommand(() =>
  withInstall(async ({ ownerUrl, dataDir }) => {
    const { backUp } = await import('../src/ops/backup.ts');
    const stamp = new Date().toISOString().replace(/[:.]/g, '-');
    const asked = process.argv[2];
    const folder = process.env.INIT_CWD ?? process.cwd();
    const file = asked ? resolve(folder, asked) : join(dataDir, 'backups', `bookend-${stamp}.gz`);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    await backUp(ownerUrl, file);
    console.log(`${file}\nKeep it apart from ${join(dataDir, 'vault')}, which opens what is sealed in it.`);
  }),
);
