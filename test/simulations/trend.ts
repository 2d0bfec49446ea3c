// How often does a chart cry wolf, and how often does it see one?
import { outside, trendOf } from '../../lib/impact/trend.ts';
import { autoregressive, between, type Figure, meanOf, randomFrom, times } from './random.ts';

export const name = 'Trend';

const WEEKS = 13;
const JUMP = 4;

interface Alarms {
  /** A signal in the 13 weeks after, though nothing happened: by these limits, and by mean +- 2.66 moving ranges. */
  readonly wrong: number;
  readonly plain: number;
  /** A jump of 4 standard deviations seen in its first week. */
  readonly jump: number;
}

/** Limits from the first `points` of a series whose neighbours share `carry`. */
export function alarm(seed: number, count: number, carry: number, points: number): Alarms {
  const random = randomFrom(seed);
  const runs = times(count, () => {
    const values = autoregressive(random, carry, points + WEEKS);
    const readings = values.map((value, week) => ({ value, date: new Date(week * 7 * 86_400_000).toISOString().slice(0, 10) }));
    const { noise, flagged } = trendOf({ direction: 'up' }, readings, points);
    if (!noise) throw new Error(`No limits from ${points} points`);
    const quiet = values.slice(0, points);
    const range = quiet.slice(1).reduce((sum, value, i) => sum + Math.abs(value - (quiet[i] ?? value)), 0) / (points - 1);
    const plain = { low: noise.mean - 2.66 * range, high: noise.mean + 2.66 * range };
    return {
      wrong: flagged.some((week) => week >= points),
      plain: outside(values.slice(points), plain).length > 0,
      jump: outside([(values[points] ?? 0) + JUMP], noise).length > 0,
    };
  });
  const share = (key: keyof Alarms): number => meanOf(runs.map((run) => run[key]));
  return { wrong: share('wrong'), plain: share('plain'), jump: share('jump') };
}

/** The figures of the specification, which requires none: false signals by points and carry. */
const WRONG: readonly (readonly [points: number, carry: number, wrong: number])[] = [
  [15, 0, 0.09],
  [15, 0.5, 0.16],
  [15, 0.7, 0.22],
  [26, 0, 0.06],
  [26, 0.5, 0.1],
  [26, 0.7, 0.14],
];
const LEAST_SEEN = 0.75;
/** How far seeds differ. */
const SEEDS = 0.02;

export function simulate(seed: number, scale: number): Figure[] {
  return WRONG.flatMap(([points, carry, expected]): Figure[] => {
    const { wrong, plain, jump } = alarm(seed, Math.round(4000 * scale), carry, points);
    const what = `AR ${carry}, ${points} points`;
    return [
      { what: `${what}: false signal`, measured: wrong, required: between(0, expected + SEEDS, scale) },
      { what: `${what}: false signal, plain 2.66`, measured: plain, required: undefined },
      { what: `${what}: jump of 4 seen at once`, measured: jump, required: between(LEAST_SEEN - SEEDS, 1, scale) },
    ];
  });
}
