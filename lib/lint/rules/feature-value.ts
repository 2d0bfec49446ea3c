// The outcome, not the mechanism.
import { onFramework } from '../hits.ts';
import { saysFeature } from '../vocabulary.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'feature-value',
  requirement: [96, 26],
  source: 'S3 step 1',
  level: 'note',
  language: 'en',
  check: ({ framework: { value = '' } }) => onFramework(saysFeature(value), 'value'),
} as const satisfies Rule;
