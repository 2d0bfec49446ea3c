import { expect } from 'vitest';

/** Equal to the digits an oracle is given with: within one unit of its last digit. */
export function near(actual: number, oracle: number): void {
  const decimals = /\.(\d+)/.exec(String(oracle))?.[1]?.length ?? 0;
  expect(Math.abs(actual - oracle), `${actual} against ${oracle}`).toBeLessThanOrEqual(10 ** -decimals);
}
