// The arithmetic of the charts: values to pixels, ticks, and labels that keep off each other. Nothing here draws.
import type { Dated } from '../../lib/model/metric.ts';

/** A straight map from a domain to pixels. A domain without extent maps to the middle. */
export function scale([from, to]: readonly [number, number], [start, end]: readonly [number, number]): (value: number) => number {
  if (from === to) return () => (start + end) / 2;
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}

/** Days since 1970 of an ISO day. */
export const dayNumber = (date: string): number => Date.parse(date) / 86_400_000;

/** Least and greatest of the numbers that are there; 0 and 0 when none is. */
export function extent(values: readonly (number | undefined)[]): readonly [number, number] {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? [0, 0] : [Math.min(...known), Math.max(...known)];
}

/** An SVG path through points, one decimal each; empty under one point. */
export const pathThrough = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** The readings as pixel points. */
export const placed = (points: readonly Dated[], x: (day: number) => number, y: (value: number) => number): [number, number][] =>
  points.map(({ date, value }) => [x(dayNumber(date)), y(value)]);

/**
 * Moves labels apart so that neighbours are at least `gap` apart and all lie within low..high, keeping their order.
 * Where there is no room for all, the gap gives way.
 * @param wanted pixels, in any order @returns pixels, in the order given
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const apart = Math.min(gap, (high - low) / Math.max(1, wanted.length - 1));
  const order = wanted.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at || a.i - b.i);
  const found: number[] = [];
  let least = low;
  order.forEach(({ at, i }, rank) => {
    // Room is left for those that follow.
    const most = high - apart * (order.length - 1 - rank);
    const y = Math.min(most, Math.max(least, at - (crowd(order, rank, apart) ?? 0)));
    found[i] = y;
    least = y + apart;
  });
  return found;
}

/** Half of what a label and its next neighbour lack, so that both give way alike. */
function crowd(order: readonly { readonly at: number }[], rank: number, apart: number): number | undefined {
  const [here, next] = [order[rank], order[rank + 1]];
  return here && next && next.at - here.at < apart ? (apart - (next.at - here.at)) / 2 : undefined;
}

/** Round values (1, 2, 2.5 or 5 times a power of ten apart) within a domain, `count` of them or fewer. */
export function ticks([low, high]: readonly [number, number], count: number): number[] {
  const rough = (high - low) / Math.max(1, count);
  if (!(rough > 0) || !Number.isFinite(rough)) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The first day of each month after `from` and up to `to`, thinned to at most `most`. @param from, to ISO days */
export function months(from: string, to: string, most: number): string[] {
  const found: string[] = [];
  const day = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  while (true) {
    day.setUTCMonth(day.getUTCMonth() + 1);
    const date = day.toISOString().slice(0, 10);
    if (date > to) break;
    found.push(date);
  }
  const every = Math.ceil(found.length / Math.max(1, most));
  return found.filter((_, i) => i % every === 0);
}

/** Room a label needs, px, at 11 px with figures of one width; a guess on the safe side. */
export const labelWidth = (text: string): number => Math.ceil(text.length * 6.8);
