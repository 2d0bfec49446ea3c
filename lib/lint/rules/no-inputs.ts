// A direction, and nothing one could do about it.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-inputs',
  requirement: [82, 3],
  source: 'S0',
  level: 'warning',
  check: ({ inputs }) => onFramework(inputs.length === 0, 'metrics'),
} as const satisfies Rule;
