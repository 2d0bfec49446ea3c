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

// One loop for each case: a function called at every point would take several times as long.
function timesList(made: Float64Array, change: Float64Array, without: Float64Array): void {
  for (let i = 0, count = made.length; i < count; i++) made[i] = (without[i] ?? 0) + (change[i] ?? 0) * (made[i] ?? 0);
}
function timesNumber(made: Float64Array, change: Float64Array, times: number, without: number): void {
  for (let i = 0, count = made.length; i < count; i++) made[i] = without + times * (change[i] ?? 0);
}
function plusNumber(made: Float64Array, change: Float64Array, without: number): void {
  for (let i = 0, count = made.length; i < count; i++) made[i] = without + (change[i] ?? 0) * (made[i] ?? 0);
}
function plusList(made: Float64Array, change: Float64Array, times: number): void {
  for (let i = 0, count = made.length; i < count; i++) made[i] = (made[i] ?? 0) + times * (change[i] ?? 0);
}

/** without + change x times, in one of the two if it is a list. */
function step(without: number | Float64Array, change: Float64Array, times: number | Float64Array): number | Float64Array {
  if (typeof times === 'number') {
    if (times === 0) return without;
    const made = typeof without === 'number' ? lend() : without;
    if (typeof without === 'number') timesNumber(made, change, times, without);
    else plusList(made, change, times);
    return made;
  }
  if (typeof without === 'number') plusNumber(times, change, without);
  else timesList(times, change, without);
  return times;
}

/**
 * The same at every point.
 * @param changes at every point; `undefined` for what does not change
 * @returns an array that is lent, none of `changes`
 */
export function gainsAt(table: Table, changes: readonly (Float64Array | undefined)[]): Float64Array {
  const moving = changes.filter((change) => change !== undefined);
  const still = changes.reduce((mask, change, k) => (change ? mask : mask | (1 << k)), 0);
  const left: (number | Float64Array)[] = table.filter((_, set) => (set & still) === 0);
  let half = left.length / 2;
  for (const change of moving) {
    for (let set = 0; set < half; set++) left[set] = step(left[2 * set] ?? 0, change, left[2 * set + 1] ?? 0);
    half /= 2;
  }
  const [made = 0] = left;
  return typeof made === 'number' ? lend().fill(made) : made;
}
