// A text that is no formula gives no number.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'formula-unreadable',
  requirement: [13],
  source: 'S3 step 4',
  level: 'error',
  check: ({ parsed }) => {
    const problem = parsed?.ok === false ? parsed.problem : undefined;
    const elsewhere = ['unknown-name', 'ambiguous-name', 'not-an-input', 'no-inputs'];
    return onFramework(
      problem !== undefined && !elsewhere.includes(problem.code),
      'formula',
      (problem && 'at' in problem ? problem.at : 0) + 1,
    );
  },
} as const satisfies Rule;
