// Only numbers: no work can move it.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'formula-without-inputs',
  requirement: [13],
  source: 'S3 step 4',
  level: 'error',
  check: ({ parsed }) => {
    const problem = parsed?.ok === false ? parsed.problem : undefined;
    return onFramework(problem?.code === 'no-inputs', 'formula');
  },
} as const satisfies Rule;
