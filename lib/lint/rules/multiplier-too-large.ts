// Multipliers that come to more than can be worked with.
import { totalsOf } from '../../impact/spread.ts';
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'multiplier-too-large',
  requirement: [15],
  source: 'S3 example 2',
  level: 'error',
  check: ({ multipliers, inputs }) => {
    const found = totalsOf(
      multipliers,
      inputs.map(({ id }) => id),
    );
    return 'code' in found && found.code === 'multiplier-too-large'
      ? onFramework(true, 'multipliers', { metric: found.from }, { metric: found.to })
      : [];
  },
} as const satisfies Rule;
