// npm run demo: a fresh clone to a served program, with nothing installed by hand.
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { runDemo } = await import('./lib/demo.mjs');
await runDemo({ reset: process.argv.includes('--reset') });
