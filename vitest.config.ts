import { defineConfig } from 'vitest/config';

const alias = { '@': new URL('./src', import.meta.url).pathname };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'domain',
          include: ['tests/{cli,domain,lib,mail,structure}/**/*.test.ts'],
          // Pure functions keep nothing that another file could find: modules are read once a process.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: ['tests/{features,jobs,vault,db,ops}/**/*.test.ts'],
          globalSetup: ['tests/support/database-setup.mjs'],
          setupFiles: ['tests/support/database.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
