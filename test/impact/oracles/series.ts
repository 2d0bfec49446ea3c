// Trend; Relations; Against reality.
import { noiseOf } from '../../../lib/impact/pace.ts';
import { counterfactual, sharesOf } from '../../../lib/impact/reality.ts';
import { correlationInterval, effectivePairs } from '../../../lib/impact/relations.ts';
import { trendOf } from '../../../lib/impact/trend.ts';
import type { Oracle } from './oracle.ts';

/** Trend's example. */
export const TREND = [31.2, 30.8, 31.9, 32.4, 31.5, 30.9, 31.7, 32.8, 32.1, 31.4, 32.0, 32.9, 32.3, 31.8, 32.6];
/** Against reality's. */
export const READ = [31, 33, 30, 32, 34, 31, 33, 32, 35, 31, 34, 33, 32, 35, 33];

const limits = (noise: ReturnType<typeof noiseOf>): number[] => (noise ? [noise.carry, noise.sigma, noise.low, noise.high] : []);
const weekly = TREND.map((value, i) => ({ value, date: new Date(Date.UTC(2026, 0, 1 + 7 * i)).toISOString().slice(0, 10) }));

export const SERIES: readonly Oracle[] = [
  { name: 'noise: f, sigma, limits', says: '0.352029, 0.802120, 29.480306, 34.293027', found: () => limits(noiseOf(TREND)) },
  {
    name: 'trend: f, sigma, limits',
    says: '0.352029, 0.802120, 29.480306, 34.293027',
    found: () => limits(trendOf({ direction: 'up' }, weekly).noise),
  },
  {
    name: 'r 0.62, 44 pairs, f 0.5, g 0.4, K 14: neff, interval',
    says: '29.333333, 0.155922, 0.859859',
    found: () => {
      const effective = effectivePairs(44, 0.5, 0.4);
      const { low, high } = correlationInterval(0.62, effective, 14);
      return [effective, low, high];
    },
  },
  {
    name: 'a counterfactual, h 4: alpha, Y, V, n, smallest visible',
    says: '0.182650, 33.067037, 1.976992, 1.535975, 3.261183',
    found: () => {
      const found = counterfactual(READ, 4);
      return 'refused' in found ? [] : [found.newest, found.expected, (found.noise / 1.0924) ** 2, found.noise, found.visible];
    },
  },
  {
    name: 'pm (3, 1), S (2.25, .25), n 1, a 2: shares',
    says: '1.714286, 0.857143',
    // S from p = 1: k s = 1.5 and .5.
    found: () =>
      sharesOf(
        [
          { chance: 1, mean: 3, sd: 1 },
          { chance: 1, mean: 1, sd: 1 / 3 },
        ],
        2,
        1,
        1.5,
      ),
  },
];
