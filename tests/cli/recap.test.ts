import { expect, test } from 'vitest';
import { failedInBrowser, failedInVitest } from '../../scripts/lib/recap.mjs';

test('a run names each test that failed, and a file that could not be loaded', () => {
  const passed = { status: 'passed', fullName: 'adds', failureMessages: [] };
  const failed = { status: 'failed', fullName: 'takes away', failureMessages: ['expected 1', 'at line 3'] };
  const report = {
    testResults: [
      { name: 'sums.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
      { name: 'broken.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      { name: 'fine.test.ts', status: 'passed', message: '', assertionResults: [passed] },
    ],
  };
  expect(failedInVitest(report)).toEqual([
    'sums.test.ts › takes away\nexpected 1\nat line 3',
    'broken.test.ts\nno such module',
  ]);
  expect(failedInVitest(null)).toEqual([]);
});

test('a browser run names what failed, and what passed only at a second try, in suites within suites', () => {
  const spec = (title: string, status: string, message: string) => ({
    file: 'form.spec.ts',
    title,
    tests: [{ status, results: [{ errors: [{ message }] }] }],
  });
  const report = {
    suites: [
      {
        specs: [spec('opens', 'expected', '')],
        suites: [{ specs: [spec('saves', 'unexpected', 'no button'), spec('sends', 'flaky', 'late')] }],
      },
    ],
  };
  expect(failedInBrowser(report)).toEqual(['form.spec.ts › saves\nno button', 'form.spec.ts › sends\nlate']);
  expect(failedInBrowser(null)).toEqual([]);
});
