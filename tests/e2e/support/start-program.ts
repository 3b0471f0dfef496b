import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { runTypeScript, startWeb, startWorker, untilReady } from '../../../scripts/lib/serve.mjs';
import { startStack } from '../../../scripts/lib/stack.mjs';

/** The whole program as `npm run demo` runs it, in a folder and on ports of its own. */
export default async function startProgram() {
  const folder = mkdtempSync(join(tmpdir(), 'bookend-e2e-'));
  process.env.DATA_DIR = folder;
  process.env.LOG_LEVEL ??= 'error';
  const port: number = await freePort();
  const stack = await startStack({ mode: 'production', demo: true, port });
  runTypeScript('prisma/demo/load.ts', [], stack.owner);
  const worker = startWorker(stack.worker);
  const web = startWeb('start', stack.web);
  await untilReady(`http://127.0.0.1:${port}/readyz`, [web, worker]);
  process.env.BOOKEND_URL = `http://localhost:${port}`;
  process.env.BOOKEND_OWNER_URL = stack.ownerUrl;
  process.env.BOOKEND_PIDS = `${web.child.pid} ${worker.child.pid}`;
  return async () => {
    await web.stop();
    await worker.stop();
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
