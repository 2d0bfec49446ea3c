// Inputs that move each other in a circle would grow without end.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'multiplier-circle',
  requirement: [15],
  source: 'S3 example 2',
  level: 'error',
  check: ({ multiplierProblem: problem }) =>
    problem?.code === 'cycle' ? onFramework(true, 'multipliers', ...problem.inputs.slice(0, 2).map((metric) => ({ metric }))) : [],
} as const satisfies Rule;
