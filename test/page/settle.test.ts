// @vitest-environment happy-dom
// Waiting for a server-rendered page to wake, and keeping what is typed on its way.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settling } from '../../lib/page/settle.ts';
import { later, pagesWith } from './stage.ts';

let life: AbortController;
const again = vi.fn();
const ready = (state: DocumentReadyState) => Object.defineProperty(document, 'readyState', { value: state, configurable: true });
const asleep = { sleeper: (document: Document) => document.querySelector('#app') };
const start = (more = {}) => settling(pagesWith(more), document, again, life.signal);
const app = (): Element => document.querySelector('#app') ?? document.body;

beforeEach(() => {
  vi.useFakeTimers();
  again.mockClear();
  life = new AbortController();
  document.body.innerHTML = '<div id="app"><p></p></div><div id="other"></div><script type="module"></script>';
  ready('complete');
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

describe('a page that nothing wakes', () => {
  it('is ready once it is parsed', () => {
    expect(start().ready()).toBe(true);
    ready('loading');
    const settled = start();
    expect(settled.ready()).toBe(false);
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(settled.ready()).toBe(true);
  });

  it('is ready once the host says so', async () => {
    const host = { awake: false };
    const settled = start({ awake: () => host.awake });
    expect(settled.ready()).toBe(false);
    await later(260);
    expect(again).toHaveBeenCalledTimes(1);
    host.awake = true;
    expect(settled.ready()).toBe(true);
  });

  it.each(['application/json', 'text/template'])('has no script of its own: %s is none', (type) => {
    document.querySelector('script')?.setAttribute('type', type);
    expect(start(asleep).ready()).toBe(true);
  });
});

describe('a page that sleeps', () => {
  it('is ready 500 ms after the last change in it', async () => {
    const settled = start(asleep);
    await later(300);
    settled.changed([app()]);
    await later(490);
    expect(settled.ready()).toBe(false);
    settled.changed([app().firstElementChild ?? app()]);
    await later(490);
    expect(settled.ready()).toBe(false);
    await later(20);
    expect(settled.ready()).toBe(true);
  });

  it('is not woken by changes elsewhere', async () => {
    const settled = start(asleep);
    settled.changed([document.querySelector('#other') ?? document.body, document.body, document]);
    await later(1000);
    expect(settled.ready()).toBe(false);
  });

  it('is not ready before the document is complete, however quiet', async () => {
    ready('interactive');
    const settled = start(asleep);
    settled.changed([app()]);
    await later(10_000);
    expect(settled.ready()).toBe(false);
    ready('complete');
    expect(settled.ready()).toBe(true);
  });

  it('takes what was drawn while it was parsed for no sign of life', async () => {
    ready('loading');
    const settled = start(asleep);
    settled.changed([app()]);
    ready('complete');
    document.dispatchEvent(new Event('DOMContentLoaded'));
    await later(1000);
    expect(settled.ready()).toBe(false);
  });

  it('is not waited for longer than 3.5 s from when it was complete', async () => {
    const settled = start(asleep);
    expect(settled.ready()).toBe(false);
    await later(3400);
    expect(settled.ready()).toBe(false);
    await later(110);
    expect(settled.ready()).toBe(true);
  });

  it('stays ready, even when it falls asleep again', async () => {
    const settled = start({ sleeper: (document: Document) => document.querySelector('#app.sleeping') });
    expect(settled.ready()).toBe(true);
    app().className = 'sleeping';
    settled.changed([app()]);
    expect(settled.ready()).toBe(true);
  });

  it('has one look after another taken while it is not ready, and none after leaving', async () => {
    const settled = start(asleep);
    settled.ready();
    settled.ready();
    await later(300);
    expect(again).toHaveBeenCalledTimes(1);
    settled.ready();
    life.abort();
    await later(1000);
    expect(again).toHaveBeenCalledTimes(1);
  });
});
