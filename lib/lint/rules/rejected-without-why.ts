// A rejected metric comes back unless one can read why it was.
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'rejected-without-why',
  requirement: [37],
  source: 'S3 step 3',
  level: 'note',
  check: ({ framework: { rejected = [] } }) =>
    rejected.filter(({ why }) => blank(why)).map(({ name }) => ({ field: 'rejected', values: [name] })),
} as const satisfies Rule;
