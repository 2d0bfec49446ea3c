// Whether a formula counts what the North Star counts: orders x items per order are items.
import type { Metric } from '../model/metric.ts';
import { type Binary, fold, type Formula } from './formula.ts';
import { formatNode } from './formula-text.ts';

/** What is counted: each word with its power, so `items per order` is item 1, order -1. Nothing at all is a pure number. */
export type Unit = ReadonlyMap<string, { readonly shown: string; readonly power: number }>;

/** Two sides of a plus or minus that count different things, or a result that is not what the North Star counts. */
export type UnitProblem =
  | { readonly code: 'units-differ'; readonly left: string; readonly right: string; readonly leftUnit: string; readonly rightUnit: string }
  | { readonly code: 'wrong-unit'; readonly found: string; readonly wanted: string };

/** What units are read off. */
export type Counted = Pick<Metric, 'id' | 'role' | 'kind' | 'unit'>;

const PURE: Unit = new Map();
const PER_CENT = /^(?:%|pp|per ?cent)$/i;
const ODD: Readonly<Record<string, string>> = { people: 'person', men: 'man', women: 'woman', children: 'child' };

/** The stem of an English noun, the same for one and for many: order(s), box(es), compan(y/ies), status(es), release(s). */
function stem(word: string): string {
  const odd = ODD[word];
  if (odd) return odd;
  const one = /(?:ss|us|is)$/.test(word) ? word : word.replace(/s$/, '');
  return one.replace(/e$/, '').replace(/y$/, 'i');
}

/**
 * The unit a text names: words counted, after each `per` or `/` divided by. `undefined` where it cannot be told: an empty
 * text, or one with digits or signs in it (`orders per 100 visits`).
 */
export function readUnit(text: string): Unit | undefined {
  if (PER_CENT.test(text.trim())) return PURE;
  const parts = text
    .toLowerCase()
    .split(/\s*\/\s*|\s+per\s+/)
    .map((part) => part.trim().replace(/\s+/g, ' '));
  if (!parts.every((part) => /^[\p{L}][\p{L} '’-]*$/u.test(part))) return undefined;
  return parts.reduce<Unit>((unit, shown, i) => {
    const word = shown.split(/[ -]/).map(stem).join(' ');
    return product(unit, new Map([[word, { shown, power: i === 0 ? 1 : -1 }]]), 1);
  }, PURE);
}

/** a x b^times; what cancels is gone. */
function product(a: Unit, b: Unit, times: number): Unit {
  const made = new Map(a);
  for (const [word, { shown, power }] of b) {
    const sum = (made.get(word)?.power ?? 0) + times * power;
    if (sum === 0) made.delete(word);
    else made.set(word, { shown: made.get(word)?.shown ?? shown, power: sum });
  }
  return made;
}

const same = (a: Unit, b: Unit): boolean => product(a, b, -1).size === 0;

/** `items per order`, `1 per week`, `orders^2`; empty for a pure number. */
export function formatUnit(unit: Unit): string {
  const raised = (sign: number): string[] =>
    [...unit.values()]
      .filter(({ power }) => power * sign > 0)
      .map(({ shown, power }) => (Math.abs(power) === 1 ? shown : `${shown}^${Math.abs(power)}`));
  const below = raised(-1);
  const above = raised(1).join(' x ') || (below.length > 0 ? '1' : '');
  return [above, ...below].join(' per ');
}

const unitOfMetric = ({ kind, unit }: Pick<Counted, 'kind' | 'unit'>): Unit | undefined => (kind === 'rate' ? PURE : readUnit(unit));

/**
 * The unit a formula comes out in. Rates and plain numbers have none. `undefined` where a unit on the way is not known,
 * which is no mistake; a sum of different things is one.
 */
export function unitOf(formula: Formula, metrics: readonly Counted[]): Unit | UnitProblem | undefined {
  let problem: UnitProblem | undefined;
  const sum = (a: Unit | undefined, b: Unit | undefined, { left, right }: Binary): Unit | undefined => {
    if (a && b && !same(a, b)) {
      const sides = { left: formatNode(left), right: formatNode(right), leftUnit: formatUnit(a), rightUnit: formatUnit(b) };
      problem ??= { code: 'units-differ', ...sides };
    }
    return a && b;
  };
  const unit = fold<Unit | undefined>(formula.root, {
    number: () => PURE,
    input: (id) => {
      const metric = metrics.find((one) => one.id === id);
      return metric && unitOfMetric(metric);
    },
    plus: sum,
    minus: sum,
    times: (a, b) => a && b && product(a, b, 1),
    over: (a, b) => a && b && product(a, b, -1),
    power: (of, exponent) => of && product(PURE, of, exponent),
  });
  return problem ?? unit;
}

/** Whether the formula's unit is the North Star's: `fits`, `unknown` where that cannot be told, or what is wrong. */
export function checkUnits(formula: Formula, metrics: readonly Counted[]): 'fits' | 'unknown' | UnitProblem {
  const found = unitOf(formula, metrics);
  if (found && 'code' in found) return found;
  const northStar = metrics.find(({ role }) => role === 'north-star');
  const wanted = northStar && unitOfMetric(northStar);
  if (!found || !wanted) return 'unknown';
  return same(found, wanted) ? 'fits' : { code: 'wrong-unit', found: formatUnit(found), wanted: formatUnit(wanted) };
}
