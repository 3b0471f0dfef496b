// npm run bench -- web | submissions | rush | matcher | vault | desk | mail: figures as ratios to the bare thing, measured in the same run.
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { runBench } = await import('./lib/bench.mjs');
process.exitCode = await runBench(process.argv.slice(2));
