// Whether the sweeps and their comparison can see what they are for; the browsers' own test is test/e2e/oracles.test.ts.
import { describe, expect, it } from 'vitest';
import { compare, type Worked, workOut } from './sweep/worked.ts';

const worked = (...leaves: string[]): Worked => ({ engine: '', oracles: 0, misses: [], calls: [{ name: 'f', leaves }] });
const apart = (one: readonly string[], other: readonly string[]): number => compare(worked(...one), worked(...other)).apart.length;

describe('two engines', () => {
  it('agree to nine digits, and in dust beside what is large', () => {
    expect(apart(['1.23456789012', '"up"', '3e-17', '100'], ['1.23456789099', '"up"', '-1e-16', '100'])).toBe(0);
    expect(compare(worked('1', '2', '"a"'), worked('1', '2.0000000001', '"a"'))).toMatchObject({ numbers: 2, identical: 1 });
  });

  it('differ in a ninth digit, a word, a number that is none, and in how much there is', () => {
    expect(apart(['1.23456789'], ['1.23456799'])).toBe(1);
    expect(apart(['"up"'], ['"down"'])).toBe(1);
    expect(apart(['1'], ['NaN']) + apart(['NaN'], ['1']) + apart(['1'], ['Infinity'])).toBe(3);
    expect(apart(['1', '2'], ['1'])).toBe(1);
  });
});

it('draws the same twice, and nothing that is no number', () => {
  const first = workOut();
  expect(compare(first, workOut())).toMatchObject({ apart: [] });
  expect(first.calls.filter(({ leaves }) => leaves.includes('NaN')).map(({ name }) => name)).toEqual([]);
});
