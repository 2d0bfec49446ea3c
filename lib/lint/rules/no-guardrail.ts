// Something must not be damaged on the way.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-guardrail',
  requirement: [18],
  source: 'S4',
  level: 'note',
  lite: true,
  check: ({ framework }) => onFramework(!framework.metrics.some(({ role }) => role === 'guardrail'), 'metrics'),
} as const satisfies Rule;
