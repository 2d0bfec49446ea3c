// What is good for one input is bad for another: only the net effect on the North Star can decide.
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'inputs-conflict',
  requirement: [99, 73, 71],
  source: 'S3',
  level: 'note',
  check: ({ multipliers, inputs }) => {
    const good = (id: string): number => (inputs.find((input) => input.id === id)?.direction === 'down' ? -1 : 1);
    return multipliers
      .filter(({ from, to, factor }) => factor * good(from) * good(to) < 0)
      .map(({ from, to }) => ({ field: 'multipliers', values: [{ metric: from }, { metric: to }] }));
  },
} as const satisfies Rule;
