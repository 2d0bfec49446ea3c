// One transaction a write, on disk before anybody is told; rows and operations together or not at all.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createWriter } from '../../lib/store/write.ts';
import { dump, freshStore, readingDeed, type Store, tagDeed, TICKET } from './open.ts';

let store: Store;
beforeEach(async () => {
  vi.restoreAllMocks();
  store = await freshStore();
});

/** Aborts the transaction at the n-th thing written; says whether it came to that. */
function abortAt(n: number, abort = (tx: IDBTransaction): void => tx.abort()): () => boolean {
  let count = 0;
  for (const method of ['add', 'put', 'delete'] as const) {
    const original = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
      if (++count === n) abort(this.transaction);
      return (original as (...all: unknown[]) => IDBRequest<IDBValidKey> & IDBRequest<undefined>).apply(this, given);
    });
  }
  return () => count >= n;
}

/** Runs a deed with the transaction aborted at each step in turn, until it gets through. */
async function abortEverywhere(deed: () => Promise<unknown>): Promise<number> {
  const before = await dump(store.db);
  for (let step = 1; step < 60; step++) {
    const aborted = abortAt(step);
    const failed = await deed().then(
      () => false,
      () => true,
    );
    vi.restoreAllMocks();
    expect(failed, `step ${step}`).toBe(aborted());
    if (!failed) return step - 1;
    expect(await dump(store.db), `step ${step}`).toEqual(before);
  }
  throw new Error('never got through');
}

describe('an abort in the middle', () => {
  it('leaves nothing of a first save: no operation, no row, no clock, no identity', async () => {
    expect(await abortEverywhere(() => store.writer.write([tagDeed()]))).toBeGreaterThanOrEqual(4);
  });

  it('leaves nothing of a save with its draft dropped', async () => {
    await store.writer.keepDraft(TICKET, 'typed');
    await abortEverywhere(() => store.writer.write([tagDeed()], { dropDraft: TICKET }));
    expect((await dump(store.db)).drafts).toEqual([]);
  });

  it('leaves nothing of several deeds, and nothing of a removal', async () => {
    await store.writer.write([tagDeed()]);
    const deeds = () => [readingDeed('f/activation/2026-11-22', 3), tagDeed({ deleted: true }), readingDeed('f/activation/2026-11-15', 2)];
    expect(await abortEverywhere(() => store.writer.write(deeds()))).toBeGreaterThanOrEqual(8);
  });

  it('leaves a team whole that was to be forgotten', async () => {
    await store.writer.write([tagDeed(), tagDeed({}, { key: 'github:acme/app#13' })]);
    await abortEverywhere(() => store.writer.forgetTeam('t-1'));
    expect((await dump(store.db)).ops).toEqual([]);
  });

  it('leaves nothing of a draft, of what is remembered, and of who this is', async () => {
    await abortEverywhere(() => store.writer.identity());
    await abortEverywhere(() => store.writer.keepDraft(TICKET, 'typed'));
    await abortEverywhere(() => store.writer.keepDraft(TICKET, undefined));
    await abortEverywhere(() => store.writer.setMeta('never', ['github:a/b']));
  });

  // As on a full disk: the request only says that it was aborted, the transaction why.
  it.each<[string, (store: Store) => Promise<unknown>]>([
    ['write', ({ writer }) => writer.write([tagDeed()])],
    ['keepDraft', ({ writer }) => writer.keepDraft(TICKET, 'typed')],
    ['setMeta', ({ writer }) => writer.setMeta('never', [])],
    ['forgetTeam', ({ writer }) => writer.forgetTeam('t-1')],
    ['identity', ({ writer }) => writer.identity()],
  ])('is told with its reason by %s', async (_, deed) => {
    abortAt(1, (tx) => (tx as unknown as { _abort(why: string): void })._abort('QuotaExceededError'));
    await expect(deed(store)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  });
});

describe('something that cannot be stored', () => {
  const framework = { request: 'framework-1', team: 't-1', kind: 'framework' as const, key: 'f', set: { framework: { id: 'f' } } };

  it('rejects, and says so', async () => {
    await expect(store.writer.write([framework])).rejects.toThrow();
    await expect(store.writer.write([tagDeed({ note: () => {} })])).rejects.toThrow();
  });

  // write() does not abort when something other than the database throws, so what came before is committed.
  it('leaves nothing behind when a framework is not one', async () => {
    const before = await dump(store.db);
    await store.writer.write([tagDeed(), framework]).catch(() => {});
    expect(await dump(store.db)).toEqual(before);
  });

  it('leaves no gap in the numbers when a value cannot be cloned', async () => {
    await store.writer.write([tagDeed({ note: () => {} })]).catch(() => {});
    const [operation] = await store.writer.write([tagDeed()]);
    expect(operation?.n).toBe(1);
  });
});

describe('each write', () => {
  const writes: [string, (store: Store) => Promise<unknown>][] = [
    ['write', ({ writer }) => writer.write([tagDeed(), readingDeed('f/activation/2026-11-22', 1)], { dropDraft: TICKET })],
    ['keepDraft', ({ writer }) => writer.keepDraft(TICKET, 'typed')],
    ['keepDraft, dropping', ({ writer }) => writer.keepDraft(TICKET, undefined)],
    ['setMeta', ({ writer }) => writer.setMeta('never', ['github:a/b'])],
    ['changeMeta', ({ writer }) => writer.changeMeta<string[]>('never', (known = []) => [...known, 'github:a/b'])],
    ['forgetTeam', ({ writer }) => writer.forgetTeam('t-1')],
    ['identity', ({ writer }) => writer.identity()],
  ];
  it.each(writes)('%s: is one transaction, and asks for the disk', async (_, write) => {
    await store.writer.write([tagDeed()]);
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await write(store);
    expect(begun.mock.calls.map(([, mode, options]) => [mode, options])).toEqual([['readwrite', { durability: 'strict' }]]);
  });

  it('resolves only once the transaction is complete', async () => {
    const events: string[] = [];
    const begin = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
      const tx = begin.apply(this, given);
      tx.addEventListener('complete', () => events.push('complete'));
      return tx;
    });
    await store.writer.write([tagDeed()]).then(() => events.push('told'));
    await store.writer.keepDraft(TICKET, 'x').then(() => events.push('told'));
    await store.writer.forgetTeam('t-1').then(() => events.push('told'));
    expect(events).toEqual(['complete', 'told', 'complete', 'told', 'complete', 'told']);
  });

  it('asks for the database anew, since a connection can be lost', async () => {
    const asked = vi.fn(async () => store.db);
    const writer = createWriter(asked);
    await writer.write([tagDeed()]);
    await writer.keepDraft(TICKET, 'x');
    expect(asked).toHaveBeenCalledTimes(2);
  });
});
