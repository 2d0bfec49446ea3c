// What the sweeps are given: the same for every engine, from draws that use no function that engines may differ in but log.
import type { Size } from '../../../lib/impact/effect.ts';
import type { Bounds, Subject } from '../../../lib/impact/room.ts';
import type { Part } from '../../../lib/impact/rank.ts';
import type { Dated, Metric } from '../../../lib/model/metric.ts';
import type { Multiplier } from '../../../lib/model/framework.ts';
import type { Effect } from '../../../lib/model/tag.ts';
import { type Random, times } from '../../simulations/random.ts';

/** Public functions by file and name, each with what it makes of drawn arguments. */
export type Sweep = Readonly<Record<string, (random: Random) => unknown>>;

export const oneOf = <T>(random: Random, some: readonly [T, ...T[]]): T => some[Math.floor(random.uniform() * some.length)] ?? some[0];
export const whole = (random: Random, below: number): number => Math.floor(random.uniform() * below);
/** From a ten-thousandth to ten thousand, either sign. */
export const number = (random: Random): number => random.normal() * oneOf(random, [1e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1000, 1e4]);
export const chance = (random: Random): number => oneOf(random, [1, 0.7, random.middle()]);

export function size(random: Random): Size {
  const low = number(random);
  const width = Math.abs(number(random)) + 1e-6;
  const mid = oneOf(random, [undefined, low, low + random.uniform() * width]);
  return { low, high: low + width, chance: chance(random), ...(mid === undefined ? {} : { mid }) };
}
/** Perhaps a room for a size, which may be too small for its ends. What is typed has its ends in its room, so the middle has. */
export function room(random: Random, { low, mid = low, high }: Size): Bounds | undefined {
  const [down, up] = [2 * random.uniform() * (mid - low), 2 * random.uniform() * (high - mid)];
  return oneOf(random, [undefined, { low: mid - down, high: mid + up }]);
}

export const INPUTS = ['orders', 'size', 'filled', 'on-time'] as const;
const day = (week: number): string => new Date(Date.UTC(2026, 0, 4 + 7 * week)).toISOString().slice(0, 10);
export const TODAY = day(40);

/** Some weeks of readings, oldest first. */
export const readings = (random: Random): Dated[] => {
  const [level, step] = [Math.abs(number(random)), random.uniform()];
  return times(10 + whole(random, 31), (i) => ({ date: day(i), value: level * (1 + 0.1 * step * i + 0.05 * random.normal()) }));
};
export const values = (random: Random): number[] => readings(random).map(({ value }) => value);

export function metric(random: Random, id: string, more: Partial<Metric> = {}): Metric & { readonly current: number } {
  const kind = oneOf<Metric['kind']>(random, ['count', 'ratio', 'rate']);
  const current = kind === 'rate' ? 5 + 90 * random.uniform() : 1 + Math.abs(number(random));
  const plan = {
    baseline: { value: current * random.uniform(), date: day(0) },
    target: { value: current * (0.5 + random.uniform()), date: day(30) },
  };
  const low = number(random);
  return {
    ...{
      id,
      name: id,
      role: 'input' as const,
      kind,
      unit: kind === 'rate' ? '' : id,
      direction: oneOf<Metric['direction']>(random, ['up', 'down']),
      current,
    },
    ...oneOf<Partial<Metric>>(random, [{}, plan]),
    sensitivity: { low, high: low + oneOf(random, [0, Math.abs(number(random))]) },
    ...more,
  };
}
/** A North Star and four inputs. */
export const metrics = (random: Random): (Metric & { readonly current: number })[] => [
  metric(random, 'received', { role: 'north-star', kind: 'count' }),
  ...INPUTS.map((id) => metric(random, id)),
];
export const subject = (random: Random): Subject => {
  const one = metric(random, 'orders');
  return oneOf<Subject>(random, [one, { ...one, current: undefined }]);
};
export function effects(random: Random): Omit<Effect, 'text'>[] {
  const from = whole(random, INPUTS.length);
  return times(1 + whole(random, 3), (i) => ({ input: INPUTS[(from + i) % INPUTS.length] ?? '', ...size(random) }));
}
export const multipliers = (random: Random): Multiplier[] =>
  INPUTS.slice(1).flatMap((to, i) => (random.uniform() < 0.5 ? [{ from: INPUTS[i] ?? '', to, factor: random.normal() }] : []));

export const FORMULAS = [
  'orders * size * filled * on_time',
  'orders * size + 3 * filled - on_time',
  'orders ^ 2 * filled / (size + 20)',
  '(orders + size) * (filled - 0.1 * on_time) / 7',
  '-orders + size * size',
] as const;
export const formulaText = (random: Random): string => oneOf(random, FORMULAS);

export const part = (random: Random): Part => ({ chance: chance(random), mean: number(random), variance: number(random) ** 2 });
export const parts = (random: Random): Part[] => times(1 + whole(random, 3), () => part(random));
export const guess = (random: Random): { chance: number; mean: number; sd: number } => ({
  chance: chance(random),
  mean: number(random),
  sd: Math.abs(number(random)) + 1e-6,
});
