// Orders and hours cannot be added.
import { onFramework } from '../hits.ts';
import { unitProblem } from '../units.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'formula-units-differ',
  requirement: [13, 5],
  source: 'S3 step 4',
  level: 'warning',
  language: 'en',
  check: (known) => {
    const problem = unitProblem(known);
    return problem?.code === 'units-differ' ? onFramework(true, 'formula', problem.leftUnit, problem.rightUnit) : [];
  },
} as const satisfies Rule;
