import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** Runs a Node program of a package to its end; resolves with its exit code and all it printed. */
export function runNode(file, args, { env = process.env, show = false } = {}) {
  const child = spawn(process.execPath, [`${root}/${file}`, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const take = (stream) => (chunk) => {
    output += chunk;
    if (show) stream.write(chunk);
  };
  child.stdout.on('data', take(process.stdout));
  child.stderr.on('data', take(process.stderr));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
