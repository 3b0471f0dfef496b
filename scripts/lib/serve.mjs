import { spawnSync } from 'node:child_process';
import { root } from './paths.mjs';
import { keepRunning, startNode } from './processes.mjs';

const next = `${root}/node_modules/next/dist/bin/next`;
const tsx = ['--import', `${root}/node_modules/tsx/dist/esm/index.mjs`];

/** The program's own log lines are kept; the framework's greetings are not. */
const logOnly = (line) => line.startsWith('{') && console.log(line);

/** Room for what a page leaves behind (MB, three times): cleaned up less often, pages take a tenth less of the processor. */
const YOUNG = '--max-semi-space-size=64';

/** `start` serves the build; `dev` compiles on the way and reloads. */
export const startWeb = (command, env, { host = '127.0.0.1', logFile = '' } = {}) =>
  command === 'start'
    ? startNode('web', [YOUNG, `${root}/scripts/web.mjs`], { ...env, HOST: host }, { onLine: logOnly, logFile })
    : startNode('web', [next, 'dev', '-p', env.PORT, '-H', host], env, {
        onLine: (line) => line && console.log(`  ${line}`),
      });

export const startWorker = (env, { watch = false, logFile = '' } = {}) =>
  startNode(
    'worker',
    [...(watch ? ['--watch-path=src', '--watch-preserve-output'] : []), ...tsx, `${root}/src/jobs/worker.ts`],
    env,
    { logFile },
  );

/** A worker that outlives its own end: the next one takes up what it left. */
export const keepWorker = (env, options = {}, kept = {}) => keepRunning(() => startWorker(env, options), kept);

/** Runs a TypeScript program of ours to its end. */
export function runTypeScript(file, args, env) {
  const { status } = spawnSync(process.execPath, [...tsx, `${root}/${file}`, ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${file} failed`);
}

/** Waits until the web process answers; a process that ended meanwhile ends the wait. */
export async function untilReady(url, processes, seconds = 60) {
  const ended = Promise.race(processes.map(({ exited }) => exited));
  const deadline = Date.now() + seconds * 1000;
  let gone = null;
  void ended.then((which) => (gone = which));
  while (Date.now() < deadline) {
    if (gone) throw new Error(`The ${gone.name} process ended (${gone.code ?? gone.signal}) before it was ready.`);
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answered at ${url} within ${seconds} seconds.`);
}
