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
  return { name, child, exited, stop };
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
