// @vitest-environment happy-dom
// Where the panel is put, and that it stays there: column where there is one, else the dock.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { add, later, layOut, place, soon, type Stage, stir, TICKET } from './stage.ts';

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

describe('the first place', () => {
  it('is the column at once, on top rung first, and nothing of the host is touched', async () => {
    add('second').innerHTML = '<p></p>';
    const column = add('best');
    column.innerHTML = '<p></p><p></p>';
    stage = place();
    expect([stage.at(), stage.placed]).toEqual(['best', [COLUMN]]);
    expect(stage.element.dataset).toMatchObject({ place: 'column', rung: 'best' });
    stage.life.abort();
    expect(column.outerHTML).toBe('<div class="best"><p></p><p></p></div>');
  });

  it('is the next rung where the best column is narrower than 200 px', () => {
    add('best', { 'data-width': '199' });
    add('second', { 'data-width': '200' });
    stage = place();
    expect(stage.at()).toBe('second');
  });

  it('is as wide as its parent where it has no box of its own', () => {
    const [outer, inner] = [add('outer', { 'data-width': '250' }), add('best', { 'data-width': '0' })];
    inner.style.display = 'contents';
    outer.append(inner);
    stage = place();
    expect(stage.at()).toBe('best');
    stage.life.abort();
    outer.dataset['width'] = '150';
    stage = place();
    expect(stage.at()).toBeUndefined();
  });

  it('is the dock after 1.5 s where nothing better is there, and not before', async () => {
    stage = place();
    await later(1450);
    stir();
    await later(40);
    expect(stage.at()).toBeUndefined();
    await later(60);
    expect([stage.at(), stage.placed]).toEqual(['body', [DOCK]]);
    expect(document.body.lastElementChild).toBe(stage.element);
  });

  it('takes elements of an older copy away', () => {
    add('best');
    document.body.append(document.createElement('azimuth-panel'), document.createElement('azimuth-panel'));
    stage = place();
    expect([...document.querySelectorAll('azimuth-panel')]).toEqual([stage.element]);
  });
});

describe('from dock to column', () => {
  it('goes once, and stays through whatever else happens', async () => {
    stage = place();
    await later(1600);
    add('second');
    await soon();
    expect(stage.at()).toBe('second');
    for (let i = 0; i < 5; i++) {
      add('best');
      stir();
      await soon();
    }
    await later(5000);
    expect(stage.placed).toEqual([DOCK, { place: 'column', rung: 'second' }]);
  });

  it('does not go while somebody types, and goes afterwards', async () => {
    stage = place();
    await later(1600);
    stage.says.focused = true;
    add('best');
    await soon();
    expect(stage.at()).toBe('body');
    stage.says.focused = false;
    stir();
    await soon();
    expect(stage.at()).toBe('best');
  });

  it('goes on a quiet page as well, once the press that took the focus is over', async () => {
    stage = place();
    await later(1600);
    stage.says.focused = true;
    add('best');
    await soon();
    stage.says.focused = false;
    stage.left();
    await later(300);
    expect(stage.at()).toBe('body');
    await later(200);
    expect(stage.at()).toBe('best');
  });

  it('hears of it from the host’s own event too', async () => {
    stage = place();
    await later(1600);
    const column = add('best', { 'data-hidden': '' });
    column.style.display = 'none';
    await soon();
    expect(stage.at()).toBe('body');
    column.removeAttribute('data-hidden');
    await soon();
    expect(stage.at()).toBe('body');
    document.dispatchEvent(new Event('host:drawn'));
    expect(stage.at()).toBe('best');
  });
});

describe('a page that shows another ticket than the address', () => {
  it('is waited for: no column until they agree', async () => {
    add('best');
    const shows = { now: 'github:acme/app#11' };
    stage = place({ shows: () => shows.now });
    await later(1000);
    expect(stage.at()).toBeUndefined();
    await later(600);
    expect(stage.at()).toBe('body');
    shows.now = TICKET.toUpperCase();
    stir();
    await soon();
    expect(stage.at()).toBe('best');
  });
});

it('looks again when a dialog opens or closes, though no node comes or goes', async () => {
  const shows = vi.fn(() => undefined);
  const dialog = add('dialog');
  stage = place({ shows });
  await later(2000);
  for (const change of [() => dialog.setAttribute('open', ''), () => dialog.removeAttribute('open')]) {
    const before = shows.mock.calls.length;
    change();
    await soon();
    expect(shows.mock.calls.length - before).toBe(1);
  }
});

it('gets under a dialog of the host that covers the page, while it is docked', async () => {
  stage = place();
  await later(1600);
  const dialog = add('dialog', { 'aria-modal': 'true' });
  await soon();
  expect(stage.element.hasAttribute('data-covered')).toBe(true);
  dialog.remove();
  await soon();
  expect(stage.element.hasAttribute('data-covered')).toBe(false);
});

describe('the edge by choice', () => {
  it('is taken at once, whatever the page has to offer, and left again when it is not wanted any more', async () => {
    add('best');
    stage = place();
    expect(stage.at()).toBe('best');
    stage.says.docked = true;
    stage.anew();
    expect([stage.at(), stage.element.dataset['rung']]).toEqual(['body', 'chosen']);
    stir();
    await later(3000);
    expect(stage.at()).toBe('body');
    stage.says.docked = false;
    stage.anew();
    expect(stage.at()).toBe('best');
    expect(stage.placed.map(({ rung }) => rung)).toEqual(['best', 'chosen', 'best']);
  });

  it('is where a part of a page without room for more has its panel, without a wait', () => {
    stage = place({ roomless: () => true });
    expect([stage.at(), stage.element.dataset['rung']]).toEqual(['body', 'edge']);
  });
});

describe('places that are only likely', () => {
  const likely = {
    name: 'likely',
    seen: '2026-11',
    find: (scope: ParentNode) => ({ parent: scope.querySelector('.likely') as Element, before: null }),
  };
  const found = { ...likely, find: (scope: ParentNode) => (scope.querySelector('.likely') ? likely.find(scope) : undefined) };

  it('are asked for once the page had its time, after all the known ones', async () => {
    const more = vi.fn(async () => [found]);
    add('likely');
    stage = place({}, { more });
    await later(700);
    expect([stage.at(), more.mock.calls.length]).toEqual([undefined, 0]);
    await later(200);
    expect([stage.at(), more.mock.calls.length]).toEqual(['likely', 1]);
    expect(stage.failed).toEqual([['best', 'second']]);
  });

  it('are not asked for where a known one is there', async () => {
    const more = vi.fn(async () => [found]);
    add('second');
    stage = place({}, { more });
    await later(3000);
    expect([stage.at(), more.mock.calls.length]).toEqual(['second', 0]);
    expect(stage.failed).toEqual([['best']]);
  });

  it('are tried once more where one comes just after they were tried, and nothing after it', async () => {
    stage = place({}, { more: async () => [found] });
    await later(2500);
    stir();
    await later(30);
    const before = stage.at();
    add('likely');
    await later(30);
    expect([before, stage.at()]).toEqual(['body', 'body']);
    await later(300);
    expect(stage.at()).toBe('likely');
  });

  it('are told among those tried where nothing is found at all', async () => {
    stage = place({}, { more: async () => [found] });
    await later(1600);
    expect([stage.at(), stage.failed]).toEqual(['body', [['best', 'second', 'likely']]]);
  });
});
