// Could the number be had without delivering value?
import { onFramework } from '../hits.ts';
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'gaming-not-tested',
  requirement: [34, 98],
  source: 'S4 step 4',
  level: 'note',
  check: ({ framework: { validation } }) => onFramework(validation !== undefined && blank(validation.gaming), 'gaming'),
} as const satisfies Rule;
