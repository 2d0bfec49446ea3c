import { defineConfig } from 'vitest/config';

// A program of some hundred MB that is not ours: a command of its own, npm run test:spreadsheet.
export default defineConfig({
  test: { include: ['test/spreadsheet/**/*.test.ts'], fileParallelism: false, testTimeout: 300_000, hookTimeout: 900_000 },
});
