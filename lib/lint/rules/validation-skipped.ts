// Unvalidated, nobody has to believe it.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'validation-skipped',
  requirement: [97, 39],
  source: 'S3 step 3',
  level: 'warning',
  check: ({ framework: { validation = {} } }) =>
    onFramework(
      Object.values(validation).every((said) => said === undefined || said === '' || (Array.isArray(said) && said.length === 0)),
      'validation',
    ),
} as const satisfies Rule;
