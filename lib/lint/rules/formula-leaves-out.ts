// With a formula, what is not in it and moves nothing in it has no price.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'formula-leaves-out',
  requirement: [13, 9],
  source: 'S3 step 4',
  level: 'warning',
  check: ({ formula, inputs, totals }) => {
    const named = formula?.inputs ?? [];
    const reaches = (id: string): boolean => [id, ...(totals?.(id).keys() ?? [])].some((one) => named.includes(one));
    return formula ? onEach(inputs, 'sensitivity', ({ id }) => !reaches(id)) : [];
  },
} as const satisfies Rule;
