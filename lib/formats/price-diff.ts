// Of what is different between two versions of a framework, what can touch the price of an answer.
import type { Framework } from '../model/framework.ts';
import { type Difference, diffFrameworks } from './framework-diff.ts';

/** The inputs that effects arrive at in either version: those named, and what they move in turn. */
function reached(inputs: readonly string[], versions: readonly Framework[]): ReadonlySet<string> {
  const all = new Set(inputs);
  const edges = versions.flatMap(({ multipliers = [] }) => multipliers);
  // A set is walked on to what is added to it meanwhile.
  for (const from of all) for (const edge of edges) if (edge.from === from) all.add(edge.to);
  return all;
}

/** In the order in which a framework is read. @param inputs ids of those that an answer names */
export function priceDifferences(before: Framework, after: Framework, inputs: readonly string[]): Difference[] {
  const ids = reached(inputs, [before, after]);
  const names = new Set([...ids].map((id) => [...after.metrics, ...before.metrics].find((metric) => metric.id === id)?.name ?? id));
  // A formula takes the place of the sensitivities.
  const byFormula = Boolean(before.formula && after.formula);
  return diffFrameworks(before, after).filter((one) => {
    switch (one.about) {
      case 'framework':
        return one.field === 'formula';
      case 'metric':
        return ids.has((one.after ?? one.before)?.id ?? '') || (one.after ?? one.before)?.role === 'north-star';
      case 'field':
        if (one.field === 'role') return ids.has(one.after.id) || [one.before.role, one.after.role].includes('north-star');
        if (one.field === 'sensitivity') return ids.has(one.after.id) && !byFormula;
        return one.field === 'kind' && ids.has(one.after.id);
      case 'multiplier':
        return names.has(one.from);
      default:
        return false;
    }
  });
}
