import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSlices, inSlices, sortInSlices } from '../../../lib/state/slices.ts';

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

  it('goes step by step to its end, says how far it has come, and lets the page draw in between', async () => {
    function* steps(): Generator<number, string> {
      for (let i = 0; i < 10; i++) yield i / 10;
      return 'done';
    }
    const told: number[] = [];
    const everyStep = { rest: () => Promise.resolve() };
    expect(await inSlices(steps(), (share) => told.push(share), new AbortController().signal, everyStep)).toBe('done');
    expect(told[0]).toBe(0);
    expect(told.length).toBeLessThan(10);
  });

  it('ends at the next rest once it is given up', async () => {
    const given = new AbortController();
    let done = 0;
    function* steps(): Generator<number, void> {
      for (; done < 100; done++) {
        if (done === 5) given.abort();
        yield done / 100;
      }
    }
    const everyStep = { rest: () => Promise.resolve() };
    await expect(inSlices(steps(), () => {}, given.signal, everyStep)).rejects.toThrow();
    expect(done).toBe(5);
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
