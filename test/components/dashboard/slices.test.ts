import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSlices, sortInSlices } from '../../../lib/state/slices.ts';

describe('work in slices', () => {
  it('rests when a slice is over, and not before', async () => {
    let now = 0;
    const slices = createSlices(5, () => now);
    now = 4;
    expect(slices.rest()).toBeUndefined();
    now = 5;
    const rest = slices.rest();
    expect(rest).toBeInstanceOf(Promise);
    await rest;
    now = 9;
    expect(slices.rest()).toBeUndefined();
  });

  it('sorts as the browser sorts, stably', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 2000 }), async (numbers) => {
        const items = numbers.map((value, i) => ({ value, i }));
        const compare = (a: { value: number }, b: { value: number }): number => a.value - b.value;
        expect(await sortInSlices(items, compare)).toEqual(items.toSorted(compare));
      }),
      { numRuns: 50 },
    );
  });

  it('lets other work in between while it sorts', async () => {
    let turns = 0;
    const beat = setInterval(() => turns++, 0);
    let clock = 0;
    await sortInSlices(
      Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_000),
      (a, b) => a - b,
      // Every look at the clock finds a slice gone by.
      createSlices(5, () => (clock += 10)),
    );
    clearInterval(beat);
    expect(turns).toBeGreaterThan(5);
  });
});
