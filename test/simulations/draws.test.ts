import { describe, expect, it } from 'vitest';
import { simulate as simulateTeam } from './team.ts';
import { autoregressive, between, meanOf, met, randomFrom } from './random.ts';

describe('draws', () => {
  it('take three for a middle one', () => {
    const [one, other] = [randomFrom(3), randomFrom(3)];
    const three = [one.uniform(), one.uniform(), one.uniform()].toSorted((a, b) => a - b);
    expect(other.middle()).toBe(three[1]);
    expect(other.uniform()).toBe(one.uniform());
  });

  it('carry over as much as they should', () => {
    const values = autoregressive(randomFrom(1), 0.6, 20_000);
    expect(meanOf(values.map((value) => value * value))).toBeCloseTo(1, 1);
    expect(meanOf(values.slice(1).map((value, i) => value * (values[i] ?? 0)))).toBeCloseTo(0.6, 1);
  });
});

it('calls what is outside missed, and what is no number', () => {
  const figure = (measured: number) => ({ what: '', measured, required: between(0, 1, 1) });
  expect([0, 1, -0.01, 1.01, Number.NaN].map((measured) => met(figure(measured)))).toEqual([true, true, false, false, false]);
  expect(met({ what: '', measured: 9, required: undefined })).toBe(true);
  expect(between(0.7, 0.9, 0.1)).toEqual([0.7 - 0.05, 0.9 + 0.05]);
});

it('tells figures with what is required of them', () => {
  const figures = simulateTeam(1, 0.1);
  expect(figures.length).toBe(8);
  expect(figures.every(met)).toBe(true);
});
