// Opening the database, and opening it again after it was lost.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE, type Db, keepOpen, openDatabase } from '../../lib/store/db.ts';
import { refusalOf } from '../../lib/store/refusal.ts';
import { createWriter } from '../../lib/store/write.ts';
import { dump, tagDeed } from './open.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('an empty database', () => {
  it('is brought to this version, with these stores and no others', async () => {
    const db = await openDatabase();
    const tx = db.transaction([...db.objectStoreNames]);
    const shape = [...db.objectStoreNames].map((name) => {
      const store = tx.objectStore(name);
      return [name, store.keyPath, Object.fromEntries([...store.indexNames].map((index) => [index, store.index(index as never).keyPath]))];
    });
    expect(db.version).toBe(3);
    expect(shape).toEqual([
      ['drafts', 'ticket', {}],
      ['frameworks', ['team', 'id'], {}],
      ['gone', ['team', 'kind', 'key', 'person'], {}],
      ['meta', null, {}],
      ['ops', 'op', { device: ['device', 'n'], entity: ['team', 'kind', 'key', 'person', 'hlc'] }],
      ['outbox', 'op', { order: ['hlc', 'op'] }],
      ['quarantine', 'key', { way: 'way' }],
      ['readings', ['team', 'framework', 'metric', 'date'], {}],
      ['records', ['team', 'key'], {}],
      ['sent', 'op', { at: ['at', 'op'] }],
      ['tags', ['team', 'ticket', 'person'], { at: 'at', ticket: 'ticket' }],
      ['tickets', 'key', {}],
    ]);
  });

  it('keeps what one of the first version held', async () => {
    const old = await openDB(DATABASE, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('drafts', { keyPath: 'ticket' });
        fresh.createObjectStore('meta');
      },
    });
    await old.put('drafts', { ticket: 'github:a/b#1', draft: 'typed', at: '' });
    old.close();
    const db = await openDatabase();
    expect([...db.objectStoreNames]).toEqual(['drafts', 'meta', 'outbox', 'quarantine', 'records', 'sent', 'tickets']);
    expect(await db.getAll('drafts')).toHaveLength(1);
  });

  it('keeps what it holds when it is opened again', async () => {
    const first = await openDatabase();
    await createWriter(async () => first).write([tagDeed()]);
    const before = await dump(first);
    first.close();
    expect(await dump(await openDatabase())).toEqual(before);
  });

  it('is refused when a newer copy of the extension has upgraded it', async () => {
    await new Promise((done) => {
      const request = indexedDB.open(DATABASE, 99);
      request.onsuccess = () => done(request.result.close());
    });
    const refused = await openDatabase().catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'VersionError' });
    expect(refusalOf(refused)).toBe('storage-refused');
  });
});

describe('a connection', () => {
  it('makes way for an upgrade or a deletion, and says so', async () => {
    const gone = vi.fn();
    const db = await openDatabase(gone);
    await new Promise((done, failed) => {
      const request = indexedDB.deleteDatabase(DATABASE);
      request.onsuccess = done;
      request.onblocked = failed;
    });
    expect(gone).toHaveBeenCalledOnce();
    expect(() => db.transaction('ops')).toThrow();
  });

  it('says so when the browser drops it', async () => {
    const gone = vi.fn();
    const db = await openDatabase(gone);
    unwrap(db).dispatchEvent(new IDBVersionChangeEvent('close'));
    expect(gone).toHaveBeenCalledOnce();
  });
});

describe('keepOpen', () => {
  /** Opens by hand: each call waits until the test answers it. */
  function byHand() {
    const calls: { gone: () => void; give: (db: Db) => void; refuse: (why: Error) => void }[] = [];
    const open = keepOpen((gone = () => {}) => new Promise<Db>((give, refuse) => calls.push({ gone, give, refuse })));
    return { calls, open };
  }
  const db = (name: string): Db => ({ name }) as Db;

  it('opens at the first need, once', async () => {
    const { calls, open } = byHand();
    expect(calls).toHaveLength(0);
    const both = Promise.all([open(), open()]);
    calls[0]?.give(db('one'));
    expect(await both).toEqual([db('one'), db('one')]);
    expect(await open()).toEqual(db('one'));
    expect(calls).toHaveLength(1);
  });

  it('opens again after the connection was lost', async () => {
    const { calls, open } = byHand();
    void open();
    calls[0]?.give(db('one'));
    await open();
    calls[0]?.gone();
    const again = open();
    calls[1]?.give(db('two'));
    expect(await again).toEqual(db('two'));
  });

  it('tells everybody of a refusal and tries again at the next need', async () => {
    const { calls, open } = byHand();
    const both = Promise.allSettled([open(), open()]);
    calls[0]?.refuse(new Error('no'));
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const again = open();
    expect(calls).toHaveLength(2);
    calls[1]?.give(db('two'));
    expect(await again).toEqual(db('two'));
  });

  it('writes on after the database was closed for an upgrade that then did not come', async () => {
    const open = keepOpen();
    const writer = createWriter(open);
    await writer.write([tagDeed()]);
    unwrap(await open()).dispatchEvent(new IDBVersionChangeEvent('versionchange', { oldVersion: 1, newVersion: 2 }));
    await writer.write([tagDeed()]);
    expect(await (await open()).count('ops')).toBe(2);
  });
});

describe('why something was not stored', () => {
  it.each<[unknown, string]>([
    [new DOMException('', 'QuotaExceededError'), 'disk-full'],
    [new DOMException('Internal error: FILE_ERROR_NO_SPACE', 'UnknownError'), 'disk-full'],
    [new DOMException('The disk is full.', 'UnknownError'), 'disk-full'],
    [new DOMException('Internal error opening backing store', 'UnknownError'), 'storage-refused'],
    [new DOMException('A mutation operation was attempted', 'InvalidStateError'), 'storage-refused'],
    [new DOMException('', 'SecurityError'), 'storage-refused'],
    [new DOMException('', 'AbortError'), 'storage-refused'],
    [new DOMException('', 'DataCloneError'), 'failed'],
    [new TypeError('x is undefined'), 'failed'],
    ['a text', 'failed'],
    [undefined, 'failed'],
  ])('%s: %s', (error, why) => expect(refusalOf(error)).toBe(why));
});
