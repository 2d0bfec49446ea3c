// @vitest-environment happy-dom
// Events that a script of the page makes in our open root: none may change anything (reliability.md 2.2, row 11).
import { h, render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { actOn } from '../../lib/page/focus.ts';
import { makeElement } from '../../lib/page/mount.ts';
import { bench, type Bench } from '../state/panel.stage.ts';

let given: Bench;
let root: ShadowRoot;
beforeEach(() => {
  given = bench();
  const { state } = given;
  const mounted = makeElement(document, '');
  root = mounted.root;
  document.body.replaceChildren(mounted.element);
  render(
    h('form', {}, [
      h('input', { type: 'radio', id: 'radio', onChange: () => state.choose('activation') }),
      h('input', { id: 'amount', onInput: () => state.type(0, '+2..5') }),
      h('button', { type: 'button', id: 'save', onClick: () => void state.save() }),
    ]),
    root,
  );
});
const raise = (id: string, event: Event): void => void root.querySelector(`#${id}`)?.dispatchEvent(event);
const made = (type: string): Event => new Event(type, { bubbles: true, composed: true, cancelable: true });

describe('a script of the page', () => {
  it('cannot press a button', () => {
    given.state.choose('activation');
    given.state.type(0, '+2..5');
    for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click']) raise('save', made(type));
    root.querySelector<HTMLElement>('#save')?.click();
    expect(given.saves).toEqual([]);
  });

  it('cannot press a key', () => {
    for (const type of ['keydown', 'keypress', 'keyup'])
      actOn(new KeyboardEvent(type, { key: '1', bubbles: true, composed: true }), root, given.state);
    expect(given.state.pick.value).toBe('');
  });

  // Typing and choosing store a draft, so these are writes as well.
  it.fails('cannot choose with a forged "change"', () => {
    raise('radio', made('change'));
    expect(given.state.pick.value).toBe('');
  });

  it.fails('cannot type with a forged "input"', () => {
    given.state.choose('events');
    raise('amount', made('input'));
    expect(given.state.rows.value).toEqual([{ input: 'events', text: '' }]);
  });
});
