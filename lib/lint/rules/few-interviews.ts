// Ten to fifteen engaged users, asked what they would miss.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

const FEWEST = 10;

export const rule = {
  id: 'few-interviews',
  requirement: [27],
  source: 'S3 step 1',
  level: 'note',
  lite: true,
  check: ({ framework: { validation } }) => {
    const asked = validation?.interviews ?? 0;
    return onFramework(validation !== undefined && asked < FEWEST, 'interviews', asked);
  },
} as const satisfies Rule;
