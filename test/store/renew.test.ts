// When the browser's log of the database is begun anew. That this helps is shown on a disk that is really full, in
// test/faults.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BUSY } from '../busy.ts';
import { openDatabase } from '../../lib/store/db.ts';
import { keepLogWhole, renewLog, type SessionMemory } from '../../lib/store/renew.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function memory(): SessionMemory & { value: boolean } {
  const held = { value: false, known: async () => held.value, learn: async (known: boolean) => void (held.value = known) };
  return held;
}

describe('a log begun anew', () => {
  it('leaves no other database behind, and touches none', async () => {
    (await openDatabase()).close();
    await renewLog(0);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['azimuth']);
  });

  it('is begun once a session, even when the background was dead in between', async () => {
    const session = memory();
    const renew = vi.fn(async () => {});
    const log = keepLogWhole(session, renew);
    await Promise.all([log.ready(), log.ready()]);
    await log.ready();
    await keepLogWhole(session, renew).ready();
    expect(renew).toHaveBeenCalledTimes(1);
    await keepLogWhole(memory(), renew).ready();
    expect(renew).toHaveBeenCalledTimes(2);
  });

  it('is begun again after a write that failed, also by a background that starts later', async () => {
    const session = memory();
    const renew = vi.fn(async () => {});
    const log = keepLogWhole(session, renew);
    await log.ready();
    await log.doubt();
    await keepLogWhole(session, renew).ready();
    expect(renew).toHaveBeenCalledTimes(2);
    await log.doubt();
    await log.ready();
    expect(renew).toHaveBeenCalledTimes(3);
  });

  it('is tried again where there was no room, and the refusal is heard', async () => {
    const renew = vi.fn(async () => {}).mockRejectedValueOnce(new DOMException('no room', 'UnknownError'));
    const log = keepLogWhole(memory(), renew);
    await expect(log.ready()).rejects.toThrow('no room');
    await log.ready();
    expect(renew).toHaveBeenCalledTimes(2);
  });

  it('is not taken for whole when a write failed meanwhile', async () => {
    const session = memory();
    const first = Promise.withResolvers<void>();
    const renew = vi.fn(async () => {}).mockReturnValueOnce(first.promise);
    const log = keepLogWhole(session, renew);
    const early = log.ready();
    await vi.waitFor(() => expect(renew).toHaveBeenCalled(), BUSY);
    await log.doubt();
    first.resolve();
    await early;
    expect(session.value).toBe(false);
    await log.ready();
    expect(renew).toHaveBeenCalledTimes(2);
  });

  it('is begun where the session cannot be remembered', async () => {
    const renew = vi.fn(async () => {});
    const no = () => Promise.reject(new Error('no session memory'));
    await keepLogWhole({ known: no, learn: no }, renew).ready();
    expect(renew).toHaveBeenCalledTimes(1);
  });
});
