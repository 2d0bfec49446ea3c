// What is turned off is not asked about; where the panel stands is remembered for its tracker.
import { beforeEach, describe, expect, it } from 'vitest';
import { type Change, Preferences, wanted, withChange } from '../../lib/model/preferences.ts';
import { noteVisit } from '../../lib/requests/health.ts';
import { prefer as preferIn, questionHere, stand } from '../../lib/requests/preferences.ts';
import { healthOf, preferencesOf } from '../../lib/store/read.ts';
import { surfaceAt } from '../../lib/trackers/surfaces.ts';
import { freshStore, type Store } from '../store/open.ts';
import { addFramework, TICKET } from './stage.ts';

const PAGE = 'https://github.com/acme/app/issues/12';
const PANE = 'https://github.com/orgs/acme/projects/1?pane=issue&itemId=1&issue=acme%7Capp%7C12';
const DAY = '2026-11-22';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
  await addFramework(store);
});
const asked = async (address: string) => (await questionHere(store.db, TICKET, address, [], DAY)).state;
const prefer = (change: Change) => preferIn(store.writer, change);

describe('what is turned off', () => {
  it('is nothing at first', async () => expect([await asked(PAGE), await asked(PANE)]).toEqual(['ask', 'ask']));

  it('is a tracker, whatever else is said of it', async () => {
    await prefer({ tracker: 'github', off: true });
    expect([await asked(PAGE), await asked(PANE)]).toEqual(['off', 'off']);
  });

  it('is one kind of page', async () => {
    await prefer({ tracker: 'github', surface: { name: 'pane', on: false } });
    expect([await asked(PAGE), await asked(PANE)]).toEqual(['ask', 'off']);
    await prefer({ tracker: 'jira', off: true });
    await prefer({ tracker: 'github', surface: { name: 'pane', on: true } });
    await prefer({ tracker: 'github', surface: { name: 'page', on: false } });
    expect([await asked(PAGE), await asked(PANE)]).toEqual(['off', 'ask']);
  });

  it('goes back on, and leaves the rest as it was', () => {
    const some: Preferences = { github: { without: ['list'], dock: true }, linear: { off: true } };
    const pane = (on: boolean): Change => ({ tracker: 'github', surface: { name: 'pane', on } });
    const more = withChange(some, pane(false));
    expect(more).toEqual({ github: { without: ['list', 'pane'], dock: true }, linear: { off: true } });
    expect(withChange(more, pane(false))).toEqual(more);
    expect(withChange(more, pane(true))).toEqual(some);
    expect(withChange(some, { tracker: 'jira', off: true })).toEqual({ ...some, jira: { off: true } });
    expect([wanted(some, 'github', 'list'), wanted(some, 'github', 'page'), wanted(some, 'linear', 'page')]).toEqual([false, true, false]);
  });
});

describe('two changes at once', () => {
  it('are both kept: in Settings in two tabs, and by a panel meanwhile', async () => {
    await Promise.all([
      prefer({ tracker: 'github', surface: { name: 'list', on: false } }),
      prefer({ tracker: 'github', surface: { name: 'pane', on: false } }),
      stand(store.writer, { ticket: TICKET, dock: true }),
      prefer({ tracker: 'linear', off: true }),
    ]);
    expect(await preferencesOf(store.db)).toEqual({ github: { without: ['list', 'pane'], dock: true }, linear: { off: true } });
  });

  it('are both kept of page health, too', async () => {
    const visit = { place: 'dock', rung: 'dock', tried: [], ticket: 'address', title: 'tab' } as const;
    const note = (address: string) =>
      noteVisit(store.writer, { ticket: TICKET, visit: { ...visit, tried: [] } }, { address, sites: [], day: DAY });
    await Promise.all([note(PAGE), note(PANE)]);
    expect(Object.keys(await healthOf(store.db)).toSorted()).toEqual(['github/page', 'github/pane']);
  });
});

describe('where the panel stands', () => {
  const standing = async () => (await questionHere(store.db, TICKET, PAGE, [], DAY)).standing;

  it('comes with the question, is the tracker’s, and its corner is kept while it is in the page', async () => {
    expect(await standing()).toEqual({ dock: false });
    await prefer({ tracker: 'github', surface: { name: 'list', on: false } });
    await prefer({ tracker: 'jira', dock: false });
    await stand(store.writer, { ticket: TICKET, dock: true, at: { x: 0.25, y: 1 } });
    expect(await standing()).toEqual({ dock: true, at: { x: 0.25, y: 1 } });
    await stand(store.writer, { ticket: TICKET, dock: false });
    expect(await standing()).toEqual({ dock: false, at: { x: 0.25, y: 1 } });
    expect(await preferencesOf(store.db)).toEqual({
      github: { without: ['list'], dock: false, at: { x: 0.25, y: 1 } },
      jira: { dock: false },
    });
  });

  it.each([{ x: 1.01, y: 0 }, { x: -0.1, y: 0 }, { x: Number.NaN, y: 0 }, { x: 1 }])('is inside the window: not %j', (at) =>
    expect(Preferences.safeParse({ github: { at } }).success).toBe(false),
  );
});

describe('the kind of page', () => {
  it.each([
    [PAGE, 'page'],
    ['https://github.com/acme/app/pull/12?issue=acme%7Capp%7C13', 'page'],
    [PANE, 'pane'],
    ['https://github.com/acme/app/issues/12?issue=acme%7Capp%7C13', 'pane'],
    ['https://acme.atlassian.net/browse/PLN-1', 'page'],
    ['https://acme.atlassian.net/jira/software/projects/PLN/boards/1?selectedIssue=PLN-1', 'pane'],
    ['https://acme.atlassian.net/issues/?jql=x', 'pane'],
    ['https://linear.app/acme/issue/ENG-3/x', 'page'],
    ['https://linear.app/acme/inbox/priority', 'pane'],
  ])('%s: %s', (address, surface) => expect(surfaceAt(address)).toBe(surface));
});

it('a visit is kept under its tracker and kind of page, and names nothing else', async () => {
  const visit = { place: 'dock', rung: 'dock', tried: ['sidebar-content'], ticket: 'address', title: 'tab' } as const;
  const made = { ticket: TICKET, visit: { ...visit, tried: [...visit.tried] } };
  await noteVisit(store.writer, made, { address: PANE, sites: [], day: DAY });
  const health = await healthOf(store.db);
  expect(Object.keys(health)).toEqual(['github/pane']);
  expect(JSON.stringify(health).toLowerCase()).not.toMatch(/acme|12[^-]|github\.com/);
});
