import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inSlices } from '../../lib/page/slices.ts';

/** Numbers from 0, each of which takes a millisecond to come; every odd one is nothing. */
function* slow(count: number): Generator<number | undefined, void> {
  for (let i = 0; i < count; i++) {
    vi.setSystemTime(Date.now() + 1);
    yield i % 2 ? undefined : i;
  }
}

describe('something long, a slice at a time', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('is there at once where it is short', () => {
    const done = vi.fn();
    inSlices(slow(5), done, new AbortController().signal);
    expect(done.mock.calls).toEqual([[[0, 2, 4]]]);
  });

  it('is there in the end where it is long, all of it and once, and takes no more than a few milliseconds at a time', async () => {
    const done = vi.fn();
    const from = Date.now();
    inSlices(slow(100), done, new AbortController().signal);
    expect(done).not.toHaveBeenCalled();
    expect(Date.now() - from).toBeLessThan(10);
    await vi.runAllTimersAsync();
    expect(done.mock.calls).toEqual([[Array.from({ length: 50 }, (_, i) => 2 * i)]]);
  });

  it('stops where nobody waits for it any more', async () => {
    const done = vi.fn();
    const life = new AbortController();
    inSlices(slow(100), done, life.signal);
    life.abort();
    await vi.runAllTimersAsync();
    expect(done).not.toHaveBeenCalled();
  });
});
