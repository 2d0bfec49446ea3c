// What is reached before its day gives no direction any more.
import { onEach } from '../hits.ts';
import { isBetter } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'target-reached',
  requirement: [45, 75],
  source: 'S3 step 8',
  level: 'note',
  check: ({ moved, fresh, today }) =>
    onEach(moved, 'target', (metric) => {
      const now = fresh(metric.id)?.last.value;
      const { target } = metric;
      return target !== undefined && target.date >= today && now !== undefined && !isBetter(metric, target.value, now);
    }),
} as const satisfies Rule;
