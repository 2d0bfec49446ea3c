// The North Star is a function of its inputs, and of nothing else.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'formula-not-an-input',
  requirement: [13, 8],
  source: 'S3 step 4',
  level: 'error',
  check: ({ parsed }) => {
    const problem = parsed?.ok === false ? parsed.problem : undefined;
    return problem?.code === 'not-an-input' ? onFramework(true, 'formula', { metric: problem.metric.id }) : [];
  },
} as const satisfies Rule;
