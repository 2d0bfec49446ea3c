import { describe, expect, it } from 'vitest';
import { createUndo } from '../../lib/state/undo.ts';

describe('taking back and doing again', () => {
  function made() {
    let now = 0;
    const undo = createUndo<string>(() => now);
    let state = '';
    const to = (next: string, what: string, after = 5000): void => {
      now += after;
      undo.did(state, what);
      state = next;
    };
    const back = (): string => (state = undo.undo(state) ?? state);
    const again = (): string => (state = undo.redo(state) ?? state);
    return { undo, to, back, again };
  }

  it('takes back step by step, and does again', () => {
    const { undo, to, back, again } = made();
    to('a', 'x');
    to('b', 'y');
    expect([back(), back(), back()]).toEqual(['a', '', '']);
    expect([again(), again(), again()]).toEqual(['a', 'b', 'b']);
    expect(undo.redoable.value).toBeUndefined();
  });

  it('takes typing in one field that follows close as one step', () => {
    const { to, back } = made();
    to('a', 'name', 0);
    to('ab', 'name', 300);
    to('abc', 'name', 300);
    to('abcd', 'name', 3000);
    to('abcde', 'owner', 100);
    expect([back(), back(), back()]).toEqual(['abcd', 'abc', '']);
  });

  it('does not join what is typed after an undo to what was before', () => {
    const { undo, to, back } = made();
    to('a', 'name', 0);
    back();
    to('b', 'name', 0);
    expect(undo.redoable.value).toBeUndefined();
    expect(back()).toBe('');
  });

  it('remembers 200 steps', () => {
    const { to, back } = made();
    for (let i = 1; i <= 300; i++) to(String(i), 'x');
    for (let i = 0; i < 300; i++) back();
    expect(back()).toBe('100');
  });

  it('changes what it remembers', () => {
    const { undo, to, back } = made();
    to('a', 'x');
    to('b', 'x');
    undo.map((state) => `${state}!`);
    expect([back(), back()]).toEqual(['a!', '!']);
  });
});
