// The floor of what has to come out the same in every engine: the same words for a number, and the same bits.
import { describe, expect, it } from 'vitest';
import { BLANK } from './blank.ts';

describe.each(Object.entries(BLANK))('an empty page in %s', (name, runIn) => {
  it('runs a script, and hands its value back', async () => {
    const script = 'globalThis.sum = [0.1, 0.2, Math.sqrt(2), Math.log(10)].reduce((a, b) => a + b)';
    const [sum, agent] = JSON.parse(await runIn(script, 'JSON.stringify([sum, navigator.userAgent])')) as [number, string];
    expect(sum).toBe([0.1, 0.2, Math.sqrt(2), Math.log(10)].reduce((a, b) => a + b));
    expect(agent).toContain(name === 'Firefox' ? 'Firefox/' : 'Chrome/');
  });
});
