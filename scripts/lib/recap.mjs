/** What failed in a run of Vitest, from its report: one text a test, or the file that could not be loaded. */
export function failedInVitest(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    if (tests.length === 0 && file.status === 'failed') return [`${file.name}\n${file.message}`];
    return tests.map((test) => `${file.name} › ${test.fullName}\n${test.failureMessages.join('\n')}`);
  });
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/** What failed in a run of Playwright, from its report; a test that passed only at the second try counts. */
export function failedInBrowser(report) {
  return (report?.suites ?? []).flatMap(specsOf).flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map((test) => {
        const errors = test.results.flatMap((result) => result.errors ?? []);
        return `${spec.file} › ${spec.title}\n${errors.map(({ message }) => message).join('\n')}`;
      }),
  );
}

/**
 * Says once more, at the very end, what failed: whoever reads only the last lines of a long log finds it there.
 * A part that ended badly without one failed test shows the end of what it printed.
 */
export function printRecap(results) {
  for (const { name, code, failed, failures, output } of results) {
    if (code === 0 && failed === 0) continue;
    console.log(`\nFailed in ${name}:`);
    for (const text of failures) console.log(`\n${text.slice(0, 3000)}`);
    if (failures.length === 0) console.log(output.split('\n').slice(-60).join('\n'));
  }
}
