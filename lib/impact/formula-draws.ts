// A formula at many points at once, and over ranges: what can come out, and whether a divisor can become zero.
import { type Formula, fold, LARGEST_VALUE, type Node, type Operator, type ValueProblem } from './formula.ts';
import { formatNode } from './formula-text.ts';
import { lend } from './points.ts';
import type { Bounds } from './room.ts';

/** One number for all points, or one for each. */
export type Drawn = number | Float64Array;

type Loop = (a: Float64Array, aStep: number, b: Float64Array, bStep: number, made: Float64Array) => void;

// One loop each, since a function called for every point would take three times as long. A number is a list of step 0.
const LOOPS: Readonly<Record<Operator, Loop>> = {
  '+': (a, aStep, b, bStep, made) => {
    for (let i = 0, count = made.length; i < count; i++) made[i] = (a[i * aStep] ?? 0) + (b[i * bStep] ?? 0);
  },
  '-': (a, aStep, b, bStep, made) => {
    for (let i = 0, count = made.length; i < count; i++) made[i] = (a[i * aStep] ?? 0) - (b[i * bStep] ?? 0);
  },
  '*': (a, aStep, b, bStep, made) => {
    for (let i = 0, count = made.length; i < count; i++) made[i] = (a[i * aStep] ?? 0) * (b[i * bStep] ?? 0);
  },
  '/': (a, aStep, b, bStep, made) => {
    for (let i = 0, count = made.length; i < count; i++) made[i] = (a[i * aStep] ?? 0) / (b[i * bStep] ?? 0);
  },
};
const PLAIN: Readonly<Record<Operator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};
const ONE = [new Float64Array(1), new Float64Array(1)] as const;
const MINUS: Node = { kind: 'number', value: -1 };

function operate(kind: Operator, leftNode: Node, rightNode: Node, input: (id: string) => Drawn): Drawn {
  const a = draw(leftNode, input);
  const b = draw(rightNode, input);
  if (typeof a === 'number' && typeof b === 'number') return PLAIN[kind](a, b);
  const left = typeof a === 'number' ? ONE[0].fill(a) : a;
  const right = typeof b === 'number' ? ONE[1].fill(b) : b;
  // What was made on the way is not needed again, but inputs stay as they are.
  const spare = left === a && leftNode.kind !== 'input' ? left : right === b && rightNode.kind !== 'input' ? right : undefined;
  const made = spare ?? lend();
  LOOPS[kind](left, left === a ? 1 : 0, right, right === b ? 1 : 0, made);
  return made;
}

/** The same operations in the same order for one number and for many, so that where nothing moves nothing is gained. */
function draw(node: Node, input: (id: string) => Drawn): Drawn {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'input':
      return input(node.id);
    case 'minus':
      return operate('*', MINUS, node.of, input);
    case 'power': {
      const of = draw(node.of, input);
      if (typeof of === 'number') return of ** node.exponent;
      const made = node.of.kind === 'input' ? lend() : of;
      for (let i = 0, count = made.length; i < count; i++) made[i] = (of[i] ?? 0) ** node.exponent;
      return made;
    }
  }
  return operate(node.kind, node.left, node.right, input);
}

/**
 * The value at every point, unchecked: `rangeOf` has said that it is a number.
 * @param input one number for all points, or an array that stays as it is
 * @returns an array that is lent, none of the inputs
 */
export function atPoints({ root }: Formula, input: (id: string) => Drawn): Float64Array {
  const made = draw(root, input);
  if (typeof made === 'number') return lend().fill(made);
  if (root.kind !== 'input') return made;
  const copy = lend();
  copy.set(made);
  return copy;
}

/** The value at one point, unchecked like `atPoints`. */
export const at = ({ root }: Formula, input: (id: string) => number): number => {
  const made = draw(root, input);
  return typeof made === 'number' ? made : 0;
};

/** Least and greatest of some numbers. */
const hull = (values: readonly number[]): Bounds => ({ low: Math.min(...values), high: Math.max(...values) });

/**
 * Bounds of the value for inputs anywhere within theirs; wider than need be where an input appears more than once.
 * What can be zero below a fraction line, or grow past what numbers hold, is a problem.
 */
export function rangeOf(formula: Formula, input: (id: string) => Bounds): Bounds | ValueProblem {
  let problem: ValueProblem | undefined;
  const made = (values: readonly number[]): Bounds => {
    if (!values.every((value) => Math.abs(value) <= LARGEST_VALUE)) problem ??= { code: 'too-large' };
    return hull(values);
  };
  const inverse = ({ low, high }: Bounds, divisor: Node): Bounds => {
    if (low <= 0 && high >= 0) problem ??= { code: 'divides-by-zero', divisor: formatNode(divisor) };
    return made([1 / low, 1 / high]);
  };
  const product = (a: Bounds, b: Bounds): Bounds => made([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]);
  const range = fold<Bounds>(formula.root, {
    number: (value) => made([value]),
    input: (id) => {
      const { low, high } = input(id);
      return made([low, high]);
    },
    plus: (a, b) => made([a.low + b.low, a.high + b.high]),
    minus: (a, b) => made([a.low - b.high, a.high - b.low]),
    times: product,
    over: (a, b, divisor) => product(a, inverse(b, divisor)),
    power: (of, exponent, base) => {
      const { low, high } = exponent < 0 ? inverse(of, base) : of;
      const ends = [low ** Math.abs(exponent), high ** Math.abs(exponent)];
      return made(low < 0 && high > 0 && exponent % 2 === 0 && exponent !== 0 ? [...ends, 0] : ends);
    },
  });
  return problem ?? range;
}
