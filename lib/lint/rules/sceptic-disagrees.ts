// Somebody from outside could not say why it matters.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'sceptic-disagrees',
  requirement: [35],
  source: 'S4 step 5',
  level: 'warning',
  check: ({ framework: { validation } }) => {
    const sceptic = validation?.sceptic;
    return onFramework(sceptic?.agreed === false, 'sceptic', sceptic?.name ?? '');
  },
} as const satisfies Rule;
