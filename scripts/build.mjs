// npm run build: the production build, for npm start.
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { ensureBuild } = await import('./lib/build.mjs');
const built = await ensureBuild(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY);
console.log(built ? 'Built.' : 'Already built from these sources.');
