import { defineConfig } from 'vitest/config';

/**
 * For `npm run mutate`: the matcher's own tests only, or those of them that `MUTATE_TESTS` names (a pattern inside the
 * folder): quicker, and what it counts can only be too little.
 */
const tests = process.env.MUTATE_TESTS ?? '**/*';

export default defineConfig({
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  test: { include: [`tests/domain/matching/${tests}.test.ts`], testTimeout: 60_000 },
});
