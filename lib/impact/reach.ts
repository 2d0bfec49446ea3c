// Which inputs reach the North Star at all: named by its formula, or with a sensitivity, or moving one that does.
import type { Framework } from '../model/framework.ts';
import type { Metric } from '../model/metric.ts';
import { parseFormula } from './formula-parse.ts';
import { totalsOf } from './spread.ts';

/** The inputs whose worth in the North Star nothing tells. None where the formula or the multipliers have to be mended first. */
export function unpricedOf({
  metrics,
  formula,
  multipliers = [],
}: Pick<Framework, 'metrics' | 'formula' | 'multipliers'>): readonly Metric[] {
  const inputs = metrics.filter(({ role }) => role === 'input');
  const parsed = formula ? parseFormula(formula, metrics) : undefined;
  const totals = totalsOf(
    multipliers,
    inputs.map(({ id }) => id),
  );
  if (parsed?.ok === false || typeof totals !== 'function') return [];
  const named = parsed ? parsed.formula.inputs : inputs.flatMap(({ id, sensitivity }) => (sensitivity ? [id] : []));
  return inputs.filter(({ id }) => ![...totals(id)].some(([to, factor]) => factor !== 0 && named.includes(to)));
}
