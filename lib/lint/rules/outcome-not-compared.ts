// Revenue, retention and satisfaction: three series, not one.
import type { Rule } from '../rule.ts';

const OUTCOMES = ['revenue', 'retention', 'satisfaction'] as const;

export const rule = {
  id: 'outcome-not-compared',
  requirement: [33],
  source: 'S3 step 3',
  level: 'note',
  lite: true,
  check: ({ framework: { validation } }) => {
    const compared = validation?.correlations ?? [];
    const left = OUTCOMES.filter((outcome) => !compared.some((one) => one.with === outcome));
    return compared.length === 0 ? [] : left.map((outcome) => ({ field: 'correlations', values: [{ outcome }] }));
  },
} as const satisfies Rule;
