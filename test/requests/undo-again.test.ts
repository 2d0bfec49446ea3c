// Undo where what it goes back to was not written by a save: sample data, imports, things nobody ever made.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Operation } from '../../lib/model/operation.ts';
import { loadSample } from '../../lib/requests/sample.ts';
import { saveTag, undoOperation } from '../../lib/requests/tags.ts';
import { SAMPLE_TEAM } from '../../lib/sample/planner.ts';
import { ownTag } from '../../lib/store/read.ts';
import { arrive, dump, freshStore, KEY, moves, other, request, START, type Store, tagDeed } from '../store/open.ts';
import { madeBy, saveOf, TEAM, TICKET } from './stage.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});
const DAY = 86_400_000;
const undo = (op: string, team = TEAM) => undoOperation(store.db, store.writer, { request: request(), team, op });
const remove = async (kind: 'tag' | 'framework' | 'reading', key: string, team = SAMPLE_TEAM): Promise<string> => {
  const name = request();
  await store.writer.write([{ request: name, team, kind, key, set: { deleted: true } }]);
  return name;
};

describe('a removal of sample data', () => {
  beforeEach(() => loadSample(store.writer, '2026-11-22'));

  it('of an answer can be undone', async () => {
    const key = 'github:azimuth-sample/planner#1790';
    await undo(await remove('tag', key), SAMPLE_TEAM);
    expect(await ownTag(store.db, key, SAMPLE_TEAM)).toMatchObject({ answer: { kind: 'effects' }, effort: 5 });
  });

  it('of the framework can be undone', async () => {
    await undo(await remove('framework', 'sample-planner'), SAMPLE_TEAM);
    expect(await store.db.getAll('frameworks')).toMatchObject([{ id: 'sample-planner' }]);
  });

  it('of a reading can be undone', async () => {
    const before = await store.db.count('readings');
    await undo(await remove('reading', 'sample-planner/activation/2026-11-22'), SAMPLE_TEAM);
    expect(await store.db.count('readings')).toBe(before);
  });
});

describe('the age of an answer', () => {
  const at = async (): Promise<string | undefined> => (await ownTag(store.db, TICKET, TEAM))?.at;
  const iso = (ms: number): string => new Date(ms).toISOString();

  it('is when it was given, where that was said', async () => {
    await store.writer.write([tagDeed({}, { at: START - 30 * DAY })]);
    expect(await at()).toBe(iso(START - 30 * DAY));
    store.clock.now += DAY;
    await saveTag(store.db, store.writer, saveOf({ answer: other() }));
    expect(await at()).toBe(iso(START + DAY));
  });

  it('is a day even where an answer with a day of its own was taken back', async () => {
    await saveTag(store.db, store.writer, saveOf());
    const imported = tagDeed({ answer: other() }, { at: START - 30 * DAY });
    await store.writer.write([imported]);
    await undo(imported.request);
    expect(Date.parse((await at()) ?? ''), await at()).not.toBeNaN();
  });

  // Taking a change back is no new estimate: the old one is as old as it was.
  it('is the old one’s again when a change is taken back', async () => {
    await saveTag(store.db, store.writer, saveOf({ answer: moves(1, 2) }));
    store.clock.now += 30 * DAY;
    const op = madeBy(await saveTag(store.db, store.writer, saveOf({ answer: other() })));
    await undo(op);
    expect((await ownTag(store.db, TICKET, TEAM))?.answer).toEqual(moves(1, 2));
    expect(await at()).toBe(iso(START));
  });

  it('is the day that was said of it, however often it is taken back and brought back', async () => {
    await store.writer.write([tagDeed({}, { at: START - 30 * DAY })]);
    const op = madeBy(await saveTag(store.db, store.writer, saveOf({ answer: other() })));
    const [back, again] = [request(), request()];
    store.clock.now += DAY;
    await undoOperation(store.db, store.writer, { request: back, team: TEAM, op });
    expect(await at()).toBe(iso(START - 30 * DAY));
    await undoOperation(store.db, store.writer, { request: again, team: TEAM, op: back });
    expect(await at()).toBe(iso(START));
    await undo(again);
    expect(await at()).toBe(iso(START - 30 * DAY));
  });

  it('is left alone by undoing an import whose answer was changed since', async () => {
    const imported = tagDeed({}, { at: START - 30 * DAY });
    await store.writer.write([imported]);
    await saveTag(store.db, store.writer, saveOf({ answer: other() }));
    const before = await dump(store.db);
    await undo(imported.request);
    expect(await dump(store.db)).toEqual(before);
  });

  it('is the same on a device that learns of it all backwards', async () => {
    await store.writer.write([tagDeed({}, { at: START - 30 * DAY })]);
    const op = madeBy(await saveTag(store.db, store.writer, saveOf({ answer: other() })));
    await undo(op);
    const { ops, tags } = await dump(store.db);
    const second = await freshStore();
    await arrive(second, (ops as Operation[]).toReversed());
    expect((await dump(second.db)).tags).toEqual(tags);
  });
});

it('of a note alone does not wake a removed tag, nor kill a living one', async () => {
  await saveTag(store.db, store.writer, saveOf());
  const note = tagDeed({}, { set: { note: 'n' } });
  await store.writer.write([note]);
  await undo(note.request);
  expect(await ownTag(store.db, TICKET, TEAM)).toMatchObject({ answer: moves() });
  const again = tagDeed({}, { set: { note: 'm' } });
  await store.writer.write([again]);
  await remove('tag', KEY, TEAM);
  await undo(again.request);
  expect(await ownTag(store.db, TICKET, TEAM)).toBeUndefined();
});
