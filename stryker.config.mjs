// npm run mutate -- scoring | reports | solver: would a test notice if this line were wrong?
const matching = (...files) => files.map((file) => `src/domain/matching/${file}.ts`);

const GROUPS = {
  scoring: matching(
    '{score,score-cycle,values,meeting,places,people,rules,suspects,reasons,explain,identity,compare}',
    'scoring/*',
    'kernels/score',
  ),
  reports: matching('reports/*'),
  solver: matching(
    '{solve,arrange,balance,locks,plan-check,plan-search,problem,scores,tie-key,verify*}',
    'kernels/!(score)',
  ),
};

const group = process.env.MUTATE ?? 'scoring';

export default {
  mutate: GROUPS[group],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutate.config.ts' },
  // It would read tsconfig.json with the compiler's old programming interface, which version 7 no longer has.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  // What is worked out once when a module is loaded would need every test again for each change; most of it is data.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  ignorePatterns: [
    '.data*',
    '.next*',
    'bench/results.json',
    'docs/screens',
    'public',
    'src/app',
    'src/ui',
    'tests/e2e',
  ],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `.stryker-tmp/${group}.json` },
  thresholds: { high: 95, low: 85, break: 85 },
};
