// Saving an answer: what is stored, what comes back, and what a second try does.
import { beforeEach, describe, expect, it } from 'vitest';
import { saveTag } from '../../lib/requests/tags.ts';
import { ownTag } from '../../lib/store/read.ts';
import { arrive, dump, freshStore, KEY, moves, opOf, other, request, START, type Store } from '../store/open.ts';
import { madeBy, saveOf, TEAM, TICKET } from './stage.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});
const save = (more = {}) => saveTag(store.db, store.writer, saveOf(more));
const stored = () => ownTag(store.db, TICKET, TEAM);

describe('saving', () => {
  it('gives back what is stored: the answer, when, and the operation an undo takes back', async () => {
    const name = request();
    const row = await save({ request: name, note: 'n', effort: 2, evidence: 'users' });
    expect(row).toMatchObject({ answer: moves(), at: new Date(START).toISOString(), note: 'n', effort: 2, evidence: 'users' });
    expect(madeBy(row)).toBe(name);
    expect(await stored()).toMatchObject({ ticket: KEY, shown: TICKET, title: 'A title' });
  });

  it('drops the draft of the ticket', async () => {
    await store.writer.keepDraft(TICKET, 'typed');
    await save();
    expect(await store.db.count('drafts')).toBe(0);
  });

  it('takes an emptied remark away and leaves the history of it', async () => {
    await save({ note: 'n', effort: 2 });
    expect(await save({ effort: 2 })).not.toHaveProperty('note');
    expect(await stored()).toMatchObject({ effort: 2, cells: { note: { value: null } } });
  });

  it('touches only the remarks that changed, so that another device’s newer note stays', async () => {
    await save({ note: 'n', effort: 2 });
    const again = request();
    await save({ request: again, note: 'n', effort: 3 });
    expect((await store.db.get('ops', again))?.set).toEqual({
      answer: moves(),
      seen: { id: TICKET, title: 'A title' },
      deleted: false,
      effort: 3,
    });
  });

  it('under one request does nothing twice, not even with the draft that came meanwhile', async () => {
    const one = saveOf({ note: 'n' });
    const first = await saveTag(store.db, store.writer, one);
    const before = await dump(store.db);
    store.clock.now += 60_000;
    expect(await saveTag(store.db, store.writer, one)).toEqual(first);
    expect(await dump(store.db)).toEqual(before);
  });

  it('is this person’s alone', async () => {
    await save();
    const { person } = await store.writer.identity();
    expect(await store.db.getAll('tags')).toMatchObject([{ person }]);
  });

  // The cells of what was removed still hold the old remarks, and a save that has none does not say so.
  it('of a fresh answer does not bring the remarks of a removed one back', async () => {
    await save({ note: 'old', effort: 8, evidence: 'users' });
    await store.writer.write([{ request: request(), team: TEAM, kind: 'tag', key: KEY, set: { deleted: true } }]);
    const tag = await save({ answer: other() });
    expect(tag).toMatchObject({ answer: other() });
    expect([tag.note, tag.effort, tag.evidence]).toEqual([undefined, undefined, undefined]);
  });

  // A request that is known counts as done, whatever it carries this time.
  it('never says "saved" of an answer that it did not store', async () => {
    const one = saveOf();
    await saveTag(store.db, store.writer, one);
    const reply = await saveTag(store.db, store.writer, { ...one, answer: other() }).catch(() => undefined);
    if (reply) expect(reply.answer).toEqual(other());
  });

  it('does not mix with an answer of another device that is older', async () => {
    await save({ note: 'mine' });
    const { person } = await store.writer.identity();
    const theirs = { answer: other(), seen: { id: TICKET, title: 'old' }, deleted: false, note: 'theirs', effort: 5 };
    await arrive(store, [opOf(START - 1000, theirs, { person })]);
    expect(await stored()).toMatchObject({ answer: moves(), note: 'mine', effort: 5, title: 'A title' });
  });
});
