// How often are two metrics called related that are not, and how often is a relation found that is there?
import { correlationInterval, relationsOf } from '../../lib/impact/relations.ts';
import { autoregressive, between, type Figure, meanOf, randomFrom, times } from './random.ts';

export const name = 'Relations';

/** How far seeds differ. */
const SEEDS = 0.01;

/** Share of unrelated pairs of series called related at any lag: as we do, and by a plain 95 % interval at each lag. */
export function unrelated(seed: number, count: number, carry: number, weeks: number): { readonly wrong: number; readonly plain: number } {
  const random = randomFrom(seed);
  const runs = times(count, () => {
    const first = autoregressive(random, carry, weeks);
    const second = autoregressive(random, carry, weeks);
    return { wrong: relationsOf(first, second).some(({ related }) => related), plain: plainly(first, second) };
  });
  return { wrong: meanOf(runs.map(({ wrong }) => wrong)), plain: meanOf(runs.map(({ plain }) => plain)) };
}

/** Any of 14 lags with a plain 95 % interval without 0, as if every pair and every lag stood alone. */
function plainly(first: readonly number[], second: readonly number[]): boolean {
  return times(14, (lag) => lag).some((lag) => {
    const x = first.slice(0, first.length - lag);
    const y = second.slice(lag);
    const [x0, y0] = [meanOf(x), meanOf(y)];
    const sum = (one: (i: number) => number): number => x.reduce((total, _, i) => total + one(i), 0);
    const dx = (i: number): number => (x[i] ?? 0) - x0;
    const dy = (i: number): number => (y[i] ?? 0) - y0;
    const r = sum((i) => dx(i) * dy(i)) / Math.sqrt(sum((i) => dx(i) ** 2) * sum((i) => dy(i) ** 2));
    const { low, high } = correlationInterval(r, x.length, 1);
    return low > 0 || high < 0;
  });
}

/** Share of pairs with r .7 at lag 4, AR .5, that are found: related at that lag. */
export function found(seed: number, count: number, weeks: number): number {
  const random = randomFrom(seed);
  return meanOf(
    times(count, () => {
      const driver = autoregressive(random, 0.5, weeks + 4);
      const rest = autoregressive(random, 0.5, weeks);
      const later = rest.map((value, week) => 0.7 * (driver[week] ?? 0) + Math.sqrt(1 - 0.7 ** 2) * value);
      return relationsOf(driver.slice(4), later).some(({ lag, related }) => lag === 4 && related);
    }),
  );
}

export function simulate(seed: number, scale: number): Figure[] {
  // The specification says 6 % and 95 %, requires neither, and seeds differ.
  const wrongs = [0, 0.5, 0.8, 1].flatMap((carry) =>
    [26, 52, 104].flatMap((weeks): Figure[] => {
      const { wrong, plain } = unrelated(seed, Math.round(4000 * scale), carry, weeks);
      const what = `unrelated, ${carry < 1 ? `AR ${carry}` : 'walk'}, ${weeks} weeks`;
      return [
        { what: `${what}: called related`, measured: wrong, required: between(0, 0.06 + SEEDS, scale) },
        { what: `${what}: by a plain 95 %`, measured: plain, required: undefined },
      ];
    }),
  );
  return [
    ...wrongs,
    { what: 'r .7 at lag 4: found', measured: found(seed, Math.round(4000 * scale), 52), required: between(0.95 - SEEDS, 1, scale) },
  ];
}
