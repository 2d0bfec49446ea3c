// Where inputs are not measured at least weekly, the framework is not yet of use.
import type { Metric } from '../../model/metric.ts';
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

const SLOW: readonly Metric['cadence'][] = ['monthly', 'quarterly', 'yearly'];

export const rule = {
  id: 'slow-input',
  requirement: [41, 55],
  source: 'S3',
  level: 'warning',
  check: ({ inputs }) => onEach(inputs, 'cadence', ({ cadence }) => SLOW.includes(cadence)),
} as const satisfies Rule;
