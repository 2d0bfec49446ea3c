// The endpoint on a real PostgreSQL: what its tests on SQLite show, once more, and what only shows there.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/server/{push,pull,tokens,backup}.test.ts', 'test/server/postgres/*.test.ts'],
    globalSetup: ['test/server/postgres/begin.ts'],
    testTimeout: 300_000,
    maxWorkers: 2,
  },
});
