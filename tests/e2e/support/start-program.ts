import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../../../scripts/lib/database.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { runTypeScript, startWeb, startWorker, untilReady } from '../../../scripts/lib/serve.mjs';
import { startStack } from '../../../scripts/lib/stack.mjs';
import { sealCanaries } from './canary';
import { WORLDS } from './worlds';

/** What went wrong inside, as the processes logged it. */
const faultsIn = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !/^\{"level":[1-4]0/.test(line));

/** The whole program as `npm run demo` runs it, in a folder and on ports of its own; the vault is full of canaries. */
export default async function startProgram() {
  const folder = mkdtempSync(join(tmpdir(), 'bookend-e2e-'));
  process.env.DATA_DIR = folder;
  process.env.LOG_LEVEL ??= 'debug';
  const port: number = await freePort();
  const stack = await startStack({ mode: 'production', demo: true, port });
  runTypeScript('prisma/demo/load.ts', [], stack.owner);
  process.env.BOOKEND_URL = `http://localhost:${port}`;
  process.env.BOOKEND_OWNER_URL = stack.ownerUrl;
  // Copies for the two worlds, taken while nobody is connected; each world starts its own processes.
  for (const name of WORLDS) await createDatabase(stack.ownerUrl.replace(/[^/]*$/, 'postgres'), name, 'bookend');
  process.env.BOOKEND_WORLDS = JSON.stringify({ web: stack.web, worker: stack.worker });
  await sealCanaries();
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  const worker = startWorker(stack.worker, { logFile: join(logs, 'worker.log') });
  const web = startWeb('start', stack.web, { logFile: join(logs, 'web.log') });
  await untilReady(`http://127.0.0.1:${port}/readyz`, [web, worker]);
  process.env.BOOKEND_PIDS = `${web.child.pid} ${worker.child.pid}`;
  return async () => {
    await web.stop();
    await worker.stop();
    await stack.stop();
    for (const name of ['web', 'worker']) faultsIn(join(logs, `${name}.log`)).forEach((line) => console.error(line));
    rmSync(folder, { recursive: true, force: true });
  };
}
