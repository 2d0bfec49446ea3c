import { defineConfig } from 'vitest/config';

/** Minutes each: a command of their own, npm run test:long. */
export const LONG = ['test/e2e/storms.test.ts', 'test/e2e/placement.test.ts', 'test/e2e/sweep-real-time.test.ts'];

// Real browsers, one file at a time: they share two cores with everything else.
export const settings = {
  fileParallelism: false,
  testTimeout: 40_000,
  hookTimeout: 60_000,
  // A second is little on a machine that also builds.
  expect: { poll: { timeout: 12_000 } },
};

export default defineConfig({ test: { ...settings, include: ['test/e2e/**/*.test.ts'], exclude: LONG } });
