// The arithmetic comes when it is needed: what is picked, typed and pressed before that is not lost.
import { signal } from '@preact/signals-core';
import { describe, expect, it, vi } from 'vitest';
import { OTHER } from '../../lib/state/draft.ts';
import { type MeaningOf, meaningOf } from '../../lib/state/meaning.ts';
import { bench, effect, moves, tagOf } from './panel.stage.ts';

const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

function without() {
  const arithmetic = signal<MeaningOf | undefined>(undefined);
  const made = bench({}, arithmetic);
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const bring = vi.fn(() => promise);
  made.gives.bring = bring;
  const come = async (): Promise<void> => {
    arithmetic.value = meaningOf;
    resolve(true);
    await settle();
  };
  return { ...made, bring, come, resolve, reject };
}

describe('without the arithmetic', () => {
  it('a form at rest asks for none', () => {
    const { bring } = without();
    expect(bring).not.toHaveBeenCalled();
    const answered = bench({ tag: tagOf(moves(effect('activation', 2, 5))) }, signal(undefined));
    answered.gives.bring = bring;
    expect([answered.state.phase.value, bring.mock.calls.length]).toEqual(['answered', 0]);
  });

  it.each(['activation', OTHER])('a form asks for it when %s is picked', (pick) => {
    const { state, bring } = without();
    state.choose(pick);
    expect(bring).toHaveBeenCalled();
    expect(state.meaning.value).toBeUndefined();
  });

  it('a size chosen by key is the one it would have been', async () => {
    const { state, come } = without();
    const other = bench().state;
    for (const one of [state, other]) {
      one.choose('activation');
      one.step(1);
      one.step(1);
    }
    expect(state.rows.value[0]?.text).toBe('');
    await come();
    expect(state.rows.value).toEqual(other.rows.value);
    expect(state.rows.value[0]?.text).not.toBe('');
  });

  it('a save waits for it, and stores what stands there then', async () => {
    const { state, come, saves } = without();
    state.choose('activation');
    state.type(0, '+2..5');
    const saving = state.save();
    await settle();
    expect([state.phase.value, saves.length]).toEqual(['asking', 0]);
    await come();
    await saving;
    expect(saves.map(({ answer }) => answer)).toEqual([moves({ ...effect('activation', 2, 5), text: '+2..5' })]);
    expect(state.phase.value).toBe('answered');
  });

  it('a save says so where it cannot come, and keeps everything', async () => {
    const { state, resolve, saves } = without();
    state.choose('activation');
    state.type(0, '+2..5');
    resolve(false);
    await state.save();
    expect([state.phase.value, state.refusal.value, saves.length]).toEqual(['failed', 'failed', 0]);
    expect(state.rows.value).toEqual([{ input: 'activation', text: '+2..5' }]);
  });

  it('a save says that the extension is gone where it is', async () => {
    const { state, reject } = without();
    state.choose('activation');
    state.type(0, '+2..5');
    reject(new Error('gone'));
    await state.save();
    expect(state.phase.value).toBe('outdated');
  });
});
