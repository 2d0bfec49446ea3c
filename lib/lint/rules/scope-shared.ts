// Several North Stars for the same product or segment: which one decides?
import { plainName } from '../../impact/nearest.ts';
import type { Rule } from '../rule.ts';

const scopeOf = ({ scope }: { readonly scope?: string | undefined }): string => plainName(scope ?? '');

export const rule = {
  id: 'scope-shared',
  requirement: [92, 20, 1],
  source: 'S1, S4',
  level: 'warning',
  check: ({ framework, others = [] }) =>
    others
      .filter(
        ({ id, sample, scope }) =>
          id !== framework.id && Boolean(sample) === Boolean(framework.sample) && scopeOf({ scope }) === scopeOf(framework),
      )
      .map(({ name }) => ({ field: 'scope', values: [name] })),
} as const satisfies Rule;
