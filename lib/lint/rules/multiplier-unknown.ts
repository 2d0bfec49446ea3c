// A multiplier leads from an input to an input.
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'multiplier-unknown',
  requirement: [15],
  source: 'S3 example 2',
  level: 'error',
  check: ({ framework, inputs }) => {
    const ends = new Set((framework.multipliers ?? []).flatMap(({ from, to }) => [from, to]));
    return [...ends]
      .filter((end) => !inputs.some(({ id }) => id === end))
      .map((metric) => ({ field: 'multipliers', values: [{ metric }] }));
  },
} as const satisfies Rule;
