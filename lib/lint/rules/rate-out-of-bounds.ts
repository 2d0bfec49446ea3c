// A rate is in per cent of something: from 0 to 100.
import type { Hit, Rule } from '../rule.ts';

const GOALS = ['baseline', 'target', 'stretch'] as const;
const within = (value: number): boolean => value >= 0 && value <= 100;

export const rule = {
  id: 'rate-out-of-bounds',
  requirement: [5],
  source: 'S2',
  level: 'warning',
  check: ({ framework }) =>
    framework.metrics.flatMap((metric): Hit[] => {
      const field = metric.kind === 'rate' ? GOALS.find((goal) => !within(metric[goal]?.value ?? 0)) : undefined;
      return field ? [{ about: metric.id, field, values: [{ reading: metric[field]?.value ?? 0, of: metric.id }] }] : [];
    }),
} as const satisfies Rule;
