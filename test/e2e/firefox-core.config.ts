import { mergeConfig } from 'vitest/config';
import firefox from './firefox.config.ts';

// Of the files those that `npm test` has time for in a second browser: what differs between engines. All of them:
// npm run test:e2e:firefox.
const CORE = ['main-job', 'chips', 'panes', 'reload', 'forged', 'words', 'oracles', 'stage'];

const { test, ...rest } = firefox;
export default mergeConfig(
  { ...rest, test: { ...test, include: [] } },
  { test: { include: CORE.map((name) => `test/e2e/${name}.test.ts`) } },
);
