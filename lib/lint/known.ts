// A framework with what many rules ask of it worked out once.
import { type Formula, type Readings, valueOf } from '../impact/formula.ts';
import { type Parsed, parseFormula } from '../impact/formula-parse.ts';
import { freshness } from '../impact/pace.ts';
import { type SpreadProblem, type Totals, totalsOf } from '../impact/spread.ts';
import type { Multiplier } from '../model/framework.ts';
import type { Dated, Metric } from '../model/metric.ts';
import type { Facts } from './rule.ts';

export interface Known extends Facts {
  readonly northStar: Metric | undefined;
  readonly inputs: readonly Metric[];
  /** The North Star and its inputs: what is meant to move. */
  readonly moved: readonly Metric[];
  /** What was made of the formula's text; absent where there is none. */
  readonly parsed: Parsed | undefined;
  /** The formula, where it could be read. */
  readonly formula: Formula | undefined;
  /** Those whose ends are inputs of the framework. */
  readonly multipliers: readonly Multiplier[];
  /** Where those lead; absent where they lead in a circle or beyond all bounds. */
  readonly totals: Totals | undefined;
  /** Why they lead nowhere; absent where they lead somewhere. */
  readonly multiplierProblem: SpreadProblem | undefined;
  /** The newest reading of a metric that is not after today, and its age. */
  readonly fresh: (id: string) => { readonly last: Dated; readonly days: number; readonly stale: boolean } | undefined;
  /** That reading's value, or the baseline while there is none. */
  readonly current: Readings;
}

export function knownOf(facts: Facts): Known {
  const { framework, readings, today } = facts;
  const { metrics } = framework;
  const northStar = metrics.find(({ role }) => role === 'north-star');
  const inputs = metrics.filter(({ role }) => role === 'input');
  const ids = inputs.map(({ id }) => id);
  const parsed = framework.formula?.trim() ? parseFormula(framework.formula, metrics) : undefined;
  const multipliers = (framework.multipliers ?? []).filter(({ from, to }) => ids.includes(from) && ids.includes(to));
  const found = totalsOf(multipliers, ids);
  const fresh: Known['fresh'] = (id) => freshness(readings.get(id) ?? [], today);
  return {
    ...facts,
    northStar,
    inputs,
    moved: [...(northStar ? [northStar] : []), ...inputs],
    parsed,
    formula: parsed?.ok ? parsed.formula : undefined,
    multipliers,
    ...(typeof found === 'function' ? { totals: found, multiplierProblem: undefined } : { totals: undefined, multiplierProblem: found }),
    fresh,
    current: (id) => fresh(id)?.last.value ?? metrics.find((metric) => metric.id === id)?.baseline?.value,
  };
}

/** What the formula says of these values; `undefined` without a formula, or where it has no value there. */
export function formulaAt({ formula }: Pick<Known, 'formula'>, values: Readings): number | undefined {
  const value = formula && valueOf(formula, values);
  return typeof value === 'number' ? value : undefined;
}

/** Whether nothing was typed there. */
export const blank = (text: string | undefined): boolean => !text?.trim();

/** Whether `value` is better than `than`, seen by what is good. */
export const isBetter = ({ direction }: Pick<Metric, 'direction'>, value: number, than: number): boolean =>
  direction === 'up' ? value > than : value < than;
