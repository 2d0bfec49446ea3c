// @vitest-environment happy-dom
// The key guard, and what each of our keys means where.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commandOf, guardKeys, type Where } from '../../lib/page/keys.ts';

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };
const WHERES: readonly Where[] = ['choice', 'sized', 'text', 'long-text', 'button'];

// One row a key, one column a place; `.` leaves the key to the browser.
const TABLE = `
            choice  sized  text   long-text  button
1           pick0   .      .      .          pick0
2           pick1   .      .      .          pick1
9           pick8   .      .      .          pick8
0           other   .      .      .          other
ArrowLeft   .       step-1 .      .          .
ArrowRight  .       step1  .      .          .
Enter       save    save   save   .          .
Escape      leave   leave  leave  leave      leave
u           undo    .      .      .          undo
e           edit    .      .      .          edit
ArrowUp     .       .      .      .          .
ArrowDown   .       .      .      .          .
Tab         .       .      .      .          .
Space       .       .      .      .          .
a           .       .      .      .          .
U           .       .      .      .          .
s           .       .      .      .          .
10          .       .      .      .          .
F1          .       .      .      .          .
Backspace   .       .      .      .          .
`
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/));

const written = (key: string, where: Where, more = {}): string => {
  const command = commandOf({ key: key === 'Space' ? ' ' : key, ...PLAIN, ...more }, where);
  if (!command) return '.';
  return command.do + (command.do === 'pick' ? command.index : command.do === 'step' ? command.by : '');
};

describe('commandOf', () => {
  it.each(TABLE.flatMap(([key = '', ...cells]) => cells.map((cell, i) => [key, WHERES[i] ?? 'choice', cell] as const)))(
    '%s in %s: %s',
    (key, where, cell) => expect(written(key, where)).toBe(cell),
  );

  it('saves with Ctrl or Cmd and Enter everywhere, and leaves every other combination alone', () => {
    for (const where of WHERES) {
      for (const held of ['ctrlKey', 'metaKey']) expect(written('Enter', where, { [held]: true }), where).toBe('save');
      for (const key of ['1', '0', 'u', 'e', 'ArrowLeft', 'Escape'])
        for (const held of ['ctrlKey', 'metaKey', 'altKey'])
          expect(written(key, where, { [held]: true }), `${held} ${key} ${where}`).toBe('.');
      expect(written('Enter', where, { altKey: true }), where).toBe('.');
    }
  });

  it('leaves everything to an input method that is composing', () => {
    for (const where of WHERES)
      for (const [key = ''] of TABLE)
        for (const more of [{}, { ctrlKey: true }]) expect(written(key, where, { ...more, isComposing: true }), key).toBe('.');
  });
});

const GUARDED = ['keydown', 'keyup', 'keypress', 'paste', 'copy', 'cut', 'focus', 'blur', 'focusin', 'focusout'];

describe('guardKeys', () => {
  let life: AbortController;
  let heard: string[];
  let host: string[];
  let panel: HTMLElement;
  let input: HTMLInputElement;
  let theirs: HTMLInputElement;

  beforeEach(() => {
    life = new AbortController();
    [heard, host] = [[], []];
    document.body.innerHTML = '<input id="theirs">';
    theirs = document.querySelector('input') ?? document.createElement('input');
    panel = document.createElement('azimuth-panel');
    input = document.createElement('input');
    panel.attachShadow({ mode: 'open' }).append(input);
    document.body.append(panel);
    guardKeys(
      (node) => node === panel,
      ({ type }) => heard.push(type),
      life.signal,
    );
    // Everything a host can do to be first: window, document and element, capture and bubble.
    for (const type of [...GUARDED, 'input', 'click', 'pointerdown'])
      for (const target of [window, document, document.body, panel])
        for (const capture of [true, false]) target.addEventListener(type, () => host.push(type), { capture, signal: life.signal });
  });
  afterEach(() => life.abort());

  const fire = (target: EventTarget, type: string, more: Record<string, unknown> = {}): Event => {
    const event = new Event(type, { bubbles: true, composed: true, cancelable: true });
    for (const [key, value] of Object.entries(more)) Object.defineProperty(event, key, { value });
    target.dispatchEvent(event);
    return event;
  };

  it.each(GUARDED)('%s in the panel: ours alone, and not cancelled', (type) => {
    const event = fire(input, type, { code: 'KeyA' });
    expect([heard, host, event.defaultPrevented]).toEqual([[type], [], false]);
  });

  it.each(GUARDED)('%s on the page: the page’s alone', (type) => {
    fire(theirs, type, { code: 'KeyA' });
    expect(heard).toEqual([]);
    expect(host.length).toBeGreaterThanOrEqual(6);
  });

  it.each(['input', 'click', 'pointerdown'])('%s in the panel is left alone', (type) => {
    fire(input, type);
    expect(heard).toEqual([]);
    expect(host.length).toBeGreaterThan(0);
  });

  it.each(['focusout', 'blur', 'focusin', 'focus'])('%s of a page’s element, to or from the panel, is kept from a focus trap', (type) => {
    fire(theirs, type, { relatedTarget: panel });
    expect([heard, host]).toEqual([[type], []]);
    fire(theirs, type, { relatedTarget: document.body });
    expect(heard).toEqual([type]);
    expect(host.length).toBeGreaterThan(0);
  });

  it('keeps a key until it comes up, wherever the focus has gone, and no other key', () => {
    fire(input, 'keydown', { code: 'Escape' });
    fire(theirs, 'keyup', { code: 'Escape' });
    expect([heard, host]).toEqual([['keydown'], []]);
    fire(theirs, 'keyup', { code: 'KeyB' });
    expect(host.length).toBeGreaterThan(0);
    host.length = 0;
    fire(theirs, 'keydown', { code: 'Escape' });
    fire(theirs, 'keyup', { code: 'Escape' });
    expect(new Set(host)).toEqual(new Set(['keydown', 'keyup']));
  });

  it('is gone with the signal', () => {
    life.abort();
    const seen = vi.fn();
    for (const type of GUARDED) document.addEventListener(type, seen);
    for (const type of GUARDED) fire(input, type);
    expect(heard).toEqual([]);
    expect(seen).toHaveBeenCalledTimes(GUARDED.length);
    for (const type of GUARDED) document.removeEventListener(type, seen);
  });

  // Escape gives the focus back at once; held a little longer, its repeats reach the page and close its dialog.
  it('keeps the repeats of a key that went down in the panel', () => {
    fire(input, 'keydown', { code: 'Escape', repeat: false });
    fire(theirs, 'keydown', { code: 'Escape', repeat: true });
    expect(host).toEqual([]);
  });

  // macOS sends no keyup of a letter while Cmd is held: the next press of that key on the page loses its keyup.
  it('lets go of a key whose keyup never came once it goes down on the page', () => {
    fire(input, 'keydown', { code: 'KeyC' });
    fire(theirs, 'keydown', { code: 'KeyC', repeat: false });
    host.length = 0;
    fire(theirs, 'keyup', { code: 'KeyC' });
    expect(host.length).toBeGreaterThan(0);
  });
});
