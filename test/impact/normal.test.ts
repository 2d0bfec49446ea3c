import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { normalCdf, normalPdf, normalQuantile } from '../../lib/impact/normal.ts';

// Values to 12 digits and more from published tables (Abramowitz and Stegun 26.1).
test.each([
  [0, 0.5],
  [0.5, 0.691462461274013],
  [1, 0.841344746068543],
  [1.2815515655446, 0.9],
  [2, 0.977249868051821],
  [3, 0.99865010196837],
  [5, 0.999999713348428],
  [-1, 0.158655253931457],
  [-4, 0.0000316712418331],
  [-6, 9.865876450377e-10],
])('P(Z < %d)', (x, p) => {
  expect(Math.abs(normalCdf(x) - p)).toBeLessThan(1e-12);
});

test.each([
  [0.5, 0],
  [0.9, 1.2815515655446004],
  [0.975, 1.959963984540054],
  [0.99, 2.3263478740408408],
  [0.001, -3.090232306167813],
  [1e-6, -4.753424308822899],
  [1e-10, -6.361340902404056],
])('quantile at %d', (u, x) => {
  expect(Math.abs(normalQuantile(u) - x)).toBeLessThan(1e-12);
});

it('stays finite where nobody draws', () => {
  expect(normalQuantile(0)).toBeCloseTo(-6.66, 2);
  expect(normalQuantile(1)).toBeCloseTo(6.66, 2);
  expect(normalCdf(-Infinity)).toBe(0);
  expect(normalCdf(Infinity)).toBe(1);
  expect(normalCdf(40)).toBe(1);
  // It took forever once.
  expect(normalCdf(Number.NaN)).toBeNaN();
});

it('inverts', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-10, max: 1 - 1e-10, noNaN: true }), (u) => {
      expect(Math.abs(normalCdf(normalQuantile(u)) - u)).toBeLessThan(1e-14);
    }),
  );
});

it('is symmetric and rises', () => {
  const x = fc.double({ min: -9, max: 9, noNaN: true });
  fc.assert(
    fc.property(x, x, (a, b) => {
      expect(normalCdf(a) + normalCdf(-a)).toBeCloseTo(1, 13);
      if (b - a > 1e-6) expect(normalCdf(b)).toBeGreaterThanOrEqual(normalCdf(a) - 1e-15);
    }),
  );
});

it('has the density as its slope', () => {
  for (let x = -4; x <= 4; x += 0.25) {
    expect((normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5).toBeCloseTo(normalPdf(x), 9);
  }
});
