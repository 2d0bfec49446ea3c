import { defineConfig, mergeConfig } from 'vitest/config';
import ends from '../e2e/vitest.config.ts';

// The end-to-end tests, and the one that tells a build with a piece missing from one that does nothing at all.
export default mergeConfig(ends, defineConfig({ test: { include: ['test/removals/still-works.ts'] } }));
