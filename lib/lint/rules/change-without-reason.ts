// Another North Star, and nobody can read why.
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'change-without-reason',
  requirement: [77, 37],
  source: 'S3',
  level: 'note',
  check: ({ framework: { changes = [] } }) =>
    changes.filter(({ northStar, reason }) => northStar && blank(reason)).map(({ version }) => ({ field: 'changes', values: [version] })),
} as const satisfies Rule;
