// Targets are for 90 days: near enough to steer by, far enough to be met.
import { daysBetween } from '../../impact/pace.ts';
import type { Metric } from '../../model/metric.ts';
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

const SHORTEST = 60;
const LONGEST = 120;
const spanOf = ({ baseline, target }: Metric): number => (baseline && target ? daysBetween(baseline.date, target.date) : 0);

export const rule = {
  id: 'target-not-90-days',
  requirement: [45],
  source: 'S3 step 5',
  level: 'note',
  check: ({ moved }) =>
    onEach(
      moved,
      'target',
      (metric) => spanOf(metric) > 0 && (spanOf(metric) < SHORTEST || spanOf(metric) > LONGEST),
      (metric) => [spanOf(metric)],
    ),
} as const satisfies Rule;
