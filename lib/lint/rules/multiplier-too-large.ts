// Multipliers that come to more than can be worked with.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'multiplier-too-large',
  requirement: [15],
  source: 'S3 example 2',
  level: 'error',
  check: ({ multiplierProblem: problem }) =>
    problem?.code === 'multiplier-too-large' ? onFramework(true, 'multipliers', { metric: problem.from }, { metric: problem.to }) : [],
} as const satisfies Rule;
