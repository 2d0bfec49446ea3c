import { mergeConfig } from 'vitest/config';
import { LONG, settings } from './vitest.config.ts';

// What `npm test` has no time for: hundreds of navigations, and every page with every single change of a host's.
export default mergeConfig({ test: settings }, { test: { include: LONG } });
