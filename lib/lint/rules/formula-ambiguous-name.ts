// Several inputs have the name it uses.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'formula-ambiguous-name',
  requirement: [13, 19],
  source: 'S3 step 4',
  level: 'error',
  check: ({ parsed }) => {
    const problem = parsed?.ok === false ? parsed.problem : undefined;
    return problem?.code === 'ambiguous-name' ? onFramework(true, 'formula', problem.name) : [];
  },
} as const satisfies Rule;
