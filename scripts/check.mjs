// npm run check: types, lint, format, and the plan of the house.
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { generateClient } = await import('./lib/build.mjs');
const { runChecks } = await import('./lib/checks.mjs');
await generateClient();
const { fine } = await runChecks();
process.exitCode = fine ? 0 : 1;
