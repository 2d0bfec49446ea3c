// A stretch goal lies beyond the target.
import { onEach } from '../hits.ts';
import { isBetter } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'stretch-short',
  requirement: [45],
  source: 'S3 step 5',
  level: 'warning',
  check: ({ moved }) =>
    onEach(
      moved,
      'stretch',
      (metric) =>
        metric.stretch !== undefined && metric.target !== undefined && !isBetter(metric, metric.stretch.value, metric.target.value),
    ),
} as const satisfies Rule;
