// What the points are measured against: the usual way, random draws, once as fast as a loop gets and once as one would
// write it first. Both know requirement 100's formula by heart or walk it, and do all that the engine does: one event
// per ticket, two half normals, bounds, mean, P10, P50 and P90.
import type { Size } from '../../lib/impact/effect.ts';
import { halves } from '../../lib/impact/effect.ts';
import type { Formula, Node } from '../../lib/impact/formula.ts';

export const DRAWS = 10_000;

/** One effect on one of the four inputs, in shares for rates, with the most and least it can change. */
export interface Move {
  readonly input: number;
  readonly size: Size;
  readonly low: number;
  readonly high: number;
}

export interface Drawn {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

const values = new Float64Array(DRAWS);

/** Typed arrays, no objects, the formula compiled, normals by Marsaglia's polar method, the fastest sort there is. */
export function typedLoop(readings: readonly [number, number, number, number], moves: readonly Move[], seed: number): Drawn {
  const count = moves.length;
  const numbers = Float64Array.from(
    moves.flatMap(({ input, size, low, high }) => {
      const { mid, below, above } = halves(size);
      return [input, size.chance, mid, below, above, low, high];
    }),
  );
  const changes = new Float64Array(4);
  const [a, b, c, d] = readings;
  const start = a * b * c * d;
  let state = seed | 0;
  let spare = 0;
  let kept = false;
  let sum = 0;
  for (let i = 0; i < DRAWS; i++) {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    const event = ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    changes.fill(0);
    for (let k = 0; k < count; k++) {
      const at = k * 7;
      if (event >= numbers[at + 1]!) continue;
      let score = spare;
      if (kept) kept = false;
      else {
        let x = 0;
        let y = 0;
        let square = 2;
        while (square >= 1 || square === 0) {
          state = (state + 0x6d2b79f5) | 0;
          t = Math.imul(state ^ (state >>> 15), 1 | state);
          t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
          x = ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
          state = (state + 0x6d2b79f5) | 0;
          t = Math.imul(state ^ (state >>> 15), 1 | state);
          t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
          y = ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
          square = x * x + y * y;
        }
        const length = Math.sqrt((-2 * Math.log(square)) / square);
        score = x * length;
        spare = y * length;
        kept = true;
      }
      const change = numbers[at + 2]! + (score < 0 ? numbers[at + 3]! : numbers[at + 4]!) * score;
      const [low, high] = [numbers[at + 5]!, numbers[at + 6]!];
      changes[numbers[at]!] = change < low ? low : change > high ? high : change;
    }
    const gain = (a + changes[0]!) * (b + changes[1]!) * (c + changes[2]!) * (d + changes[3]!) - start;
    values[i] = gain;
    sum += gain;
  }
  values.sort();
  return { mean: sum / DRAWS, p10: values[DRAWS * 0.1]!, p50: values[DRAWS * 0.5]!, p90: values[DRAWS * 0.9]! };
}

function walk(node: Node, inputs: Record<string, number>): number {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'input':
      return inputs[node.id] ?? Number.NaN;
    case 'minus':
      return -walk(node.of, inputs);
    case 'power':
      return walk(node.of, inputs) ** node.exponent;
    case '+':
      return walk(node.left, inputs) + walk(node.right, inputs);
    case '-':
      return walk(node.left, inputs) - walk(node.right, inputs);
    case '*':
      return walk(node.left, inputs) * walk(node.right, inputs);
    case '/':
      return walk(node.left, inputs) / walk(node.right, inputs);
  }
}

/** An array of numbers, a copy of the inputs for every draw, the formula walked, Math.random, a sort with a comparison. */
export function naiveLoop(formula: Formula, readings: readonly number[], moves: readonly Move[]): Drawn {
  const names = formula.inputs;
  const now = Object.fromEntries(names.map((name, i) => [name, readings[i] ?? 0]));
  const start = walk(formula.root, now);
  const gains = Array.from({ length: DRAWS }, () => {
    const event = Math.random();
    const then = { ...now };
    for (const { input, size, low, high } of moves) {
      if (event >= size.chance) continue;
      const { mid, below, above } = halves(size);
      const score = Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
      const name = names[input] ?? '';
      then[name] = (now[name] ?? 0) + Math.min(high, Math.max(low, mid + (score < 0 ? below : above) * score));
    }
    return walk(formula.root, then) - start;
  });
  const sorted = gains.toSorted((a, b) => a - b);
  const at = (level: number): number => sorted[DRAWS * level] ?? Number.NaN;
  return { mean: gains.reduce((a, b) => a + b, 0) / DRAWS, p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
