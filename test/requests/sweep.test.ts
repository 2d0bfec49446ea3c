// Where sweeps were left, and what pages say of tickets.
import { beforeEach, describe, expect, it } from 'vitest';
import { listAddress } from '../../lib/model/list-address.ts';
import { setNeverHere } from '../../lib/requests/framework.ts';
import { goesOn, leftAt, noteSweep, seePage } from '../../lib/requests/sweep.ts';
import { freshStore, type Store } from '../store/open.ts';
import { addFramework } from './stage.ts';

const LIST = 'https://github.com/acme/app/issues?q=is%3Aopen';
let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

describe('where a sweep was left', () => {
  it('is kept for each list, whichever page of it is shown and whatever lies over it', async () => {
    await noteSweep(store.db, store.writer, { address: LIST, ticket: 'github:acme/app#4', tab: 7 });
    for (const address of [
      `${LIST}&page=2`,
      'https://github.com/acme/app/issues/?page=3&q=is%3Aopen',
      `${LIST}&pane=issue&issue=acme%7Capp%7C4`,
    ])
      expect(await leftAt(store.db, address)).toEqual({ state: 'sweep', ticket: 'github:acme/app#4' });
    for (const address of ['https://github.com/acme/app/issues', 'https://github.com/acme/other/issues?q=is%3Aopen', 'about:blank', ''])
      expect(await leftAt(store.db, address)).toEqual({ state: 'sweep' });
  });

  it('is kept for the newest fifty lists', async () => {
    for (let i = 0; i < 60; i++) await noteSweep(store.db, store.writer, { address: `${LIST}+${i}`, ticket: 'github:acme/app#4', tab: 7 });
    expect(await leftAt(store.db, `${LIST}+9`)).toEqual({ state: 'sweep' });
    expect(await leftAt(store.db, `${LIST}+10`)).toHaveProperty('ticket');
  });

  it('goes on over a page of its list, in its own tab and soon', async () => {
    await noteSweep(store.db, store.writer, { address: LIST, ticket: 'github:acme/app#4', tab: 7, onward: true }, 1000);
    expect(await goesOn(store.db, 7, `${LIST}&page=2`, 5000)).toBe(true);
    expect(await goesOn(store.db, 8, `${LIST}&page=2`, 5000)).toBe(false);
    expect(await goesOn(store.db, 7, 'https://github.com/acme/app/pulls', 5000)).toBe(false);
    expect(await goesOn(store.db, 7, `${LIST}&page=2`, 60_000)).toBe(false);
    await noteSweep(store.db, store.writer, { address: LIST, ticket: 'github:acme/app#5', tab: 7 }, 6000);
    expect(await goesOn(store.db, 7, LIST, 6000)).toBe(false);
  });

  it('knows no list by what is no address', () => {
    expect(listAddress('nothing')).toBe('');
    expect(listAddress('https://a.example/X/?b=2&A=1&page=3')).toBe('https://a.example/x?a=1&b=2');
  });
});

describe('what a page says of tickets', () => {
  it('is kept of those that a framework asks about', async () => {
    await addFramework(store);
    await seePage(store.db, store.writer, [
      { ticket: 'github:acme/app#1', title: 'One', labels: ['bug'] },
      { ticket: 'github:else/where#2', title: 'Two' },
    ]);
    expect((await store.db.getAll('tickets')).map(({ ticket }) => ticket)).toEqual(['github:acme/app#1']);
    await seePage(store.db, store.writer, [{ ticket: 'github:acme/app#1', status: 'Closed', state: 'done' }]);
    expect(await store.db.get('tickets', 'github:acme/app#1')).toMatchObject({ title: 'One', labels: ['bug'], state: 'done' });
    await setNeverHere(store.db, store.writer, 'github:acme/app', true);
    await seePage(store.db, store.writer, [{ ticket: 'github:acme/app#3', title: 'Three' }]);
    expect(await store.db.count('tickets')).toBe(1);
  });
});
