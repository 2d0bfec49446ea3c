// Only inputs are priced: guardrails, health metrics and outcomes never add to the North Star.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'worth-on-watched',
  requirement: [18, 19],
  source: 'S4',
  level: 'note',
  check: ({ framework }) =>
    onEach(framework.metrics, 'sensitivity', ({ role, sensitivity }) => role !== 'input' && sensitivity !== undefined),
} as const satisfies Rule;
