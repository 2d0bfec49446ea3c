// Impact; Points, not random draws (requirement 100's ticket); Shown.
import { sizeAt } from '../../../lib/impact/effect.ts';
import { valueOf } from '../../../lib/impact/formula.ts';
import { type Gains, type Impact, impactOf, meanOf, type Term, type Terms } from '../../../lib/impact/impact.ts';
import { type Mapping, modelOf } from '../../../lib/impact/mapping.ts';
import { pointQuantiles, scoresIn } from '../../../lib/impact/points.ts';
import { gainOf, inNorthStar } from '../../../lib/impact/rank.ts';
import { roundShown } from '../../../lib/impact/shown.ts';
import type { Metric } from '../../../lib/model/metric.ts';
import { delivered, DELIVERY, formulaOf, now } from '../delivery.ts';
import { range } from './effects.ts';
import type { Oracle } from './oracle.ts';

const exactly = (value: number): Term['sensitivity'] => ({ low: value, high: value });
const SUM: readonly Term[] = [
  { size: range(2, 5, undefined, 0.7), sensitivity: { low: 30, high: 60 } },
  { size: range(1, 3, undefined, 0.5), sensitivity: exactly(-12) },
];
const SENTENCE: readonly Term[] = [{ size: range(2.2, 7, 4), sensitivity: { low: 34, high: 50 } }];

/** Orders -300..-100 at 50 % with a change of on time at 70 %, by the formula. */
function delivery(mapping: Mapping, onTime: { readonly low: number; readonly high: number }): Terms {
  const model = modelOf(mapping);
  if ('code' in model) throw new Error(model.code);
  const priced = model.priced([
    { input: 'on-time', ...onTime, chance: 0.7 },
    { input: 'orders', low: -300, high: -100, chance: 0.5 },
  ]);
  if ('code' in priced) throw new Error(priced.code);
  return priced.terms;
}
const asRates = (): Terms => delivery({ metrics: DELIVERY, formula: delivered, current: now }, { low: 2, high: 5 });
function asRatios(): Terms {
  const metrics = DELIVERY.map((one): Metric => (one.kind === 'rate' ? { ...one, kind: 'ratio' } : one));
  const current = (id: string): number | undefined => (id === 'on-time' || id === 'fulfilled' ? (now(id) ?? 0) / 100 : now(id));
  const formula = formulaOf('orders * items_per_order * fulfilled * on_time', metrics);
  return delivery({ metrics, current, formula }, { low: 0.02, high: 0.05 });
}
const quantiles = ({ mean, p10, p50, p90 }: Impact): number[] => [mean, p10, p50, p90];

/** The same by hand: a formula written out, and the two nested cases in which anything moves. */
function byHand(): number[] {
  const items = (orders: number, onTime: number): number => (12_000 + orders) * 2.5 * 0.92 * (0.85 + onTime) - 23_460;
  const orders = scoresIn(0).map((z) => sizeAt(range(-300, -100), z));
  // A point beyond the bound (all in time at most) is set to it.
  const onTime = scoresIn(1).map((z) => Math.min(0.15, sizeAt(range(0.02, 0.05), z)));
  const cases = [
    { probability: 0.5, values: onTime.map((change, i) => items(orders[i] ?? 0, change)) },
    { probability: 0.2, values: onTime.map((change) => items(0, change)) },
  ];
  const mean = (values: Float64Array): number => values.reduce((a, b) => a + b) / values.length;
  return [cases.reduce((sum, { probability, values }) => sum + probability * mean(values), 0), ...pointQuantiles(cases, [0.1, 0.5, 0.9])];
}

export const NORTH_STAR: readonly Oracle[] = [
  {
    name: '2..5 at 70 % x (30..60) and 1..3 at 50 % x (-12): mean, sd',
    says: '98.25, 86.667208',
    found: () => [impactOf(SUM).mean, Math.sqrt(impactOf(SUM).variance)],
  },
  {
    name: 'the same as a gain with nothing learned',
    says: '98.25, 86.667208',
    found: () => {
      const z = 1.2815515655;
      const parts = [
        inNorthStar({ chance: 0.7, mean: 3.5, variance: (1.5 / z) ** 2 }, { low: 30, high: 60 }),
        inNorthStar({ chance: 0.5, mean: 2, variance: (1 / z) ** 2 }, exactly(-12)),
      ];
      const { gain, variance } = gainOf(parts, { width: 1, level: 1, variance: 0, doubt: 0 });
      return [gain, Math.sqrt(variance)];
    },
  },
  {
    name: 'requirement 100: 12,000 orders x 2.5 items x 0.92 x 0.85',
    says: '23460',
    found: () => {
      const value = valueOf(delivered, now);
      return typeof value === 'number' ? [value] : [];
    },
  },
  {
    name: 'its ticket, by the formula: mean, P10, P50, P90',
    says: '472.65, 0, 447.433134, 1102.394105',
    found: () => quantiles(impactOf(asRates())),
  },
  {
    name: 'the same where its rates are ratios',
    says: '472.65, 0, 447.433134, 1102.394105',
    found: () => quantiles(impactOf(asRatios())),
  },
  { name: 'its mean alone', says: '472.65', found: () => [meanOf(asRates())] },
  {
    name: 'the mean of its points',
    says: '472.650726',
    found: () => {
      const mean = (values: Float64Array | undefined): number => (values?.reduce((a, b) => a + b) ?? 0) / (values?.length ?? 1);
      const [alone, both] = (asRates() as Gains).points([2, 3]).map(mean);
      return [0.2 * (alone ?? 0) + 0.5 * (both ?? 0)];
    },
  },
  { name: 'its points by hand: mean, P10, P50, P90', says: '472.650726, 0, 447.433134, 1102.394105', found: byHand },
  {
    name: 'requirement 46, +2.2..7 pp, middle 4, at 34..50 teams per pp: mean, P10, P90',
    says: '183.689, 87.874, 300.771',
    found: () => [impactOf(SENTENCE).mean, impactOf(SENTENCE).p10, impactOf(SENTENCE).p90],
  },
  {
    name: 'its sentence says about 180 (90 to 300)',
    says: '180, 90, 300',
    found: () => {
      const { mean, p10, p90 } = roundShown(impactOf(SENTENCE));
      return [mean, p10, p90];
    },
  },
  {
    name: '(-3.14, 147.2, 312.6) as shown',
    says: '0, 150, 310',
    found: () => {
      const { p10, mean, p90 } = roundShown({ p10: -3.14, mean: 147.2, p90: 312.6 });
      return [p10, mean, p90];
    },
  },
];
