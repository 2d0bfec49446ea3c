// Many metrics and none that they serve: nothing can be worked out.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-north-star',
  requirement: [83, 1],
  source: 'S0',
  level: 'error',
  check: ({ northStar }) => onFramework(!northStar, 'metrics'),
} as const satisfies Rule;
