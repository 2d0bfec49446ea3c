// Without a formula or a sensitivity, an answer on it has no price in the North Star.
import type { Metric } from '../../model/metric.ts';
import { onEach } from '../hits.ts';
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-worth',
  requirement: [13, 46],
  source: 'S3 step 4',
  level: 'warning',
  check: ({ framework, inputs, totals }) => {
    const priced = (id: string): boolean => inputs.some((input) => input.id === id && input.sensitivity !== undefined);
    const reaches = ({ id }: Metric): boolean => priced(id) || [...(totals?.(id).keys() ?? [])].some(priced);
    return blank(framework.formula) ? onEach(inputs, 'sensitivity', (input) => !reaches(input)) : [];
  },
} as const satisfies Rule;
