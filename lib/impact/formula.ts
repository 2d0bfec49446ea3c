// The North Star Metric as an expression over its inputs: what it is worth, how it leans, and where it is a straight line.
// Text becomes a formula in formula-parse.ts and text again in formula-text.ts. Source: Formula; requirement 13.
import { formatNode } from './formula-text.ts';

export type Operator = '+' | '-' | '*' | '/';

/** Plain data, so that it can be stored, sent and compared. Numbers are finite and not below zero, exponents whole. */
export type Node =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'input'; readonly id: string }
  | { readonly kind: 'minus'; readonly of: Node }
  | { readonly kind: 'power'; readonly of: Node; readonly exponent: number }
  | { readonly kind: Operator; readonly left: Node; readonly right: Node };

export interface Formula {
  readonly root: Node;
  /** The inputs it names, in the order in which they first appear. */
  readonly inputs: readonly string[];
  /** Those of them that are rates: kept in per cent (32), they enter as shares (0.32). */
  readonly rates: readonly string[];
  /** 100 where the North Star is itself a rate, so that a share comes out in per cent; else 1. */
  readonly scale: 1 | 100;
}

/** Why a formula has no value. */
export type ValueProblem =
  /** Ids of the inputs without a reading. */
  | { readonly code: 'no-reading'; readonly inputs: readonly string[] }
  /** The divisor, as text; it is 0, or can become 0 within what is asked. */
  | { readonly code: 'divides-by-zero'; readonly divisor: string }
  /** A number on the way is beyond 1e150, whose square could not be kept. */
  | { readonly code: 'too-large' };

/** No number on the way is larger, so that squares of it are still numbers. */
export const LARGEST_VALUE = 1e150;

/** A sum, difference, product or quotient. */
export type Binary = Extract<Node, { readonly left: Node }>;

/** A current reading in the metric's own unit (per cent for a rate). */
export type Readings = (id: string) => number | undefined;

/** Arithmetic on something else than numbers: slopes, ranges, degrees, units. */
export interface Algebra<T> {
  readonly number: (value: number) => T;
  readonly input: (id: string) => T;
  /** The node, here and below, is for saying where something went wrong. */
  readonly plus: (a: T, b: T, node: Binary) => T;
  readonly minus: (a: T, b: T, node: Binary) => T;
  readonly times: (a: T, b: T) => T;
  readonly over: (a: T, b: T, divisor: Node) => T;
  readonly power: (of: T, exponent: number, base: Node) => T;
}

/** The expression worked out in an algebra, leaves first. */
export function fold<T>(node: Node, algebra: Algebra<T>): T {
  switch (node.kind) {
    case 'number':
      return algebra.number(node.value);
    case 'input':
      return algebra.input(node.id);
    case 'minus':
      return algebra.times(algebra.number(-1), fold(node.of, algebra));
    case 'power':
      return algebra.power(fold(node.of, algebra), node.exponent, node.of);
  }
  const left = fold(node.left, algebra);
  const right = fold(node.right, algebra);
  if (node.kind === '+') return algebra.plus(left, right, node);
  if (node.kind === '-') return algebra.minus(left, right, node);
  return node.kind === '*' ? algebra.times(left, right) : algebra.over(left, right, node.right);
}

/** Inputs as the formula takes them: shares for rates. `undefined` where one has no reading. */
export function taken(formula: Formula, readings: Readings): ReadonlyMap<string, number> | ValueProblem {
  const values = new Map<string, number>();
  const missing: string[] = [];
  for (const id of formula.inputs) {
    const reading = readings(id);
    if (reading === undefined || !Number.isFinite(reading)) missing.push(id);
    else values.set(id, formula.rates.includes(id) ? reading / 100 : reading);
  }
  return missing.length > 0 ? { code: 'no-reading', inputs: missing } : values;
}

/** A value, and how much it changes with each input of the formula, in the order of `inputs`. */
interface Leaning {
  readonly value: number;
  readonly slopes: readonly number[];
}

