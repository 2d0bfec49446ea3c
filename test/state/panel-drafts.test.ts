// What is typed and not yet saved: kept as a draft, and said to be kept only when it is.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Saved } from '../../lib/ask.ts';
import { answerWith, bench, effect, moves, other, settle, tagOf } from './panel.stage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('drafts', () => {
  it('are said to be kept only once they are stored', async () => {
    const { state, gives, drafts } = bench();
    let stored: (done: boolean) => void = () => {};
    gives.draft = () => new Promise((done) => (stored = done));
    answerWith(state);
    expect(state.draftKept.value).toBe(false);
    stored(true);
    await settle();
    expect(state.draftKept.value).toBe(true);
    state.type(0, '+2');
    expect(state.draftKept.value).toBe(false);
    stored(false);
    await settle();
    expect(state.draftKept.value).toBe(false);
    expect(JSON.parse(drafts.at(-1) ?? '')).toMatchObject({ pick: 'activation', rows: [{ text: '+2' }] });
  });

  it('that arrive late say nothing of what was typed since', async () => {
    const { state, gives } = bench();
    const stored: ((done: boolean) => void)[] = [];
    gives.draft = () => new Promise((done) => stored.push(done));
    state.choose('activation');
    state.type(0, '+2');
    stored[0]?.(true);
    await settle();
    expect(state.draftKept.value).toBe(false);
  });

  it('are dropped when what is typed is what is stored', async () => {
    const { state, drafts } = bench({ tag: tagOf(other()) });
    state.edit();
    state.note.value = 'x';
    state.note.value = '';
    await settle();
    expect([drafts.length, drafts.at(-1), state.draftKept.value, state.dirty.value]).toEqual([2, undefined, false, false]);
  });

  it('are not sent while saving, nor once it is saved, nor by looking', async () => {
    const { state, drafts, gives } = bench();
    answerWith(state);
    const before = drafts.length;
    let saved: (reply: Saved) => void = () => {};
    gives.save = () => new Promise((done) => (saved = done));
    const done = state.save();
    state.note.value = 'typed too late';
    expect(drafts).toHaveLength(before);
    state.note.value = '';
    saved({ state: 'saved', tag: tagOf(moves(effect('activation', 2, 5))) });
    await done;
    state.edit();
    await settle();
    expect(drafts).toHaveLength(before);
  });

  it('are sent no more once the extension is gone', async () => {
    const { state, drafts, gives } = bench();
    answerWith(state);
    const before = drafts.length;
    gives.save = () => Promise.reject(new Error('gone'));
    await state.save();
    state.note.value = 'more';
    expect(drafts).toHaveLength(before);
  });

  it('come back word for word in the next panel', async () => {
    const { state, drafts } = bench();
    answerWith(state, 'events', '3..');
    state.addRow();
    state.effort.value = '2,5';
    state.note.value = 'half a';
    await settle();
    const next = bench({ draft: drafts.at(-1) ?? '' });
    expect([next.state.pick.value, next.state.rows.value, next.state.effort.value, next.state.note.value]).toEqual([
      'events',
      state.rows.value,
      '2,5',
      'half a',
    ]);
    expect([next.drafts, next.state.dirty.value]).toEqual([[], true]);
  });

  it('are sent no more after the panel has ended', async () => {
    const { state, drafts } = bench();
    state.dispose();
    answerWith(state);
    await settle();
    expect(drafts).toEqual([]);
  });

  it('are not said to be kept after a save has dropped them', async () => {
    const { state } = bench();
    answerWith(state);
    await settle();
    await state.save();
    state.edit();
    expect(state.draftKept.value).toBe(false);
  });
});
