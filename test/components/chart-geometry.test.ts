// The arithmetic under the charts.
import { describe, expect, it } from 'vitest';
import { extent, months, pathThrough, scale, spread, ticks } from '../../components/chart/geometry.ts';

describe('scale', () => {
  it('maps ends to ends, upside down too, and a flat domain to the middle', () => {
    const y = scale([6000, 8000], [60, 10]);
    expect([y(6000), y(8000), y(7000)]).toEqual([60, 10, 35]);
    expect(scale([5, 5], [0, 10])(5)).toBe(5);
  });
});

describe('extent', () => {
  it('leaves out what is not there', () => {
    expect(extent([3, undefined, -1])).toEqual([-1, 3]);
    expect(extent([])).toEqual([0, 0]);
  });
});

describe('spread', () => {
  const gaps = (places: number[]): number[] =>
    places.toSorted((a, b) => a - b).flatMap((y, i, all) => (i === 0 ? [] : [y - (all[i - 1] ?? 0)]));

  it('leaves alone what is apart', () => expect(spread([10, 40], 13, 0, 60)).toEqual([10, 40]));
  it('moves both of a pair that is too near', () => expect(spread([20, 24], 12, 0, 60)).toEqual([16, 28]));
  it('keeps the order given, whatever the order of heights', () => expect(spread([40, 10], 13, 0, 60)).toEqual([40, 10]));
  it('keeps within its edges', () => {
    expect(spread([59, 60], 13, 0, 60)).toEqual([47, 60]);
    expect(spread([1, 0], 13, 0, 60).every((y) => y >= 0)).toBe(true);
  });
  it('gives way in the gap where there is no room', () => {
    const places = spread([5, 5, 5, 5], 13, 0, 20);
    for (const gap of gaps(places)) expect(gap).toBeCloseTo(20 / 3, 9);
    expect(Math.max(...places)).toBeLessThanOrEqual(20);
  });
});

describe('ticks', () => {
  it('are round and inside', () => {
    expect(ticks([5900, 8000], 5)).toEqual([6000, 6500, 7000, 7500, 8000]);
    expect(ticks([25.3, 40.1], 4)).toEqual([30, 35, 40]);
    expect(ticks([-0.3, 0.3], 6)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  });
  it('are none for a domain without extent', () => expect(ticks([5, 5], 4)).toEqual([]));
});

describe('months', () => {
  it('are the firsts after the start, over the turn of the year', () => {
    expect(months('2026-10-12', '2027-01-10', 9)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
  });
  it('are thinned evenly', () => expect(months('2025-01-15', '2026-12-31', 8)).toHaveLength(8));
});

describe('pathThrough', () => {
  it('starts with a move', () =>
    expect(
      pathThrough([
        [0, 1],
        [2.04, 3],
      ]),
    ).toBe('M0.0 1.0L2.0 3.0'));
  it('is empty for no points', () => expect(pathThrough([])).toBe(''));
});