/** Value and slopes together; the first thing that goes wrong on the way is the problem, even if it would cancel. */
function lean(formula: Formula, readings: Readings, inputs: readonly string[]): Leaning | ValueProblem {
  const values = taken(formula, readings);
  if ('code' in values) return values;
  let problem: ValueProblem | undefined;
  const zero = inputs.map(() => 0);
  const made = (value: number, slopes: readonly number[]): Leaning => {
    if (!(Math.abs(value) <= LARGEST_VALUE && slopes.every((slope) => Math.abs(slope) <= LARGEST_VALUE))) problem ??= { code: 'too-large' };
    return { value, slopes };
  };
  const mixed = (a: Leaning, x: number, b: Leaning, y: number): number[] => a.slopes.map((slope, i) => x * slope + y * (b.slopes[i] ?? 0));
  const divides = (divisor: Node): void => {
    problem ??= { code: 'divides-by-zero', divisor: formatNode(divisor) };
  };
  const found = fold<Leaning>(formula.root, {
    number: (value) => made(value, zero),
    input: (id) =>
      made(
        values.get(id) ?? 0,
        inputs.map((one) => Number(one === id)),
      ),
    plus: (a, b) => made(a.value + b.value, mixed(a, 1, b, 1)),
    minus: (a, b) => made(a.value - b.value, mixed(a, 1, b, -1)),
    times: (a, b) => made(a.value * b.value, mixed(a, b.value, b, a.value)),
    over: (a, b, divisor) => {
      if (b.value === 0) divides(divisor);
      return made(a.value / b.value, mixed(a, 1 / b.value, b, -a.value / b.value / b.value));
    },
    power: (a, n, base) => {
      if (n < 0 && a.value === 0) divides(base);
      const slope = n === 0 ? 0 : n * a.value ** (n - 1);
      return made(a.value ** n, mixed(a, slope, a, 0));
    },
  });
  return problem ?? found;
}

/**
 * What the North Star would be at these readings, in its own unit (per cent if it is a rate). Never NaN or infinite.
 */
export function valueOf(formula: Formula, readings: Readings): number | ValueProblem {
  const found = lean(formula, readings, []);
  return 'code' in found ? found : formula.scale * found.value + 0;
}

/**
 * North Star units per +1 unit of each input as typed (per +1 pp of a rate), at these readings; exact, not by differences.
 * @returns by id, all inputs of the formula
 */
export function gradientOf(formula: Formula, readings: Readings): ReadonlyMap<string, number> | ValueProblem {
  const found = lean(formula, readings, formula.inputs);
  if ('code' in found) return found;
  const unit = (id: string): number => formula.scale / (formula.rates.includes(id) ? 100 : 1);
  return new Map(formula.inputs.map((id, i) => [id, unit(id) * (found.slopes[i] ?? 0) + 0]));
}

/**
 * The highest power in which `moved` inputs stand together, all others fixed; Infinity where one of them is in a divisor.
 * Read off the writing: `a - a` is of degree 1.
 */
export function degreeIn(formula: Formula, moved: ReadonlySet<string>): number {
  return fold<number>(formula.root, {
    number: () => 0,
    input: (id) => Number(moved.has(id)),
    plus: (a, b) => Math.max(a, b),
    minus: (a, b) => Math.max(a, b),
    times: (a, b) => a + b,
    over: (a, b) => (b === 0 ? a : Infinity),
    power: (a, n) => (a === 0 || n === 0 ? 0 : n > 0 ? a * n : Infinity),
  });
}

/** Whether it is a straight line in each input while the others stand still: then means go through it exactly. */
export const isMultilinear = (formula: Formula): boolean => formula.inputs.every((id) => degreeIn(formula, new Set([id])) <= 1);

function renamed(node: Node, from: string, to: string): Node {
  if (node.kind === 'number') return node;
  if (node.kind === 'input') return node.id === from ? { kind: 'input', id: to } : node;
  if (node.kind === 'minus' || node.kind === 'power') return { ...node, of: renamed(node.of, from, to) };
  return { ...node, left: renamed(node.left, from, to), right: renamed(node.right, from, to) };
}

/** The same formula after an input was given another id, which no other input of it may have. */
export function renameInput(formula: Formula, from: string, to: string): Formula {
  const change = (ids: readonly string[]): string[] => ids.map((id) => (id === from ? to : id));
  return { ...formula, root: renamed(formula.root, from, to), inputs: change(formula.inputs), rates: change(formula.rates) };
}
