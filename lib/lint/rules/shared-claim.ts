// Two North Stars over the same tickets: only one of them is asked about.
import { covers } from '../../model/ticket.ts';
import type { Rule } from '../rule.ts';

const meet = (one: string, other: string): boolean => covers(one, other.toLowerCase()) || covers(other, one.toLowerCase());

export const rule = {
  id: 'shared-claim',
  requirement: [92],
  source: 'S1, S4',
  level: 'warning',
  check: ({ framework, others = [] }) =>
    framework.claims.flatMap((claim) =>
      others
        .filter((other) => other.id !== framework.id && other.claims.some((theirs) => meet(claim, theirs)))
        .map(({ name }) => ({ field: 'claims' as const, values: [claim, name] })),
    ),
} as const satisfies Rule;
