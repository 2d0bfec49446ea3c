// Who looks at it, and when, is one of the five parts of a framework.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-review',
  requirement: [2, 51],
  source: 'S0, S3 step 6',
  level: 'note',
  lite: true,
  check: ({ framework }) => onFramework(framework.rituals?.review === undefined, 'review'),
} as const satisfies Rule;
