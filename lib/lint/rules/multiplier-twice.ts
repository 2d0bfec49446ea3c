// The same step twice counts double.
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'multiplier-twice',
  requirement: [15],
  source: 'S3 example 2',
  level: 'warning',
  check: ({ multipliers }) =>
    multipliers
      .filter(({ from, to }, i) => multipliers.slice(0, i).some((one) => one.from === from && one.to === to))
      .map(({ from, to }) => ({ field: 'multipliers', values: [{ metric: from }, { metric: to }] })),
} as const satisfies Rule;
