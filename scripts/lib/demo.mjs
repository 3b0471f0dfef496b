import { ensureBuild } from './build.mjs';
import { withClient } from './database.mjs';
import { isPortFree, nextFreePort } from './ports.mjs';
import { onStop } from './processes.mjs';
import { keepWorker, runTypeScript, startWeb, untilReady } from './serve.mjs';
import { startStack } from './stack.mjs';

/** The port asked for, or, when none was, 3000 or the next free one. */
async function choosePort() {
  if (!process.env.PORT) return nextFreePort(3000);
  const port = Number(process.env.PORT);
  if (await isPortFree(port)) return port;
  throw new Error(`Port ${port} is in use. Set PORT to another one, or leave it out to take the next free one.`);
}

/** Asked here, because starting the loader only to hear "already there" takes seconds. */
const isLoaded = (ownerUrl) =>
  withClient(
    ownerUrl,
    async (client) => (await client.query("SELECT FROM installation WHERE key = 'demonstration'")).rowCount > 0,
  );

function announce(appUrl) {
  console.log(`
Bookend is running with its demonstration program.

  Programs           ${appUrl}
  Sign in as anyone  ${appUrl}/dev/sign-in
  Mail that was sent ${appUrl}/dev/mail

Stop with Ctrl-C. Start over with: npm run demo -- --reset
`);
}

export async function runDemo({ reset }) {
  const parts = [];
  const stop = onStop(async () => {
    for (const part of parts.reverse()) await part.stop();
  });
  try {
    const port = await choosePort();
    console.log('Starting the database …');
    const stack = await startStack({ mode: 'production', demo: true, port, reset });
    parts.push(stack);
    const built = ensureBuild(stack.secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY);
    if (await Promise.race([built.then(() => false), new Promise((done) => setTimeout(() => done(true), 1500))]))
      console.log('Building, about a minute …');
    await built;
    if (!(await isLoaded(stack.ownerUrl))) runTypeScript('prisma/demo/load.ts', [], stack.owner);
    const worker = keepWorker(stack.worker);
    const web = startWeb('start', stack.web);
    parts.push(worker, web);
    await untilReady(`http://127.0.0.1:${port}/readyz`, [web, worker]);
    announce(stack.appUrl);
    const { name, code, signal } = await Promise.race([worker.exited, web.exited]);
    console.error(`The ${name} process ended (${code ?? signal}).`);
    await stop(1);
  } catch (error) {
    console.error(error.message);
    await stop(1);
  }
}
