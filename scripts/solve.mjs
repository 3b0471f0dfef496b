// npm run solve -- problem.json [--out answer.json]: the best plan for a file, with its proof. No server, no database.
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { register } = await import('tsx/esm/api');
register();
const { runSolve } = await import('../src/cli/solve.ts');
process.exitCode = runSolve(process.argv.slice(2), {
  // npm starts scripts in the project's folder and tells where it was called.
  folder: process.env.INIT_CWD ?? process.cwd(),
  out: (text) => process.stdout.write(text),
  say: (line) => process.stderr.write(`${line}\n`),
  now: () => performance.now(),
});
