import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, generateClient } from './build.mjs';
import { runChecks } from './checks.mjs';
import { findChromium } from './chromium.mjs';
import { failedInBrowser, failedInVitest, printRecap } from './recap.mjs';
import { runNode } from './run.mjs';

const NOTHING = { passed: 0, failed: 0 };

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * What a part came to: its numbers, what failed by name, and what it printed. One that ended badly without a failed
 * test (it could not start, say) counts as one failure.
 */
const counted = (name, { code, output = '' }, { passed, failed }, failures = []) => ({
  name,
  code,
  output,
  failures,
  passed,
  failed: code !== 0 && failed === 0 ? 1 : failed,
});

async function runVitestOnce(projects, folder) {
  const report = join(folder, 'vitest.json');
  const chosen = projects.flatMap((name) => ['--project', name]);
  rmSync(report, { force: true });
  const run = await runNode(
    'node_modules/vitest/vitest.mjs',
    ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile=${report}`],
    { show: true },
  );
  const found = readReport(report);
  const numbers = found ? { passed: found.numPassedTests, failed: found.numFailedTests } : NOTHING;
  const failures = failedInVitest(found);
  return { isWhole: run.code === 0 || failures.length > 0, result: counted('Vitest', run, numbers, failures) };
}

/**
 * A run may end badly though nothing it ran failed: a test process of the runner can die after its last test. Such a run
 * says nothing about the program, so it is made once more; how it ended is shown either way.
 */
async function runVitest(projects, folder) {
  const first = await runVitestOnce(projects, folder);
  if (first.isWhole) return first.result;
  printRecap([first.result]);
  console.log('\nNo test failed, but the run did not end well: once more.');
  return (await runVitestOnce(projects, folder)).result;
}

async function runBrowser(folder) {
  const report = join(folder, 'playwright.json');
  const chromium = await findChromium();
  console.log('Building the program for the browser tests …');
  await ensureBuild();
  const env = { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const run = await runNode('node_modules/@playwright/test/cli.js', ['test'], { env, show: true });
  const found = readReport(report);
  const numbers = found
    ? { passed: found.stats.expected, failed: found.stats.unexpected + found.stats.flaky }
    : NOTHING;
  return counted('the browser', run, numbers, failedInBrowser(found));
}

/** The short form of `npm run chaos`: a fault that passed is a test that passed; one that could not be run is neither. */
async function runChaos(folder) {
  const report = join(folder, 'chaos.json');
  const run = await runNode('scripts/chaos.mjs', ['--short', '--out', report], { show: true });
  const verdicts = (readReport(report) ?? []).map(({ verdict }) => verdict);
  const count = (begins) => verdicts.filter((verdict) => verdict.startsWith(begins)).length;
  return counted('chaos', run, { passed: count('PASS') + count('control: caught'), failed: count('FAIL') });
}

async function runChecked() {
  const { fine, output } = await runChecks();
  return counted('the checks', { code: fine ? 0 : 1, output }, { passed: fine ? 1 : 0, failed: fine ? 0 : 1 });
}

/** Runs checks, unit, database, browser tests and the short form of chaos, or one part; ends with one line of numbers. Returns the exit code. */
export async function runTests(only) {
  const folder = mkdtempSync(join(tmpdir(), 'bookend-report-'));
  const results = [];
  await generateClient();
  if (!only) results.push(await runChecked());
  if (!only) results.push(await runVitest(['domain', 'db'], folder));
  if (only === 'db') results.push(await runVitest(['db'], folder));
  if (!only || only === 'e2e')
    results.push(
      await runBrowser(folder).catch((error) => counted('the browser', { code: 1, output: error.message }, NOTHING)),
    );
  if (!only || only === 'chaos') results.push(await runChaos(folder));
  rmSync(folder, { recursive: true, force: true });
  printRecap(results);
  const sum = (key) => results.reduce((all, result) => all + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
