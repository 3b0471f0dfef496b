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

/** Runs every check and says which failed; resolves with whether all are fine, and what those that are not printed. */
export async function runChecks() {
  const failed = [];
  for (const [name, file, args] of CHECKS) {
    const { code, output } = await runNode(file, args);
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code !== 0) failed.push(output);
    if (code !== 0) console.log(output);
  }
  return { fine: failed.length === 0, output: failed.join('\n') };
}
