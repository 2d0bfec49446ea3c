// The target is worse than the baseline, seen by what is good.
import { onEach } from '../hits.ts';
import { isBetter } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'target-wrong-way',
  requirement: [16, 45],
  source: 'S3',
  level: 'warning',
  check: ({ moved }) => onEach(moved, 'target', (metric) => isBetter(metric, metric.baseline?.value ?? NaN, metric.target?.value ?? NaN)),
} as const satisfies Rule;
