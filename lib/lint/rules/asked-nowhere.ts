// The work is the lowest level of the tree; without a place none of it hangs there.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'asked-nowhere',
  requirement: [4],
  source: 'S2',
  level: 'warning',
  check: ({ framework }) => onFramework(framework.claims.length === 0, 'claims'),
} as const satisfies Rule;
