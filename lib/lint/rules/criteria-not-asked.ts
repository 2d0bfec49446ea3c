// Some of the questions of choosing are open.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

const QUESTIONS = ['customerValue', 'measurable', 'influenceable', 'leading', 'revenue', 'simple', 'frequent'] as const;

export const rule = {
  id: 'criteria-not-asked',
  requirement: [29, 30, 31],
  source: 'S3 step 2, S4',
  level: 'note',
  check: ({ framework: { validation } }) => {
    const open = QUESTIONS.filter((question) => validation?.[question] === undefined).length;
    return onFramework(validation !== undefined && open > 0, 'validation', open, QUESTIONS.length);
  },
} as const satisfies Rule;
