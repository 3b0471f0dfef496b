import { parseArgs } from 'node:util';
import { ensureBuild } from './build.mjs';

const OPTIONS = {
  short: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  only: { type: 'string', default: '' },
  out: { type: 'string' },
};

function read(args) {
  const { values } = parseArgs({ args, options: OPTIONS });
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('--seed takes a whole number, such as 1.');
  const only = values.only.split(',').filter(Boolean);
  return { seed, only, isShort: values.short, out: values.out ?? null };
}

/** Builds if needed, runs the faults, and says which did not pass. @returns the exit code */
export async function runChaos(args) {
  try {
    const options = read(args);
    console.log('Building and starting …');
    await ensureBuild();
    const { register } = await import('tsx/esm/api');
    register();
    const { runFaults } = await import('../../chaos/run.ts');
    return (await runFaults(options)) ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
