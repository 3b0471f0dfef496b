// npm test: everything, on a fresh clone. `node scripts/test.mjs db`, `e2e` or `chaos` runs one part.
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { runTests } = await import('./lib/tests.mjs');
process.exitCode = await runTests(process.argv[2]);
