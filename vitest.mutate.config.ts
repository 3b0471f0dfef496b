import { defineConfig } from 'vitest/config';

/** For `npm run mutate`: the matcher's own tests only. */
export default defineConfig({
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  test: { include: ['tests/domain/matching/**/*.test.ts'], testTimeout: 60_000 },
});
