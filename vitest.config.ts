import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/spreadsheet/**', 'test/faults/**', 'test/builds/**', 'test/server/postgres/**', 'node_modules/**'],
    setupFiles: ['test/begin.ts'],
    testTimeout: 90_000,
  },
});
