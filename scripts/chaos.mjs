// npm run chaos [-- --short] [--seed N] [--only NAME,NAME]: breaks a running install on purpose. See docs/chaos.md.
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { runChaos } = await import('./lib/chaos.mjs');
process.exitCode = await runChaos(process.argv.slice(2));
