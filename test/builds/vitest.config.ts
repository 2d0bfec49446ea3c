import { defineConfig } from 'vitest/config';

// Builds for every browser, and what is said of them; by itself, since it takes as long as all unit tests together.
export default defineConfig({
  test: { include: ['test/builds/**/*.test.ts'], fileParallelism: false, testTimeout: 60_000, hookTimeout: 180_000 },
});
