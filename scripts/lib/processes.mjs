import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { root } from './paths.mjs';

const STOP_MS = 10_000;

/** Only what every process may know; each adds what it alone needs. */
export const baseEnvironment = (mode) => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  NODE_ENV: mode,
  NEXT_TELEMETRY_DISABLED: '1',
  // Ends the process when the launcher is gone, even if that was killed outright.
  NODE_OPTIONS: `--import ${root}/scripts/lib/with-launcher.mjs`,
  BOOKEND_LAUNCHER: String(process.pid),
  ...(process.env.NEXT_DIST_DIR ? { NEXT_DIST_DIR: process.env.NEXT_DIST_DIR } : {}),
  ...(process.env.LOG_LEVEL ? { LOG_LEVEL: process.env.LOG_LEVEL } : {}),
});

/** Starts a Node program in a process group of its own, so that Ctrl-C reaches the launcher alone; `logFile` takes all it says. */
export function startNode(name, args, env, { onLine, logFile } = {}) {
  const log = logFile ? openSync(logFile, 'a') : null;
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', log ?? (onLine ? 'pipe' : 'inherit'), log ?? 'inherit'],
  });
  if (log !== null) closeSync(log);
  else if (onLine) {
    let rest = '';
    child.stdout.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    });
  }
  const exited = new Promise((resolve) => child.on('exit', (code, signal) => resolve({ name, code, signal })));
  const signalGroup = (signal) => {
    try {
      process.kill(-(child.pid ?? 0), signal);
    } catch {
      // Already gone.
    }
  };
  const stop = async () => {
    signalGroup('SIGTERM');
    const late = setTimeout(() => signalGroup('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(late);
    signalGroup('SIGKILL');
  };
  const kill = () => {
    signalGroup('SIGKILL');
    return exited;
  };
  return { name, child, exited, stop, kill };
}

/**
 * Starts a process again whenever it ends by itself: the queue's library ends the worker when a job's end cannot be written
 * because the database is away. One that ends before it ever lived for `settledMs` has a fault of its own: `exited` then says
 * so, and nothing is started again.
 *
 * @param start gives a process of {@link startNode}
 */
export function keepRunning(start, { settledMs = 5000, pauseMs = 1000, mostPauseMs = 30_000 } = {}) {
  let current = start();
  let isOver = false;
  const keep = async () => {
    let pause = pauseMs;
    for (let turn = 0; ; turn += 1) {
      const begun = Date.now();
      const end = await current.exited;
      const hasLived = Date.now() - begun >= settledMs;
      if (isOver || (turn === 0 && !hasLived)) return end;
      pause = hasLived ? pauseMs : Math.min(mostPauseMs, pause * 2);
      console.error(`The ${end.name} process ended (${end.code ?? end.signal}) and is started again.`);
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (isOver) return end;
      current = start();
    }
  };
  const exited = keep();
  return {
    name: current.name,
    get child() {
      return current.child;
    },
    exited,
    /** Ends it for good, by `stop` or outright. */
    stop: () => ((isOver = true), current.stop()),
    kill: () => ((isOver = true), current.kill()),
  };
}

/** Runs `cleanup` once, on Ctrl-C, on a termination signal, or when called. */
export function onStop(cleanup) {
  let stopping;
  const stop = (code) => (stopping ??= cleanup().finally(() => process.exit(code)));
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])
    process.on(signal, () => stop(code));
  return stop;
}
