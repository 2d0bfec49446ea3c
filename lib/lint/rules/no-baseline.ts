// Where it begins is half of a target.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-baseline',
  requirement: [45],
  source: 'S3 step 5',
  level: 'note',
  check: ({ moved }) => onEach(moved, 'baseline', ({ baseline }) => !baseline),
} as const satisfies Rule;
