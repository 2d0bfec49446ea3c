// A target on or before the day of its baseline leaves no time.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'target-date',
  requirement: [45],
  source: 'S3 step 5',
  level: 'warning',
  check: ({ moved }) =>
    onEach(moved, 'target', ({ baseline, target }) => baseline !== undefined && target !== undefined && target.date <= baseline.date),
} as const satisfies Rule;
