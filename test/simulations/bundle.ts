// Where nothing shipped, does the band hold what is read four weeks later?
import { Z } from '../../lib/impact/effect.ts';
import { counterfactual, WEEKS_AFTER } from '../../lib/impact/reality.ts';
import { autoregressive, between, type Figure, meanOf, type Random, randomFrom, times } from './random.ts';

export const name = 'Bundle';

const AHEAD = 4;

interface Series {
  readonly what: string;
  /** Carry of the noise around the level, standard deviation of the level's steps, and its drift per week. */
  readonly carry: number;
  readonly step: number;
  readonly drift: number;
}
const SERIES: readonly Series[] = [
  { what: 'white', carry: 0, step: 0, drift: 0 },
  ...[0.3, 0.6, 0.8].map((carry) => ({ what: `AR ${carry}`, carry, step: 0, drift: 0 })),
  ...[0.1, 0.3, 1].map((step) => ({ what: `white + walk of step ${step}`, carry: 0, step, drift: 0 })),
  { what: 'white + .05 a week', carry: 0, step: 0, drift: 0.05 },
  { what: 'white + .05 a week + walk .1', carry: 0, step: 0.1, drift: 0.05 },
];

function drawn(random: Random, { carry, step, drift }: Series, count: number): number[] {
  const noise = autoregressive(random, carry, count);
  let level = 0;
  return noise.map((value, week) => value + drift * week + (level += step * random.normal()));
}

/** Variance of values about their mean. */
const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};

/** Coverage of the band, of the usual one (mean before, standard error of a difference), and the smallest change seen. */
export function coverBand(
  seed: number,
  count: number,
  series: Series,
  weeks: number,
): { readonly band: number; readonly usual: number; readonly visible: number } {
  const random = randomFrom(seed);
  const runs = times(count, () => {
    const values = drawn(random, series, weeks + AHEAD + WEEKS_AFTER);
    const before = values.slice(0, weeks);
    const after = meanOf(values.slice(weeks + AHEAD));
    const without = counterfactual(before, AHEAD);
    if ('refused' in without) throw new Error(`A drawn series was refused: ${without.refused}`);
    const usual = Math.sqrt(varianceOf(before) / weeks + varianceOf(values.slice(weeks + AHEAD)) / WEEKS_AFTER);
    return {
      band: after >= without.low && after <= without.high,
      usual: Math.abs(after - meanOf(before)) <= Z * usual,
      visible: without.visible,
    };
  });
  const share = (key: 'band' | 'usual' | 'visible'): number => meanOf(runs.map((run) => run[key]));
  return { band: share('band'), usual: share('usual'), visible: share('visible') };
}

export function simulate(seed: number, scale: number): Figure[] {
  return SERIES.flatMap((series) =>
    [15, 26, 52].flatMap((weeks): Figure[] => {
      const { band, usual, visible } = coverBand(seed, Math.round(4000 * scale), series, weeks);
      return [
        { what: `${series.what}, ${weeks} weeks: band covers`, measured: band, required: between(0.74, 1, scale) },
        { what: `${series.what}, ${weeks} weeks: usual error covers`, measured: usual, required: undefined },
        { what: `${series.what}, ${weeks} weeks: smallest visible`, measured: visible, required: undefined },
      ];
    }),
  );
}
