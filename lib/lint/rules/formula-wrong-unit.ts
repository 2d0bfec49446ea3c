// The formula counts something else than the North Star.
import { onFramework } from '../hits.ts';
import { unitProblem } from '../units.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'formula-wrong-unit',
  requirement: [13, 5],
  source: 'S3 step 4',
  level: 'warning',
  language: 'en',
  check: (known) => {
    const problem = unitProblem(known);
    return problem?.code === 'wrong-unit' ? onFramework(true, 'formula', problem.found, problem.wanted) : [];
  },
} as const satisfies Rule;
