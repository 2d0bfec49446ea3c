// A formula that is a straight line in every change while the others stand still, as a table of what each set of changes
// brings together: gain = 60 a + 12 b + 3 a b is (0, 60, 12, 3). Then means are exact, and points take a few passes.
import { type Formula, fold } from './formula.ts';
import { lend } from './points.ts';

/** By set of changes, a bit mask; entry 0b11 belongs to the product of the first two. */
export type Table = readonly number[];

/** Table of a constant. */
export function constant(size: number, value: number): number[] {
  const table: number[] = [value];
  while (table.length < size) table.push(0);
  return table;
}

/** Every product of what one brings without the other: no change is in both, or it would not be straight. */
function product(a: Table, b: Table): Table {
  return a.map((_, set) => {
    let sum = 0;
    for (let part = set; ; part = (part - 1) & set) {
      sum += (a[part] ?? 0) * (b[set ^ part] ?? 0);
      if (part === 0) return sum;
    }
  });
}

/**
 * The table of f(x + changes) - f(x), exact: nothing is subtracted that could leave dust.
 * @param formula straight in each change (`degreeIn`), without a zero to divide by
 * @param input its value with nothing changed as entry 0, and what a unit of each single change adds to it
 * @param count of changes
 */
export function tableOf(formula: Formula, input: (id: string) => Table, count: number): Table {
  const size = 1 << count;
  const sum = (a: Table, b: Table, sign: number): Table => a.map((value, set) => value + sign * (b[set] ?? 0));
  const [, ...changes] = fold<Table>(formula.root, {
    number: (value) => constant(size, value),
    input,
    plus: (a, b) => sum(a, b, 1),
    minus: (a, b) => sum(a, b, -1),
    times: product,
    // Straight in all that changes: what is divided by, or raised to more than 1, does not change.
    over: (a, b) => a.map((value) => value / (b[0] ?? 1)),
    power: (of, exponent) => (exponent === 1 ? of : constant(size, (of[0] ?? 0) ** exponent)),
  });
  return [0, ...changes].map((value) => formula.scale * value);
}

/** A change by its mean and its standard deviation. */
export interface Change {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Mean and variance of the gain of independent changes; `undefined` for what does not change. With c = mean + sd z each
 * entry becomes what its set brings in units of the z, and these are uncorrelated: the squares just add up.
 */
export function momentsAt(table: Table, changes: readonly (Change | undefined)[]): { readonly mean: number; readonly variance: number } {
  const made = [...table];
  changes.forEach((change, k) => {
    const bit = 1 << k;
    for (let set = bit; set < made.length; set++) {
      if (!(set & bit)) continue;
      const gain = made[set] ?? 0;
      if (change) made[set ^ bit] = (made[set ^ bit] ?? 0) + change.mean * gain;
      made[set] = change ? change.sd * gain : 0;
    }
  });
  const [mean = 0] = made;
  let variance = 0;
  for (let set = 1; set < made.length; set++) variance += (made[set] ?? 0) ** 2;
  return { mean, variance };
}

// One loop for each number of changes: a function called at every point would take several times as long, and so would
// a pass for every product.
function alongOne(made: Float64Array, table: Table, a: Float64Array): void {
  const [t0 = 0, t1 = 0] = table;
  for (let i = 0, count = made.length; i < count; i++) made[i] = t0 + t1 * (a[i] ?? 0);
}
function alongTwo(made: Float64Array, table: Table, a: Float64Array, b: Float64Array): void {
  const [t0 = 0, t1 = 0, t2 = 0, t3 = 0] = table;
  for (let i = 0, count = made.length; i < count; i++) {
    const x = a[i] ?? 0;
    made[i] = t0 + x * t1 + (b[i] ?? 0) * (t2 + x * t3);
  }
}
function alongThree(made: Float64Array, table: Table, a: Float64Array, b: Float64Array, c: Float64Array): void {
  const [t0 = 0, t1 = 0, t2 = 0, t3 = 0, t4 = 0, t5 = 0, t6 = 0, t7 = 0] = table;
  for (let i = 0, count = made.length; i < count; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    made[i] = t0 + x * t1 + y * (t2 + x * t3) + (c[i] ?? 0) * (t4 + x * t5 + y * (t6 + x * t7));
  }
}

/** As many changes as `gainsAt` takes; of more, the formula itself is quicker. */
export const MOST_CHANGES = 3;

/**
 * The same at every point.
 * @param changes at every point, at most `MOST_CHANGES`; `undefined` for what does not change
 * @returns an array that is lent, none of `changes`
 */
export function gainsAt(table: Table, changes: readonly (Float64Array | undefined)[]): Float64Array {
  const [a, b, c] = changes.filter((change) => change !== undefined);
  const still = changes.reduce((mask, change, k) => (change ? mask : mask | (1 << k)), 0);
  const left = table.filter((_, set) => (set & still) === 0);
  const made = lend();
  if (a && b && c) alongThree(made, left, a, b, c);
  else if (a && b) alongTwo(made, left, a, b);
  else if (a) alongOne(made, left, a);
  else made.fill(left[0] ?? 0);
  return made;
}
