// @vitest-environment happy-dom
// Our keys at work in a panel.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BUSY } from '../busy.ts';
import { actionsOn, actOn } from '../../lib/page/focus.ts';
import { OTHER } from '../../lib/state/draft.ts';
import { answerWith, bench, other, tagOf } from '../state/panel.stage.ts';

let root: ShadowRoot;
const PARTS = `
  <input type="radio" id="r1"><input type="radio" id="r2">
  <input id="amount" type="text" data-where="sized"><textarea id="note" data-where="long-text"></textarea>
  <button id="main" data-main>Save</button>`;
const REASONS =
  '<input type="radio" id="r1"><input type="radio" id="r2" checked><button id="debt" data-where="sized"></button><button id="other" data-where="sized" aria-pressed="true"></button>';
beforeEach(() => {
  document.body.innerHTML = '<input id="theirs"><azimuth-panel></azimuth-panel>';
  const host = document.querySelector('azimuth-panel') as HTMLElement;
  host.scrollIntoView = () => {};
  root = host.attachShadow({ mode: 'open' });
  root.innerHTML = PARTS;
});
const at = (id: string): HTMLElement => root.querySelector<HTMLElement>(`#${id}`) ?? document.body;
const focused = (): string | undefined => root.activeElement?.id;

/** A key as a browser makes it for a person; tests can only make what a script makes, and say it is the other. */
function key(key: string, more: KeyboardEventInit = {}, isTrusted = true): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...more });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  return event;
}

describe('actOn', () => {
  it('picks an input and goes on to the amount, as soon as it is drawn', async () => {
    const { state } = bench();
    at('r1').focus();
    const event = key('2');
    actOn(event, root, state);
    await Promise.resolve();
    expect([state.pick.value, focused(), event.defaultPrevented]).toEqual(['events', 'amount', true]);
  });

  it('leaves digits to the text they are typed into, and numbers without an input alone', () => {
    const { state } = bench();
    at('amount').focus();
    const typed = key('2');
    actOn(typed, root, state);
    at('r1').focus();
    const missing = key('7');
    actOn(missing, root, state);
    expect([state.pick.value, typed.defaultPrevented, missing.defaultPrevented]).toEqual(['', false, false]);
  });

  it('goes to the reasons with 0, and steps through them', async () => {
    const { state } = bench();
    root.innerHTML = REASONS.replace(' aria-pressed="true"', '');
    at('r1').focus();
    actOn(key('0'), root, state);
    await Promise.resolve();
    expect([state.pick.value, focused()]).toEqual([OTHER, 'debt']);
    actOn(key('ArrowRight'), root, state);
    actOn(key('ArrowRight', { repeat: true }), root, state);
    expect(state.reason.value).toBe('debt');
  });

  // A list of selectors gives the first of the page, not the first of the list.
  it('goes to the reason that is chosen', async () => {
    const { state } = bench({ tag: tagOf(other()) });
    root.innerHTML = REASONS;
    state.edit();
    state.choose('activation');
    at('r1').focus();
    actOn(key('0'), root, state);
    await Promise.resolve();
    expect(focused()).toBe('other');
  });

  it('goes to the chosen input after Undo', async () => {
    root.innerHTML = REASONS;
    const { state } = bench({ tag: tagOf(other()) });
    at('debt').focus();
    actionsOn(root, () => state).undo();
    await new Promise((done) => setTimeout(done));
    expect(focused()).toBe('r2');
  });

  it('saves with Enter where there is an answer, and with Ctrl+Enter from the note', async () => {
    const { state, saves } = bench();
    at('amount').focus();
    actOn(key('Enter'), root, state);
    expect(saves).toEqual([]);
    answerWith(state);
    actOn(key('Enter', { repeat: true }), root, state);
    expect(saves).toEqual([]);
    at('note').focus();
    actOn(key('Enter'), root, state);
    expect(saves).toEqual([]);
    actOn(key('Enter', { ctrlKey: true }), root, state);
    await vi.waitFor(() => expect(focused()).toBe('main'), BUSY);
    expect(saves).toHaveLength(1);
  });

  it('undoes only what was just saved, and edits only an answer', () => {
    const { state, undos } = bench({ tag: tagOf(other()) });
    at('main').focus();
    actOn(key('u'), root, state);
    expect(undos).toEqual([]);
    actOn(key('e'), root, state);
    expect(state.phase.value).toBe('asking');
    const again = key('e');
    actOn(again, root, state);
    expect(again.defaultPrevented).toBe(false);
    // What was typed while the save was under way is still being asked about.
    state.fresh.value = true;
    actOn(key('u'), root, state);
    expect(undos).toEqual([]);
    state.cancel();
    actOn(key('u'), root, state);
    expect(undos).toHaveLength(1);
  });

  it('gives the focus back with Escape', () => {
    at('amount').focus();
    actOn(key('Escape'), root, bench().state);
    expect(focused()).toBeUndefined();
    // Also where there is only a line with a button, and nothing to answer.
    at('main').focus();
    const event = key('Escape');
    actOn(event, root, undefined);
    actOn(key('u'), root, undefined);
    expect([focused(), event.defaultPrevented]).toEqual([undefined, true]);
  });

  // No event is asked whether a person made it: a script of the host's page can save and undo.
  it('does nothing for a key that a script made', () => {
    const { state, saves } = bench();
    at('r1').focus();
    actOn(key('1', {}, false), root, state);
    expect(state.pick.value).toBe('');
    answerWith(state);
    actOn(key('Enter', { ctrlKey: true }, false), root, state);
    expect(saves).toEqual([]);
  });
});
