import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { beginDrawing, lend, pointAt, pointQuantiles, scoresIn } from '../../lib/impact/points.ts';

it('spreads every dimension evenly and symmetrically', () => {
  const all = Array.from({ length: 1021 }, (_, k) => k - 510);
  for (let j = 0; j < 6; j++) {
    const u = all.map((i) => pointAt(i, j));
    expect(new Set(u.map((x) => x.toFixed(9))).size).toBe(1021);
    expect(pointAt(0, j)).toBe(0.5);
    for (const i of [1, 17, 510]) expect(pointAt(i, j) + pointAt(-i, j)).toBeCloseTo(1, 12);
    expect(Math.min(...u)).toBeGreaterThan(0);
    expect(Math.max(...u)).toBeLessThan(1);
  }
});

it('puts what moves nothing at zero', () => {
  expect(pointQuantiles([], [0.1, 0.5, 0.9])).toEqual([0, 0, 0]);
  const sure = (value: number, probability: number) => [{ probability, values: new Float64Array(1021).fill(value) }];
  expect(pointQuantiles(sure(7, 1), [0.1, 0.9])).toEqual([7, 7]);
  // 1 - 0.9 is a hair less than 0.1 in binary.
  expect(pointQuantiles(sure(7, 0.9), [0.1])).toEqual([0]);
  expect(pointQuantiles(sure(-7, 0.3), [0.1, 0.3, 0.31, 0.9])).toEqual([-7, -7, 0, 0]);
});

it('leaves the values it was given in their order', () => {
  const values = Float64Array.of(3, 1, 2);
  expect(pointQuantiles([{ probability: 1, values }], [0.1, 0.5, 0.9])).toEqual([1, 2, 3]);
  expect([...values]).toEqual([3, 1, 2]);
});

it('is the quantile one finds by putting all values in order', () => {
  const far = fc.double({ min: -1e307, max: 1e307, noNaN: true });
  const close = fc.double({ min: 1e6, max: 1e6 + 1e-6, noNaN: true });
  const some = fc.oneof(far, close, fc.integer({ min: -3, max: 3 }), fc.double({ min: -1, max: 1, noNaN: true }), fc.constant(5));
  const values = fc
    .record({ kinds: fc.array(some, { minLength: 1, maxLength: 5 }), noise: fc.constantFrom(0, 1e-12, 1, 1e300), j: fc.nat(5) })
    .map(({ kinds, noise, j }) => scoresIn(j).map((score, i) => (kinds[i % kinds.length] ?? 0) + noise * score));
  const mixture = fc.array(fc.record({ share: fc.integer({ min: 1, max: 9 }), values }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(mixture, fc.integer({ min: 0, max: 9 }), (parts, rest) => {
      const total = parts.reduce((sum, { share }) => sum + share, rest);
      const cases = parts.map((part) => ({ probability: part.share / total, values: part.values }));
      const all = cases.flatMap(({ probability, values: list }) => [...list].map((value) => [value, probability / list.length] as const));
      if (rest > 0) all.push([0, rest / total]);
      all.sort((a, b) => a[0] - b[0]);
      const levels = [0.1, 0.5, 0.9, 0.123];
      const found = pointQuantiles(cases, levels);
      levels.forEach((level, k) => {
        let sum = 0;
        const expected = all.find(([, weight]) => (sum += weight) >= level - 1e-12)?.[0] ?? Number.NaN;
        expect(found[k]).toBe(expected + 0);
      });
    }),
    { numRuns: 300 },
  );
});

it('lends each array once until drawing begins again', () => {
  beginDrawing();
  const [first, second] = [lend(), lend()];
  expect(first).not.toBe(second);
  expect([first.length, second.length]).toEqual([1021, 1021]);
  beginDrawing();
  expect(lend()).toBe(first);
});
