import { defineConfig } from 'vitest/config';
import { settings } from '../e2e/vitest.config.ts';

// The end-to-end tests, the long ones too, and the one that tells a build with a piece missing from one that does nothing at all.
export default defineConfig({ test: { ...settings, include: ['test/e2e/**/*.test.ts', 'test/removals/still-works.ts'] } });
