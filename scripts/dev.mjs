// npm run dev: the demonstration program with reload.
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { startNode, onStop } = await import('./lib/processes.mjs');
const { generateClient } = await import('./lib/build.mjs');
const { watchAssets } = await import('./lib/assets.mjs');
const { nextFreePort } = await import('./lib/ports.mjs');
const { startStack } = await import('./lib/stack.mjs');
const { runTypeScript, startWeb, startWorker, untilReady } = await import('./lib/serve.mjs');

const port = process.env.PORT ? Number(process.env.PORT) : await nextFreePort(3000);
const parts = [];
const stop = onStop(async () => {
  for (const part of parts.reverse()) await part.stop();
});
await generateClient();
const stack = await startStack({ mode: 'development', demo: true, port, reset: process.argv.includes('--reset') });
parts.push(stack);
runTypeScript('prisma/demo/load.ts', [], stack.owner);
parts.push(startNode('assets', await watchAssets(), stack.web, { onLine: () => undefined }));
const worker = startWorker(stack.worker, { watch: true });
const web = startWeb('dev', stack.web);
parts.push(worker, web);
await untilReady(`http://127.0.0.1:${port}/healthz`, [web, worker]);
console.log(`\nBookend in development: ${stack.appUrl}  ·  ${stack.appUrl}/dev/sign-in  ·  ${stack.appUrl}/dev/mail\n`);
await Promise.race([worker.exited, web.exited]);
await stop(1);
