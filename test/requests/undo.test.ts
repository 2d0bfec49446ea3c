// Undo: every field an operation set, and that nothing has changed since, is again what it was.
import { beforeEach, describe, expect, it } from 'vitest';
import { saveTag, undoOperation } from '../../lib/requests/tags.ts';
import { logReading } from '../../lib/requests/framework.ts';
import { ownTag } from '../../lib/store/read.ts';
import { dump, freshStore, KEY, moves, other, request, type Store } from '../store/open.ts';
import { madeBy, saveOf, TEAM, TICKET } from './stage.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});
const save = async (more = {}): Promise<string> => madeBy(await saveTag(store.db, store.writer, saveOf(more)));
/** Undoes, and gives the undo's own operation. */
const undo = async (op: string, team = TEAM): Promise<string> => {
  const name = request();
  store.clock.now += 1000;
  await undoOperation(store.db, store.writer, { request: name, team, op });
  return name;
};
const set = async (fields: Record<string, unknown>): Promise<string> => {
  const name = request();
  await store.writer.write([{ request: name, team: TEAM, kind: 'tag', key: KEY, set: fields }]);
  return name;
};
const remove = () => set({ deleted: true });
const tag = () => ownTag(store.db, TICKET, TEAM);

describe('undo of a tag', () => {
  it('of the first save takes the tag away', async () => {
    await undo(await save({ note: 'n' }));
    expect(await tag()).toBeUndefined();
  });

  it('of an edit brings back the answer and the remarks as they were', async () => {
    await save({ note: 'first', effort: 2 });
    const op = await save({ answer: other(), effort: 5, title: 'Another title' });
    await undo(op);
    expect(await tag()).toMatchObject({ answer: moves(), note: 'first', effort: 2, title: 'A title' });
  });

  it('of an edit takes away a remark that was not there before', async () => {
    await save();
    await undo(await save({ note: 'new' }));
    expect(await tag()).not.toHaveProperty('note');
  });

  it('of a removal brings the tag back whole', async () => {
    await save({ note: 'n', effort: 2, evidence: 'market' });
    await undo(await remove());
    expect(await tag()).toMatchObject({ answer: moves(), note: 'n', effort: 2, evidence: 'market' });
    expect(await store.db.count('gone')).toBe(0);
  });

  it('of an undo does it again, both ways round', async () => {
    const back = await undo(await save());
    const again = await undo(back);
    expect(await tag()).toMatchObject({ answer: moves() });
    await undo(again);
    expect(await tag()).toBeUndefined();
    await save({ answer: other() });
    const edited = await undo(await save());
    expect(await tag()).toMatchObject({ answer: other() });
    await undo(edited);
    expect(await tag()).toMatchObject({ answer: moves() });
  });

  it('leaves alone what a later operation touched', async () => {
    await save({ note: 'first', effort: 1 });
    const op = await save({ note: 'second', effort: 2 });
    await set({ note: 'third' });
    await undo(op);
    expect(await tag()).toMatchObject({ note: 'third', effort: 1 });
  });

  it('does nothing where everything was changed since, and nothing twice', async () => {
    const op = await save();
    await save({ answer: other() });
    const before = await dump(store.db);
    await undo(op);
    expect(await dump(store.db)).toEqual(before);
    const second = await save({ answer: other('compliance') });
    await undo(second);
    const undone = await dump(store.db);
    await undo(second);
    expect(await dump(store.db)).toEqual(undone);
  });

  it('of what nobody knows, or of another team’s, does nothing', async () => {
    const op = await save();
    const before = await dump(store.db);
    await undo('never-was-1');
    await undo(op, 't-2');
    expect(await dump(store.db)).toEqual(before);
  });

  it('under one request does nothing twice', async () => {
    await save();
    const op = await save({ answer: other() });
    const name = request();
    await undoOperation(store.db, store.writer, { request: name, team: TEAM, op });
    const before = await dump(store.db);
    await undoOperation(store.db, store.writer, { request: name, team: TEAM, op });
    expect(await dump(store.db)).toEqual(before);
  });

  // `deleted: false` is written even where a later operation has deleted the tag.
  it('of an edit does not wake a tag that was removed after it', async () => {
    await save();
    const op = await save({ answer: other() });
    await remove();
    await undo(op);
    expect(await tag()).toBeUndefined();
  });

  // There is no answer to bring back: the row cannot be made, and half of the write stays.
  it('of a removal of nothing leaves nothing behind', async () => {
    const op = await remove();
    const before = await dump(store.db);
    await undo(op).catch(() => {});
    expect((await dump(store.db)).ops).toEqual(before.ops);
  });
});

describe('undo of a reading', () => {
  const log = async (value: number): Promise<string> => {
    const name = request();
    const reading = { framework: 'planner', metric: 'teams', date: '2026-11-22', value, source: 'typed' as const };
    await logReading(store.writer, { request: name, team: TEAM, reading });
    return name;
  };
  const values = async () => (await store.db.getAll('readings')).map(({ value }) => value);

  it('brings the value before back, or none', async () => {
    const first = await log(100);
    const second = await log(120);
    await undo(second);
    expect(await values()).toEqual([100]);
    await undo(await log(130));
    expect(await values()).toEqual([100]);
    await undo(first);
    expect(await values()).toEqual([100]);
  });

  it('takes the first one away', async () => {
    await undo(await log(100));
    expect(await values()).toEqual([]);
  });
});
