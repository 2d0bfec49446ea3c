// @vitest-environment happy-dom
// Events that a script of the page makes in our open root: none may change anything (reliability.md 2.2, row 11).
import { signal } from '@preact/signals-core';
import { h, render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BUSY } from '../busy.ts';
import { drawPanel, type Look } from '../../components/panel/panel.tsx';
import '../components/popup-words.ts';
import { actOn } from '../../lib/page/focus.ts';
import { makeElement } from '../../lib/page/mount.ts';
import { bench, type Bench, QUESTION } from '../state/panel.stage.ts';

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
  it('cannot choose with a forged "change"', () => {
    raise('radio', made('change'));
    expect(given.state.pick.value).toBe('');
  });

  it('cannot type with a forged "input"', () => {
    given.state.choose('events');
    raise('amount', made('input'));
    expect(given.state.rows.value).toEqual([{ input: 'events', text: '' }]);
  });

  it('cannot send a form, nor learn that it tried', () => {
    const heard = vi.fn();
    root.querySelector('form')?.addEventListener('submit', heard);
    document.addEventListener('input', heard);
    const event = made('submit');
    root.querySelector('form')?.dispatchEvent(event);
    raise('amount', made('input'));
    expect([heard.mock.calls, event.defaultPrevented]).toEqual([[], true]);
    document.removeEventListener('input', heard);
  });
});

describe('the form', () => {
  const LOOK: Look = { tracker: 'github', place: 'column', chosen: false, theme: 'light', own: false };
  const find = <T extends HTMLElement>(selector: string): T => root.querySelector(selector) as T;
  const boxes = () => [...root.querySelectorAll<HTMLInputElement>('input:not([type="radio"]), textarea, select')].map(({ value }) => value);
  beforeEach(async () => {
    const { state } = given;
    render(null, root);
    const props = { reply: signal(QUESTION), state: signal(state), look: signal(LOOK), menu: signal(false), folded: signal(false) };
    drawPanel({ ticket: 'github:a/b#1', ...props, actions: {} as never }, root as ShadowRoot);
    state.choose('activation');
    state.type(0, '+2..5');
    state.addRow();
    state.type(1, '-2..-1');
    state.note.value = 'mine';
    state.effort.value = '3';
    await vi.waitFor(() => expect(boxes()).toHaveLength(3), BUSY);
  });

  it('shows again what it holds, where a script has written something else into it', async () => {
    const held = boxes();
    for (const [selector, type] of [
      ['#amount', 'input'],
      ['.pair input', 'input'],
    ] as const) {
      find<HTMLInputElement>(selector).value = '9..10';
      find(selector).dispatchEvent(made(type));
      expect(boxes(), selector).toEqual(held);
    }
    const radios = [...root.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    const [, second] = radios;
    if (!second) throw new Error('no second input');
    second.checked = true;
    second.dispatchEvent(made('change'));
    expect(radios.map(({ checked }) => checked)).toEqual([true, false, false, false]);
  });

  // Programs that help people to use a page, and drivers of browsers, have no other way.
  it('lets a list be set by script: it is seen, and not saved by it', () => {
    find<HTMLSelectElement>('select').value = 'plain';
    find('select').dispatchEvent(made('change'));
    expect([given.state.rows.value[1]?.input, given.saves]).toEqual(['plain', []]);
  });

  it('stores what the person typed, whatever a script wrote over it', async () => {
    find<HTMLInputElement>('#amount').value = '900..1000';
    find('#amount').dispatchEvent(made('input'));
    await given.state.save();
    expect(given.saves).toMatchObject([
      { answer: { effects: [{ text: '+2..5' }, { text: '-2..-1' }] }, remarks: { note: 'mine', effort: 3 } },
    ]);
  });
});
