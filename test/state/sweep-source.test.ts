// What a sweep on the dashboard goes over.
import { beforeEach, describe, expect, it } from 'vitest';
import { readTickets, unanswered } from '../../lib/state/sweep-source.ts';
import { saveTag } from '../../lib/requests/tags.ts';
import { ticketAt } from '../../lib/trackers/addresses.ts';
import { addFramework, saveOf, TEAM } from '../requests/stage.ts';
import { freshStore, type Store } from '../store/open.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});
const read = (text: string, sites: readonly string[] = [], site = '') =>
  readTickets({ name: '', text, encoding: undefined }, { site, sites, ticketAt }, new AbortController().signal);

describe('what was pasted or opened', () => {
  it('is an export, a text with tickets, keys of nobody knows where, or nothing', async () => {
    const jira = 'Issue key,Summary,Status\nPLN-1,One,To Do\nPLN-2,Two,Done\n';
    expect(await read(jira)).toEqual({ at: 'where', tracker: 'jira' });
    expect(await read(jira, ['jira:a.example', 'jira:b.example', 'linear:acme'])).toEqual({ at: 'where', tracker: 'jira' });
    expect(await read(jira, ['jira:a.example', 'linear:acme'])).toMatchObject({
      at: 'listed',
      listed: { tickets: [{ ticket: 'jira:a.example/PLN-1', title: 'One' }], finished: 1, unnamed: 0 },
    });
    expect(await read(jira, [], 'jira:c.example/jira')).toMatchObject({ listed: { tickets: [{ ticket: 'jira:c.example/jira/PLN-1' }] } });
    expect(await read('Look at PLN-7')).toEqual({ at: 'where', tracker: undefined });
    expect(await read('https://github.com/acme/app/issues/1')).toMatchObject({ at: 'listed' });
    // A quote that is never closed is no table, and still a text.
    expect(await read('"https://github.com/acme/app/issues/1')).toMatchObject({ at: 'listed' });
    expect(await read('nothing')).toEqual({ at: 'none' });
    expect(await read('  \n ')).toMatchObject({ at: 'refused' });
  });
});

describe('what waits for an answer', () => {
  it('was seen, is to be done, lies where the framework asks, and has no answer of this person', async () => {
    await addFramework(store);
    await saveTag(store.db, store.writer, saveOf({ ticket: 'github:Acme/App#1' }));
    await store.writer.see([
      { ticket: 'github:acme/app#1', title: 'Answered' },
      { ticket: 'github:acme/app#2', title: 'Open', state: 'open' },
      { ticket: 'github:acme/app#3', state: 'done' },
      { ticket: 'github:acme/app#4', state: 'dropped' },
      { ticket: 'github:acme/other#5' },
      { ticket: 'github:acme/app#6' },
    ]);
    expect(await unanswered(store.db, { team: TEAM, claims: ['github:acme/app'] })).toEqual([
      { ticket: 'github:acme/app#2', title: 'Open' },
      { ticket: 'github:acme/app#6', title: '' },
    ]);
  });
});
