import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../scripts/lib/paths.mjs';
import type { World } from './world';

export type Ended = { code: number | null; signal: NodeJS.Signals | null; output: string; ms: number };

/** An operator's command on the world's own install, as `npm run` runs it, in a process group of its own. */
export function startCommand(world: World, script: string, args: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const begun = performance.now();
  const child = spawn(process.execPath, [`${root}/scripts/${script}`, ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Not production: on a stale lock file the command would install without what the tests need.
    env: { PATH, HOME, DATA_DIR: world.folder, NODE_ENV: 'development', TZ: 'UTC' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, output, ms: performance.now() - begun })),
  );
  const kill = () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It was done before.
    }
  };
  return { ended, kill };
}

/** Starts a command and kills it when `isTime`, or lets it end. @returns whether it was killed */
export async function killWhen(
  { ended, kill }: ReturnType<typeof startCommand>,
  isTime: () => Promise<boolean> | boolean,
): Promise<boolean> {
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!isOver && !(await isTime())) await wait(2);
  kill();
  return (await ended).signal === 'SIGKILL';
}
