// Frameworks, the places they claim, the places where nothing is asked, and readings.
import { beforeEach, describe, expect, it } from 'vitest';
import { claimPlace, logReading, saveFramework, setNeverHere } from '../../lib/requests/framework.ts';
import { frameworks, neverHere } from '../../lib/store/read.ts';
import { FRAMEWORK } from '../messages/examples.ts';
import { dump, freshStore, request, type Store } from '../store/open.ts';
import { addFramework, TEAM, TICKET } from './stage.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});
const only = async () => {
  const [row, ...more] = await frameworks(store.db);
  expect(more).toEqual([]);
  return row;
};

describe('saving a framework', () => {
  it('counts its version up from 1, whatever version it says', async () => {
    await addFramework(store, { version: 7 });
    expect((await only())?.framework.version).toBe(1);
    await addFramework(store, { version: 1, name: 'Renamed' });
    expect((await only())?.framework).toMatchObject({ version: 2, name: 'Renamed' });
  });

  it('puts a new one under the team named, or else this device’s own', async () => {
    await addFramework(store);
    await saveFramework(store.db, store.writer, { request: request(), framework: { ...FRAMEWORK, id: 'mine' } });
    const { team } = await store.writer.identity();
    expect(new Map((await frameworks(store.db)).map((row) => [row.id, row.team]))).toEqual(
      new Map([
        ['planner', TEAM],
        ['mine', team],
      ]),
    );
  });

  it('leaves a known one under its team, whatever team is named', async () => {
    await addFramework(store);
    await addFramework(store, { name: 'Renamed' }, 't-2');
    expect(await only()).toMatchObject({ team: TEAM, framework: { name: 'Renamed' } });
  });

  it('keeps every version in the history', async () => {
    await addFramework(store);
    await addFramework(store);
    const versions = (await store.db.getAllFromIndex('ops', 'device')).map(({ set }) => (set['framework'] as { version: number }).version);
    expect(versions).toEqual([1, 2]);
  });

  // What was said under version 2 and then taken back is version 2 for ever: another version 2 is another thing.
  it('never gives one version two contents', async () => {
    await addFramework(store);
    const second = request();
    await saveFramework(store.db, store.writer, { request: second, framework: { ...FRAMEWORK, name: 'Second' } });
    const { undoOperation } = await import('../../lib/requests/tags.ts');
    await undoOperation(store.db, store.writer, { request: request(), team: TEAM, op: second });
    await addFramework(store, { name: 'Third' });
    const named = (await store.db.getAllFromIndex('ops', 'device')).flatMap(({ set }) =>
      set['framework'] ? [set['framework'] as { version: number; name: string }] : [],
    );
    const names = Map.groupBy(named, ({ version }) => version);
    for (const [version, all] of names) expect(new Set(all.map(({ name }) => name)).size, `version ${version}`).toBe(1);
  });

  it('counts on after it was removed and made again', async () => {
    await addFramework(store);
    await addFramework(store);
    await store.writer.write([{ request: request(), team: TEAM, kind: 'framework', key: 'planner', set: { deleted: true } }]);
    await addFramework(store);
    expect((await only())?.framework.version).toBe(3);
  });
});

describe('two changes at once', () => {
  const save = (more: object, name = request()) =>
    saveFramework(store.db, store.writer, { request: name, framework: { ...FRAMEWORK, ...more }, base: 1 });

  it('stores the first of two that build on the same version, and says so of the second', async () => {
    await addFramework(store);
    expect(await Promise.all([save({ name: 'First' }), save({ name: 'Second' })])).toEqual([true, false]);
    expect((await only())?.framework).toMatchObject({ version: 2, name: 'First' });
  });

  it('keeps a place claimed meanwhile', async () => {
    await addFramework(store);
    const claimed = claimPlace(store.db, store.writer, { request: request(), framework: 'planner', ticket: 'github:acme/other#1' });
    expect(await Promise.all([claimed, save({ name: 'Renamed' })])).toEqual([undefined, false]);
    expect((await only())?.framework).toMatchObject({ version: 2, claims: ['github:acme/app', 'github:acme/other'] });
  });

  it('keeps both of two places claimed, and both places never asked in', async () => {
    await addFramework(store);
    const tickets = ['github:acme/other#1', 'github:acme/third#1'];
    await Promise.all(tickets.map((ticket) => claimPlace(store.db, store.writer, { request: request(), framework: 'planner', ticket })));
    expect((await only())?.framework.claims).toEqual(['github:acme/app', 'github:acme/other', 'github:acme/third']);
    await Promise.all(['github:a/b', 'github:c/d'].map((place) => setNeverHere(store.db, store.writer, place, true)));
    expect(await neverHere(store.db)).toEqual(['github:a/b', 'github:c/d']);
  });

  it('says of a repeated request that it is stored, though it stands on top of its own base by now', async () => {
    await addFramework(store);
    const name = request();
    expect([await save({ name: 'First' }, name), await save({ name: 'First' }, name)]).toEqual([true, true]);
    expect((await only())?.framework.version).toBe(2);
  });

  it('stores nothing over one that was removed, and goes on after a failure', async () => {
    await addFramework(store);
    await store.writer.write([{ request: request(), team: TEAM, kind: 'framework', key: 'planner', set: { deleted: true } }]);
    expect(await save({ name: 'Late' })).toBe(false);
    const none = { ...FRAMEWORK, metrics: [] };
    await expect(saveFramework(store.db, store.writer, { request: request(), framework: none })).rejects.toThrow();
    expect(await addFramework(store)).toBe(true);
  });
});

