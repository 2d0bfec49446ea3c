// It names a metric that is not there.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'formula-unknown-name',
  requirement: [13],
  source: 'S3 step 4',
  level: 'error',
  check: ({ parsed }) => {
    const problem = parsed?.ok === false ? parsed.problem : undefined;
    return problem?.code === 'unknown-name' ? onFramework(true, 'formula', problem.name) : [];
  },
} as const satisfies Rule;
