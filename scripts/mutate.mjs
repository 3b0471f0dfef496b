// npm run mutate -- scoring | reports | solver: changes the matcher line by line, and counts what no test notices. Takes
// from a quarter of an hour on; not part of npm test.
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { runNode } = await import('./lib/run.mjs');
const [group = 'scoring', ...rest] = process.argv.slice(2);
const { code } = await runNode('node_modules/@stryker-mutator/core/bin/stryker.js', ['run', ...rest], {
  env: { ...process.env, MUTATE: group },
  show: true,
});
process.exitCode = code;
