// What a formula counts, as far as the units of its metrics can be told. Units are read as English.
import { checkUnits } from '../impact/formula-units.ts';
import type { Metric } from '../model/metric.ts';
import { blank, type Known } from './known.ts';

/** A ratio's unit is so much per its denominator; one that names neither is not known. */
function whole(metric: Metric): Metric {
  const { kind, unit, denominator } = metric;
  if (kind !== 'ratio' || /\s+per\s+|\//.test(unit)) return metric;
  return { ...metric, unit: blank(denominator) || blank(unit) ? '' : `${unit} per ${denominator}` };
}

/** What is wrong with the units of the formula; `undefined` where nothing is, or where that cannot be told. */
export function unitProblem({ formula, framework }: Pick<Known, 'formula' | 'framework'>) {
  const found = formula && checkUnits(formula, framework.metrics.map(whole));
  return typeof found === 'object' ? found : undefined;
}
