import { defineConfig } from 'vitest/config';

// Real browsers that are killed, filled up and watched: one at a time, and slow.
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // A second is little on a machine that also builds.
    expect: { poll: { timeout: 12_000 } },
  },
});
