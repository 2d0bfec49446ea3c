// Every input wins and the North Star loses: the map is wrong, or something from outside is at work.
import { verdictOf } from '../../impact/pace.ts';
import type { Metric } from '../../model/metric.ts';
import { onMetric } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'siloed',
  requirement: [94, 47],
  source: 'S3',
  level: 'warning',
  check: ({ northStar, inputs, readings, today }) => {
    const wordOf = (metric: Metric): string => verdictOf(metric, readings.get(metric.id) ?? [], today).word;
    const words = inputs.map(wordOf).filter((word) => word !== 'unknown');
    const allWin = words.length > 1 && words.every((word) => word === 'winning');
    return onMetric(northStar !== undefined && allWin && wordOf(northStar) === 'losing', northStar, 'readings', words.length);
  },
} as const satisfies Rule;
