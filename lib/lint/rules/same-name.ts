// Each metric has one role. Under one name, two cannot be told apart in answers and formulas.
import { plainName } from '../../impact/nearest.ts';
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'same-name',
  requirement: [19],
  source: 'S3',
  level: 'warning',
  check: ({ framework: { metrics } }) =>
    onEach(metrics, 'name', (metric) =>
      metrics.slice(0, metrics.indexOf(metric)).some(({ name }) => plainName(name) === plainName(metric.name)),
    ),
} as const satisfies Rule;
