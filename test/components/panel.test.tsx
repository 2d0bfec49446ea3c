// @vitest-environment happy-dom
// The panel: what it says of an answer that was stored, or could not be.
import { signal } from '@preact/signals-core';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import './popup-words.ts';
import { drawPanel, type Look } from '../../components/panel/panel.tsx';
import { answerText, OUTLIVING, Outdated } from '../../components/panel/trouble.tsx';
import type { Saved } from '../../lib/ask.ts';
import { OTHER } from '../../lib/state/draft.ts';
import { answerWith, bench, effect, moves, QUESTION, tagOf } from '../state/panel.stage.ts';
import { plain } from './popup-words.ts';

const ACTIONS = Object.fromEntries(
  ['save', 'undo', 'edit', 'claim', 'never', 'open', 'copy', 'reload'].map((name) => [name, vi.fn()]),
) as unknown as Parameters<typeof drawPanel>[0]['actions'];
const LOOK: Look = { tracker: 'github', place: 'column', chosen: false, theme: 'light', own: false };
afterEach(cleanup);

describe('the status', () => {
  it('says that the earlier answer is saved where something was typed since', async () => {
    const { state, gives } = bench();
    let reply: (saved: Saved) => void = () => {};
    gives.save = () => new Promise((done) => (reply = done));
    const props = { reply: signal(QUESTION), state: signal(state), look: signal(LOOK), menu: signal(false), folded: signal(false) };
    const stop = drawPanel({ ticket: 'github:a/b#1', ...props, actions: ACTIONS }, document.body);
    const status = () => screen.getByRole('status').textContent;
    answerWith(state, 'activation', '2..5');
    const done = state.save();
    state.type(0, '2..50');
    reply({ state: 'saved', tag: tagOf(moves(effect('activation', 2, 5))) });
    await done;
    expect(status()).toBe('Saved without the last change');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'By how much?' }).value).toBe('2..50');
    state.cancel();
    expect(status()).toBe('Saved');
    stop();
    document.body.replaceChildren();
  });
});

describe('an answer that cannot be saved', () => {
  it('is copied as it would be saved: "Not North Star work" also where an effect was typed before', () => {
    const { state } = bench();
    answerWith(state);
    state.choose(OTHER);
    state.reason.value = 'debt';
    expect(answerText(state)).toBe('Not North Star work: Debt');
    state.choose('activation');
    expect(plain(answerText(state))).toBe('+2 to +5 pp on Activation');
  });

  it('is copied with its effort and note, and says nothing of what is not there', () => {
    const { state } = bench();
    expect(answerText(state)).toBe('');
    answerWith(state);
    state.effort.value = ' 2,5';
    state.note.value = 'why\nand how ';
    expect(plain(answerText(state))).toBe('+2 to +5 pp on Activation\nEffort: 2,5 points\nwhy\nand how');
    state.choose(OTHER);
    expect(answerText(state)).toBe('Not North Star work\nEffort: 2,5 points\nwhy\nand how');
  });

  // After an update the browser tells no words any more: one that is missing then would take the draft off the screen.
  it('is shown under a page that outlives an update, in words looked up before', async () => {
    const { state, gives } = bench();
    gives.draft = async () => false;
    answerWith(state, 'activation', '+2..5 70%');
    state.note.value = 'why';
    state.effort.value = '3';
    vi.resetModules();
    const { remember } = await import('../../lib/say.ts');
    const { Outdated: Fresh } = (await import('../../components/panel/trouble.tsx')) as { Outdated: typeof Outdated };
    remember(...OUTLIVING);
    vi.spyOn((globalThis as unknown as { chrome: { i18n: { getMessage(): string } } }).chrome.i18n, 'getMessage').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    for (const pick of ['activation', OTHER]) {
      state.choose(pick);
      render(<Fresh state={state} actions={ACTIONS} />);
      expect(plain(document.body.textContent)).toContain('Effort: 3 points');
      cleanup();
    }
    vi.restoreAllMocks();
  });
});
