import { defineConfig } from 'vitest/config';

// Real browsers, one file at a time: they share two cores with everything else.
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 40_000,
    hookTimeout: 60_000,
    // A second is little on a machine that also builds.
    expect: { poll: { timeout: 12_000 } },
  },
});
