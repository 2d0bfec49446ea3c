// Everybody has to be able to understand and recite it.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'not-simple',
  requirement: [30, 31, 38],
  source: 'S4',
  level: 'warning',
  check: ({ framework }) => onFramework(framework.validation?.simple === false, 'simple'),
} as const satisfies Rule;
