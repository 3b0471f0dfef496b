import { runNode } from './run.mjs';

/** @type {[name: string, file: string, args: string[]][]} */
const CHECKS = [
  ['types', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.']],
  [
    'lint',
    'node_modules/oxlint/bin/oxlint',
    ['--type-aware', '--quiet', 'src', 'scripts', 'tests', 'prisma', 'bench', 'chaos'],
  ],
  [
    'format',
    'node_modules/prettier/bin/prettier.cjs',
    ['--check', '--log-level=warn', 'src', 'scripts', 'tests', 'prisma', 'bench', 'chaos', '*.ts'],
  ],
  ['plan', 'node_modules/vitest/vitest.mjs', ['run', '--project', 'domain', 'tests/structure', '--reporter=dot']],
];

/** Runs every check and says which failed, with what it printed. */
export async function runChecks() {
  let fine = true;
  for (const [name, file, args] of CHECKS) {
    const { code, output } = await runNode(file, args);
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code !== 0) console.log(output);
    fine &&= code === 0;
  }
  return fine;
}
