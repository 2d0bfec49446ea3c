// Inputs that move each other in a circle would grow without end.
import { totalsOf } from '../../impact/spread.ts';
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'multiplier-circle',
  requirement: [15],
  source: 'S3 example 2',
  level: 'error',
  check: ({ multipliers, inputs }) => {
    const found = totalsOf(
      multipliers,
      inputs.map(({ id }) => id),
    );
    return 'code' in found && found.code === 'cycle'
      ? onFramework(true, 'multipliers', ...found.inputs.slice(0, 2).map((metric) => ({ metric })))
      : [];
  },
} as const satisfies Rule;
