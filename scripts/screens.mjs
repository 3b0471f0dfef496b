// npm run screens: walks through the whole demonstration and keeps a picture of every page in docs/screens.
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { ensureBuild } = await import('./lib/build.mjs');
const { findChromium } = await import('./lib/chromium.mjs');
const { runTypeScript } = await import('./lib/serve.mjs');
const chromium = await findChromium();
await ensureBuild();
runTypeScript('tests/screens/walk.ts', process.argv.slice(2), { ...process.env, CHROMIUM_PATH: chromium });