describe('claiming a place', () => {
  const claim = (framework = 'planner', ticket = TICKET, name = request()) =>
    claimPlace(store.db, store.writer, { request: name, framework, ticket });

  it.each([
    ['github:Acme/Other#12', 'github:acme/other'],
    ['jira:Acme.atlassian.net/PLN-214', 'jira:acme.atlassian.net/pln'],
    ['linear:Acme/DAY123-79', 'linear:acme/day123'],
  ])('%s adds %s as the next version', async (ticket, place) => {
    await addFramework(store);
    await claim('planner', ticket);
    expect((await only())?.framework).toMatchObject({ version: 2, claims: ['github:acme/app', place] });
  });

  it('does nothing where it is claimed, under an unknown framework, or twice under one request', async () => {
    await addFramework(store);
    const before = await dump(store.db);
    await claim();
    await claim('nobody', 'github:acme/other#1');
    expect(await dump(store.db)).toEqual(before);
    const name = request();
    await Promise.all([claim('planner', 'github:acme/other#1', name), claim('planner', 'github:acme/other#1', name)]);
    expect((await only())?.framework.claims).toEqual(['github:acme/app', 'github:acme/other']);
  });

  it('does nothing where it is claimed in other letters', async () => {
    await addFramework(store, { claims: ['github:Acme/App'] });
    await claim();
    expect((await only())?.framework.claims).toEqual(['github:Acme/App']);
  });
});

describe('never here', () => {
  it('holds each place once and lets go of one only', async () => {
    const { db, writer } = store;
    for (const place of ['github:a/b', 'jira:x.atlassian.net/pln', 'github:a/b']) await setNeverHere(db, writer, place, true);
    expect((await neverHere(db)).toSorted()).toEqual(['github:a/b', 'jira:x.atlassian.net/pln']);
    await setNeverHere(db, writer, 'github:a', false);
    await setNeverHere(db, writer, 'github:a/b', false);
    expect(await neverHere(db)).toEqual(['jira:x.atlassian.net/pln']);
  });
});

describe('logging a reading', () => {
  const log = (reading: object, name = request()) =>
    logReading(store.writer, {
      request: name,
      team: TEAM,
      reading: { framework: 'planner', metric: 'teams', date: '2026-11-22', value: 1, source: 'typed', ...reading },
    });

  it('keeps one value a day and metric, the last one said', async () => {
    await log({ value: 1 });
    await log({ value: 2, source: 'import' });
    await log({ date: '2026-11-15', value: 0.5 });
    expect((await store.db.getAll('readings')).map(({ date, value, source }) => [date, value, source])).toEqual([
      ['2026-11-15', 0.5, 'typed'],
      ['2026-11-22', 2, 'import'],
    ]);
  });

  it('brings one back that was taken away', async () => {
    await log({});
    await store.writer.write([
      { request: request(), team: TEAM, kind: 'reading', key: 'planner/teams/2026-11-22', set: { deleted: true } },
    ]);
    expect(await store.db.count('readings')).toBe(0);
    await log({ value: 4 });
    expect(await store.db.getAll('readings')).toMatchObject([{ value: 4, framework: 'planner' }]);
  });

  it('finds its parts again where the framework’s id holds a slash', async () => {
    await log({ framework: 'acme/planner' });
    expect(await store.db.getAll('readings')).toMatchObject([{ framework: 'acme/planner', metric: 'teams', date: '2026-11-22' }]);
  });
});
