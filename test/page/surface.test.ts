// @vitest-environment happy-dom
// Our element in the page, the line that says nobody answered, and noticing that the address moved on.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchAddress } from '../../lib/page/address.ts';
import { makeElement, withBody } from '../../lib/page/mount.ts';
import { drawLine } from '../../lib/page/notice.ts';
import { removeStrangers } from '../../lib/page/place.ts';
import { noteStirs } from '../../lib/page/stir.ts';
import { speakEnglish } from '../requests/stage.ts';

// The browser is looked for as soon as the files are read.
vi.hoisted(() => Object.assign(globalThis, { chrome: { i18n: {} } }));
const { chrome: found } = globalThis as unknown as { chrome: { i18n: object } };

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  document.body.innerHTML = '';
  speakEnglish();
  Object.assign(found.i18n, chrome.i18n);
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

describe('the element', () => {
  it('has an open root with one sheet, and leaves the head alone', () => {
    const head = document.head.innerHTML;
    const { element, root } = makeElement(document, '.az { color: red }');
    expect([element.localName, element.isConnected, root.mode, root.adoptedStyleSheets.length]).toEqual([
      'azimuth-panel',
      false,
      'open',
      1,
    ]);
    expect(document.head.innerHTML).toBe(head);
  });

  it('keeps presses on it from the page, and nothing else', () => {
    const { element, root } = makeElement(document, '');
    const button = document.createElement('button');
    root.append(button);
    document.body.append(element);
    const heard: string[] = [];
    const own = vi.fn();
    const presses = [
      'pointerdown',
      'pointerup',
      'mousedown',
      'mouseup',
      'click',
      'dblclick',
      'touchstart',
      'touchend',
      'contextmenu',
      'dragstart',
    ];
    for (const type of [...presses, 'wheel']) {
      document.addEventListener(type, () => heard.push(type), { signal: life.signal });
      button.addEventListener(type, own);
      button.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
    expect(heard).toEqual(['wheel']);
    // A click that a script made is dropped: a page could press our buttons with it.
    expect(own).toHaveBeenCalledTimes(presses.length);
  });

  it('is the only one of its kind', () => {
    document.body.innerHTML = '<azimuth-panel id="a"></azimuth-panel><div><azimuth-panel id="b"></azimuth-panel></div>';
    removeStrangers(document, document.querySelector('#b') ?? undefined);
    expect([...document.querySelectorAll('azimuth-panel')].map(({ id }) => id)).toEqual(['b']);
    removeStrangers(document, undefined);
    expect(document.querySelector('azimuth-panel')).toBeNull();
  });
});

describe('withBody', () => {
  it('does not wait where there is one, and waits where there is none', async () => {
    const ready = vi.fn();
    withBody(document, life.signal, ready);
    expect(ready).toHaveBeenCalledTimes(1);
    const { body } = document;
    body.remove();
    withBody(document, life.signal, ready);
    expect(ready).toHaveBeenCalledTimes(1);
    document.documentElement.append(body);
    await new Promise((done) => setTimeout(done));
    document.body.append('more');
    await new Promise((done) => setTimeout(done));
    expect(ready).toHaveBeenCalledTimes(2);
  });
});

describe('the notice', () => {
  const notice = (): Element | null => document.querySelector('azimuth-panel');
  const text = (): string => notice()?.shadowRoot?.textContent ?? '';

  it('says that nobody answered, offers another try, and goes with it', () => {
    const again = vi.fn();
    drawLine(['noAnswer'], 'again', life.signal, again, 'github:a/b#1');
    expect((notice() as HTMLElement).dataset).toMatchObject({ ticket: 'github:a/b#1', place: 'dock', rung: 'notice' });
    expect(text()).toBe('Azimuth did not answer. Your saved answers are safe. Try again');
    expect(notice()?.shadowRoot?.querySelector('[role="status"]')).not.toBeNull();
    notice()?.shadowRoot?.querySelector('button')?.click();
    expect(again).toHaveBeenCalledOnce();
    expect(notice()).toBeNull();
  });

  it('is not drawn beside a panel, nor once the ticket was left, and goes when it is left', () => {
    drawLine(['noAnswer'], 'again', life.signal, () => {}, 'github:a/b#1');
    drawLine(['noAnswer'], 'again', life.signal, () => {}, 'github:a/b#1');
    expect(document.querySelectorAll('azimuth-panel')).toHaveLength(1);
    life.abort();
    expect(notice()).toBeNull();
    drawLine(['noAnswer'], 'again', life.signal, () => {}, 'github:a/b#1');
    expect(notice()).toBeNull();
  });
});

describe('watchAddress', () => {
  it('listens to the browser’s own news of it where there is any', () => {
    const navigation = new EventTarget();
    vi.stubGlobal('navigation', navigation);
    const changed = vi.fn();
    watchAddress(changed, life.signal);
    navigation.dispatchEvent(new Event('currententrychange'));
    dispatchEvent(new Event('popstate'));
    dispatchEvent(new Event('pageshow'));
    expect(changed).toHaveBeenCalledTimes(3);
    navigation.dispatchEvent(new Event('navigate'));
    life.abort();
    navigation.dispatchEvent(new Event('currententrychange'));
    dispatchEvent(new Event('popstate'));
    expect(changed).toHaveBeenCalledTimes(3);
    vi.unstubAllGlobals();
  });

  it('looks twice a second where there is none', () => {
    vi.useFakeTimers();
    const changed = vi.fn();
    watchAddress(changed, life.signal);
    vi.advanceTimersByTime(2000);
    expect(changed).toHaveBeenCalledTimes(4);
    life.abort();
    vi.advanceTimersByTime(2000);
    expect(changed).toHaveBeenCalledTimes(4);
  });
});

describe('noteStirs', () => {
  it('notes where the page changed, the first few hundred times', async () => {
    const stirred: Node[] = [];
    noteStirs(stirred, life.signal);
    for (let i = 0; i < 300; i++) {
      document.body.append(String(i));
      await Promise.resolve();
    }
    expect(stirred.length).toBeGreaterThanOrEqual(200);
    expect(stirred.length).toBeLessThan(260);
    expect(new Set(stirred)).toEqual(new Set([document.body]));
  });

  it('notes nothing more once the ticket was left', async () => {
    const stirred: Node[] = [];
    noteStirs(stirred, life.signal);
    life.abort();
    document.body.append('x');
    await new Promise((done) => setTimeout(done));
    expect(stirred).toEqual([]);
  });
});
