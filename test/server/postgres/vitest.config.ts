// The endpoint's tests once more, on a real PostgreSQL, and those that need one.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/server/**/*.test.ts'],
    globalSetup: ['test/server/postgres/begin.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
