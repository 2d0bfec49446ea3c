// At the present values it divides by zero, or grows past all bounds.
import { valueOf } from '../../impact/formula.ts';
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'formula-no-value',
  requirement: [13],
  source: 'S3 step 4',
  level: 'error',
  check: ({ formula, current }) => {
    const value = formula && valueOf(formula, current);
    return onFramework(typeof value === 'object' && value.code !== 'no-reading', 'formula');
  },
} as const satisfies Rule;
