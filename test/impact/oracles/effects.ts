// Effect; Points, not random draws; Acceptance simulations (the draws).
import { fromSingle, moments, quantile, type Size } from '../../../lib/impact/effect.ts';
import { pointAt } from '../../../lib/impact/points.ts';
import type { Evidence } from '../../../lib/model/tag.ts';
import { randomFrom } from '../../simulations/random.ts';
import type { Oracle } from './oracle.ts';

export const range = (low: number, high: number, mid?: number, chance = 1): Size => ({
  low,
  high,
  chance,
  ...(mid === undefined ? {} : { mid }),
});
const meanAndSd = (size: Size): number[] => {
  const { mean, variance } = moments(size);
  return [mean, Math.sqrt(variance)];
};
const likely = range(2, 5, undefined, 0.7);
const single = (x: number, evidence?: Evidence): number[] => {
  const { low, high } = fromSingle(x, evidence);
  return [low, high];
};

export const EFFECTS: readonly Oracle[] = [
  { name: 'mean and sd of 2..5', says: '3.5, 1.170456', found: () => meanAndSd(range(2, 5)) },
  { name: 'mean and sd of 2..6, middle 3', says: '3.622593, 1.629954', found: () => meanAndSd(range(2, 6, 3)) },
  { name: 'mean and sd of 0.1..10', says: '5.05, 3.862506', found: () => meanAndSd(range(0.1, 10)) },
  { name: 'mean and sd of -1..4', says: '1.5, 1.950760', found: () => meanAndSd(range(-1, 4)) },
  {
    name: 'the mean takes this much of each end, and of the middle',
    says: '0.3112963, 0.3112963, 0.3774074',
    found: () => [moments(range(0, 1, 0)).mean, -moments(range(-1, 0, 0)).mean, moments(range(-1, 1, 1)).mean],
  },
  {
    name: '2..5 at 70 %: mean, sd, P10, P50, P90',
    says: '2.45, 1.879223, 0, 2.837582, 4.749545',
    found: () => {
      const { mean, variance } = moments(likely);
      const sd = Math.sqrt(0.7 * (variance + mean ** 2) - (0.7 * mean) ** 2);
      return [0.7 * mean, sd, quantile(likely, 0.1), quantile(likely, 0.5), quantile(likely, 0.9)];
    },
  },
  {
    name: '+0.02..0.05 on a rate of 0.95, which cannot rise by more than 0.05',
    says: '0.0344459',
    found: () => [moments(range(0.02, 0.05), { low: -0.95, high: 0.05 }).mean],
  },
  { name: '10, an opinion', says: '0, 20', found: () => single(10) },
  { name: '-10, a plausible estimate', says: '-17.5, -2.5', found: () => single(-10, 'estimate') },
  { name: '10, market data', says: '4, 16', found: () => single(10, 'market') },
  { name: '10, user evidence', says: '5.5, 14.5', found: () => single(10, 'users') },
  { name: '10, a test', says: '7.5, 12.5', found: () => single(10, 'test') },
  {
    name: 'point 1 in four dimensions',
    says: '0.500979, 0.612635, 0.452987, 0.0935357',
    found: () => [0, 1, 2, 3].map((j) => pointAt(1, j)),
  },
  {
    name: '115^j mod 1021',
    says: '1, 115, 973, 606, 262, 521',
    found: () => [0, 1, 2, 3, 4, 5].map((j) => (Math.round((pointAt(1, j) - 0.5) * 1021) + 1021) % 1021),
  },
  {
    name: 'mulberry32 from seed 1',
    says: '0.627074, 0.00273572',
    found: () => {
      const random = randomFrom(1);
      return [random.uniform(), random.uniform()];
    },
  },
];
