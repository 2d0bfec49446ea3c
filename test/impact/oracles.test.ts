// The definitions' own numbers. The same tables are worked out in real browsers: test/e2e/oracles.test.ts.
import { expect, it, test } from 'vitest';
import { ORACLES } from './oracles/all.ts';
import { missesOf } from './oracles/oracle.ts';

test.each(ORACLES)('$name', (oracle) => {
  expect(missesOf(oracle)).toEqual([]);
});

it('takes three decimals as rounded or cut, fewer as exact, and misses what is missing', () => {
  const misses = (says: string, ...found: number[]): number => missesOf({ name: '', says, found: () => found }).length;
  expect([misses('0.802120', 0.8021208), misses('0.802120', 0.8021212), misses('0.0344459', 0.0344461)]).toEqual([0, 1, 1]);
  expect([misses('3.5', 3.5), misses('3.5', 3.5 + 1e-8), misses('0', 1e-12), misses('-2.5', 2.5)]).toEqual([0, 1, 1, 1]);
  expect([misses('1, 2', 1), misses('1', Number.NaN)]).toEqual([1, 1]);
});
