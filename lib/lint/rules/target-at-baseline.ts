// Nothing is left to gain.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'target-at-baseline',
  requirement: [45],
  source: 'S3 step 5',
  level: 'warning',
  check: ({ moved }) => onEach(moved, 'target', ({ baseline, target }) => target !== undefined && baseline?.value === target.value),
} as const satisfies Rule;
