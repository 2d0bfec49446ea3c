// Past ten people, owners and reviews are what keeps a framework alive.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'lite-outgrown',
  requirement: [40, 42],
  source: 'S3',
  level: 'note',
  check: ({ framework: { people = 0, preset } }) => onFramework(people > 10 && preset === 'lite', 'preset', people),
} as const satisfies Rule;
