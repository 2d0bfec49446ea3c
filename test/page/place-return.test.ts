// @vitest-environment happy-dom
// A host that throws the panel out, and how it comes back.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { add, later, layOut, place, soon, type Stage, stir } from './stage.ts';

const COLUMN = { place: 'column', rung: 'best' };
const DOCK = { place: 'dock', rung: 'dock' };
let stage: Stage | undefined;
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '';
  layOut();
});
afterEach(() => {
  stage?.life.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a host that draws anew', () => {
  it('gets the panel back when it has thrown it out', async () => {
    add('best');
    stage = place();
    stage.element.remove();
    await soon();
    expect([stage.at(), stage.placed]).toEqual(['best', [COLUMN, COLUMN]]);
  });

  it('gets it back into the new column, never by way of the dock, within 700 ms', async () => {
    const old = add('best');
    stage = place();
    old.remove();
    await later(600);
    expect(stage.at()).toBeUndefined();
    add('best');
    await soon();
    expect([stage.at(), stage.placed]).toEqual(['best', [COLUMN, COLUMN]]);
  });

  it('is waited for as long the second time', async () => {
    stage = place();
    for (let i = 0; i < 3; i++) {
      const column = add('best');
      await later(1000);
      column.remove();
      await later(600);
      expect(stage.at(), `${i}`).toBeUndefined();
    }
    expect(stage.placed).toEqual([COLUMN, COLUMN, COLUMN]);
  });

  it('sees it docked when the column does not come back', async () => {
    add('best').remove();
    const old = add('best');
    stage = place();
    old.remove();
    await later(1200);
    expect([stage.at(), stage.placed]).toEqual(['body', [COLUMN, DOCK]]);
  });

  it('gets it back when it hides the column it stands in and draws another', async () => {
    const old = add('best');
    stage = place();
    old.className = '';
    old.dataset['hidden'] = '';
    add('best');
    await soon();
    expect(stage.element.parentElement).not.toBe(old);
    expect(stage.at()).toBe('best');
  });

  it('wins after forty returns in a minute: then the panel is docked, until the minute is over', async () => {
    add('best');
    stage = place();
    for (let i = 0; i < 40; i++) {
      expect(stage.at(), `${i}`).toBe('best');
      stage.element.remove();
      await later(220);
    }
    stage.element.remove();
    await later(1200);
    expect(stage.at()).toBe('body');
    expect(stage.placed.filter(({ place }) => place === 'column')).toHaveLength(41);
    stir();
    await later(5000);
    expect(stage.at()).toBe('body');
    await later(60_000);
    stir();
    await soon();
    expect(stage.at()).toBe('best');
  });

  it('does not make it look more often than once a frame', async () => {
    const shows = vi.fn(() => undefined);
    add('best');
    stage = place({ shows });
    const before = shows.mock.calls.length;
    for (let i = 0; i < 50; i++) {
      stir();
      await Promise.resolve();
    }
    await later(16);
    expect(shows.mock.calls.length - before).toBe(1);
    await later(400);
    expect(shows.mock.calls.length - before).toBe(1);
  });
});

describe('leaving', () => {
  it('takes the panel away and does nothing any more', async () => {
    add('best');
    stage = place();
    stage.life.abort();
    expect(stage.at()).toBeUndefined();
    stir();
    dispatchEvent(new Event('resize'));
    document.dispatchEvent(new Event('host:drawn'));
    await later(5000);
    expect([stage.at(), stage.placed]).toEqual([undefined, [COLUMN]]);
  });

  it('also when it is no longer wanted', async () => {
    add('best');
    stage = place();
    stage.says.wanted = false;
    stir();
    await soon();
    stage.says.wanted = true;
    stir();
    await later(3000);
    expect(stage.at()).toBeUndefined();
  });
});
