// From an answer's effects to terms, with whatever a framework says of its North Star: a formula, multipliers, or
// sensitivities alone.
import type { Framework, Multiplier } from '../model/framework.ts';
import type { Metric } from '../model/metric.ts';
import type { Effect } from '../model/tag.ts';
import { parseFormula } from './formula-parse.ts';
import type { Terms } from './impact.ts';
import { modelOf } from './mapping.ts';

/** What prices are worked from: metrics with their newest readings, and how the inputs make the North Star. */
export interface Ground {
  readonly northStar: Metric;
  readonly inputs: readonly (Metric & { readonly current?: number })[];
  /** As typed; without one it is the sensitivities. */
  readonly formula?: string | undefined;
  readonly multipliers?: readonly Multiplier[] | undefined;
}

/** The ground a framework gives, as it stands or stood. @param current a metric's newest reading @throws where it has no North Star */
export function groundOf(
  framework: Pick<Framework, 'id' | 'metrics' | 'formula' | 'multipliers'>,
  current: (metric: string) => number | undefined,
): Ground {
  const { id, metrics, formula, multipliers } = framework;
  const measured = metrics.map((metric) => {
    const value = current(metric.id);
    return value === undefined ? metric : { ...metric, current: value };
  });
  const northStar = measured.find(({ role }) => role === 'north-star');
  if (!northStar) throw new Error(`Framework ${id} has no North Star Metric.`);
  return { northStar, inputs: measured.filter(({ role }) => role === 'input'), formula, multipliers };
}

/** `undefined` where it cannot be said: an input without a sensitivity, a formula without a reading or with a fault. */
export type Pricer = (effects: readonly Omit<Effect, 'text'>[]) => Terms | undefined;

const unknown: Pricer = () => undefined;
const pricers = new WeakMap<Ground, Pricer>();

/** Read once for each ground, however many answers stand on it. */
export function pricerOf(ground: Ground): Pricer {
  let pricer = pricers.get(ground);
  if (!pricer) pricers.set(ground, (pricer = make(ground)));
  return pricer;
}

function make({ northStar, inputs, formula, multipliers }: Ground): Pricer {
  const metrics = [northStar, ...inputs];
  const parsed = formula ? parseFormula(formula, metrics) : undefined;
  if (parsed && !parsed.ok) return unknown;
  const current = (id: string): number | undefined => inputs.find((input) => input.id === id)?.current;
  const model = modelOf({ metrics, current, formula: parsed?.formula, multipliers });
  if ('code' in model) return unknown;
  return (effects) => {
    const priced = model.priced(effects);
    return 'code' in priced || priced.unpriced.length > 0 ? undefined : priced.terms;
  };
}
