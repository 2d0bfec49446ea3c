// Daily or weekly is ideal; what comes once a quarter teaches once a quarter.
import type { Metric } from '../../model/metric.ts';
import { onMetric } from '../hits.ts';
import type { Rule } from '../rule.ts';

const SLOW: readonly Metric['cadence'][] = ['monthly', 'quarterly', 'yearly'];

export const rule = {
  id: 'slow-north-star',
  requirement: [31, 55],
  source: 'S4',
  level: 'warning',
  check: ({ northStar }) => onMetric(SLOW.includes(northStar?.cadence), northStar, 'cadence'),
} as const satisfies Rule;
