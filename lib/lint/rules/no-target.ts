// Without a 90-day target there is no pace and no verdict.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-target',
  requirement: [45],
  source: 'S3 step 5',
  level: 'note',
  check: ({ moved }) => onEach(moved, 'target', ({ target }) => !target),
} as const satisfies Rule;
