import { describe, expect, it } from 'vitest';
import { createSelection } from '../../lib/state/selection.ts';

const SHOWN = ['a', 'b', 'c', 'd', 'e'];
const picked = (act: (selection: ReturnType<typeof createSelection>) => void): string => {
  const selection = createSelection();
  act(selection);
  return [...selection.keys.value].sort().join('');
};

describe('the selection', () => {
  it('toggles', () => expect(picked((one) => [one.toggle('b'), one.toggle('d'), one.toggle('b')])).toBe('d'));
  it('takes a range, either way', () => {
    expect(picked((one) => [one.toggle('b'), one.range(SHOWN, 'd')])).toBe('bcd');
    expect(picked((one) => [one.toggle('d'), one.range(SHOWN, 'b')])).toBe('bcd');
  });
  it('takes the shorter way where a row stands in several groups', () =>
    expect(picked((one) => [one.toggle('b'), one.range(['a', 'b', 'c', 'd', 'e', 'b', 'd'], 'd')])).toBe('bd'));
  it('takes a range out again where it began with taking one out', () =>
    expect(picked((one) => [one.all(SHOWN), one.toggle('b'), one.range(SHOWN, 'd')])).toBe('ae'));
  it('is a single row where there is no beginning any more', () => {
    expect(picked((one) => one.range(SHOWN, 'c'))).toBe('c');
    expect(picked((one) => [one.toggle('gone'), one.none(), one.range(SHOWN, 'c')])).toBe('c');
  });
  it('takes all that is shown, and none', () => {
    expect(picked((one) => [one.toggle('z'), one.all(SHOWN)])).toBe('abcdez');
    expect(picked((one) => [one.all(SHOWN), one.none()])).toBe('');
  });
  it('forgets what is there no more', () => expect(picked((one) => [one.all(SHOWN), one.keep(new Set(['b', 'x']))])).toBe('b'));
});
