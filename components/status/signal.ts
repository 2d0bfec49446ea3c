// Signal or noise: which readings lie outside what chance alone would give, and by what rule, in words (49, 51).
import { FEWEST_POINTS, type Noise, paceAt } from '../../lib/impact/pace.ts';
import { formatReading } from '../../lib/impact/shown.ts';
import { trendOf } from '../../lib/impact/trend.ts';
import type { Dated } from '../../lib/model/metric.ts';
import { formatDay, gapPhrase, pacePhrase } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { MetricStatus } from '../../lib/state/status.ts';

const MOST_EARLIER = 3;

type Read = Pick<MetricStatus, 'readings' | 'metric' | 'today'>;

/** What stands out of a metric's readings. */
export interface Signal {
  readonly noise: Noise;
  /** Whether they were compared with the pace line. */
  readonly fromPace: boolean;
  /** The readings at the end that lie outside on one side. */
  readonly run: { readonly side: 'above' | 'below'; readonly since: string; readonly count: number } | undefined;
  /** Those outside before that, oldest first. */
  readonly earlier: readonly Dated[];
}

/** `undefined` where the readings are too few to tell. */
export function signalOf({ metric, readings }: Read): Signal | undefined {
  const { noise, fromPace, points, flagged } = trendOf(metric, readings);
  if (!noise) return undefined;
  const sideAt = (i: number): 'above' | 'below' | undefined =>
    !flagged.includes(i) ? undefined : (points[i]?.value ?? 0) > noise.high ? 'above' : 'below';
  const last = points.length - 1;
  const side = sideAt(last);
  const start = side ? points.findLastIndex((_, i) => sideAt(i) !== side) + 1 : points.length;
  const since = readings[start]?.date;
  return {
    noise,
    fromPace,
    run: side && since !== undefined ? { side, since, count: last - start + 1 } : undefined,
    earlier: flagged.flatMap((i) => (i >= start ? [] : (readings[i] ?? []))),
  };
}

const runPhrase = ({ side, since, count }: NonNullable<Signal['run']>, today: string): string =>
  count === 1
    ? say(side === 'above' ? 'statusOneAbove' : 'statusOneBelow', formatDay(since, today))
    : say(side === 'above' ? 'statusRunAbove' : 'statusRunBelow', count, formatDay(since, today));

/** Under the large chart: what stands out, what did before, and by what rule. */
export function signalPhrase(status: MetricStatus): string {
  const { metric, readings, today } = status;
  const signal = signalOf(status);
  if (!signal) return say('statusTooFew', readings.length, FEWEST_POINTS);
  const earlier = signal.earlier
    .slice(-MOST_EARLIER)
    .map(({ date, value }) => say('statusReadOn', formatReading(metric, value), formatDay(date, today)));
  const sigma = gapPhrase(metric, Number(signal.noise.sigma.toPrecision(2)));
  return [
    signal.run ? runPhrase(signal.run, today) : say('statusInside'),
    earlier.length > 0 && say('statusEarlier', earlier.join(', ')),
    say(signal.fromPace ? 'statusLimitsPace' : 'statusLimitsMean', sigma, readings.length),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The same in a few words, for a cell; the tone says whether there is something to look at. */
export function signalShort(status: MetricStatus): { readonly text: string; readonly tone: 'warn' | 'muted' } {
  const { readings, today } = status;
  const signal = signalOf(status);
  if (!signal) return { text: say('statusFew', readings.length), tone: 'muted' };
  if (signal.run) {
    const { side, since, count } = signal.run;
    const day = formatDay(since, today);
    if (count === 1) return { text: say(side === 'above' ? 'statusShortAbove' : 'statusShortBelow', day), tone: 'warn' };
    return { text: say(side === 'above' ? 'statusShortRunAbove' : 'statusShortRunBelow', count, day), tone: 'warn' };
  }
  const before = signal.earlier.at(-1);
  return { text: before ? say('statusShortEarlier', formatDay(before.date, today)) : say('statusShortInside'), tone: 'muted' };
}

/** A way to tell one reading of a chart: day, value, distance from the pace line, and whether it stands out. */
export function readoutOf(status: MetricStatus): (reading: Dated) => string {
  const { metric, today, digits, readings } = status;
  const { baseline, target } = metric;
  const { noise, points, flagged } = trendOf(metric, readings);
  const outside = new Map(flagged.map((i) => [readings[i]?.date, (points[i]?.value ?? 0) > (noise?.high ?? 0)]));
  return (reading) => {
    const pace = baseline && target && reading.date >= baseline.date ? paceAt(baseline, target, reading.date) : undefined;
    const above = outside.get(reading.date);
    return [
      say('statusPointAt', formatDay(reading.date, today), formatReading(metric, reading.value)),
      pacePhrase({ ...status, last: reading, pace, digits, stale: false }, 'long'),
      !noise
        ? say('statusPointFew')
        : above === undefined
          ? say('statusPointInside')
          : say(above ? 'statusPointAbove' : 'statusPointBelow'),
    ]
      .filter(Boolean)
      .join(', ');
  };
}
