import { mergeConfig } from 'vitest/config';
import everywhere from './vitest.config.ts';

// The same files in Firefox.
export default mergeConfig(everywhere, { test: { env: { AZIMUTH_BROWSER_KIND: 'firefox' } } });
