// @vitest-environment happy-dom
// Where the focus and the caret go, and when they come back.
import { beforeEach, describe, expect, it } from 'vitest';
import { actionsOn, focusPanel, keepFocus } from '../../lib/page/focus.ts';
import { answerWith, bench } from '../state/panel.stage.ts';

let root: ShadowRoot;
const PARTS = `
  <input type="radio" id="r1"><input type="radio" id="r2">
  <input id="amount" type="text" data-where="sized"><textarea id="note" data-where="long-text"></textarea>
  <button id="main" data-main>Save</button>`;
beforeEach(() => {
  document.body.innerHTML = '<input id="theirs"><azimuth-panel></azimuth-panel>';
  const host = document.querySelector('azimuth-panel') as HTMLElement;
  host.scrollIntoView = () => {};
  root = host.attachShadow({ mode: 'open' });
  root.innerHTML = PARTS;
});
const at = (id: string): HTMLElement => root.querySelector<HTMLElement>(`#${id}`) ?? document.body;
const focused = (): string | undefined => root.activeElement?.id;

describe('focus', () => {
  it('begins at the chosen input, else the first, else the main button', () => {
    const second = at('r2') as HTMLInputElement;
    focusPanel(root);
    expect(focused()).toBe('r1');
    second.setAttribute('checked', '');
    second.checked = true;
    focusPanel(root);
    expect(focused()).toBe('r2');
    for (const radio of root.querySelectorAll('input[type="radio"]')) radio.remove();
    focusPanel(root);
    expect(focused()).toBe('main');
  });

  it('stays with somebody who went back to the page while it was saved', async () => {
    const { state } = bench();
    answerWith(state);
    at('amount').focus();
    actionsOn(root, () => state).save();
    document.querySelector<HTMLElement>('#theirs')?.focus();
    await new Promise((done) => setTimeout(done));
    expect([state.phase.value, document.activeElement?.id]).toEqual(['answered', 'theirs']);
  });

  it('and caret come back after the host has thrown the panel out, but not from the page', () => {
    const host = root.host as HTMLElement;
    const life = new AbortController();
    const focus = keepFocus(host, root, life.signal);
    const amount = at('amount') as HTMLInputElement;
    amount.value = '+2..5';
    amount.focus();
    amount.setSelectionRange(1, 3);
    focus.noticed(new Event('keydown'));
    expect(focus.inside()).toBe(true);
    amount.blur();
    host.remove();
    document.body.append(host);
    focus.restore();
    expect([focused(), amount.selectionStart, amount.selectionEnd]).toEqual(['amount', 1, 3]);
    amount.blur();
    document.querySelector<HTMLElement>('#theirs')?.focus();
    focus.restore();
    expect(document.activeElement?.id).toBe('theirs');
    life.abort();
  });

  it('does not come back to what was left on purpose', async () => {
    const focus = keepFocus(root.host as HTMLElement, root, new AbortController().signal);
    at('amount').focus();
    focus.noticed(new Event('focusin'));
    at('amount').blur();
    focus.noticed(new Event('focusout'));
    await new Promise((done) => setTimeout(done));
    focus.restore();
    expect(focused()).toBeUndefined();
  });
});
