// A guardrail without a value to keep to cannot be touched.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'guardrail-without-limit',
  requirement: [18],
  source: 'S4',
  level: 'note',
  check: ({ framework }) =>
    onEach(framework.metrics, 'baseline', ({ role, baseline, target }) => role === 'guardrail' && !baseline && !target),
} as const satisfies Rule;
