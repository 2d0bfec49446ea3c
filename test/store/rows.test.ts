// Rows are made from operations: field by field the newest wins, and what was taken back stays taken back.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { historyOf } from '../../lib/store/read.ts';
import { arrive, dump, freshStore, KEY, moves, opOf, other, readingDeed, START, type Store, tagDeed, TICKET } from './open.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

const tagRow = async (person?: string, { db } = store) => (await db.getAll('tags')).find((row) => !person || row.person === person);

const seen = { id: TICKET, title: 'A title' };
const whole = (answer: unknown, more: Record<string, unknown> = {}) => ({ answer, seen, deleted: false, ...more });

describe('a tag', () => {
  it('is kept under the ticket in lower case, shown as in the address', async () => {
    const [operation] = await store.writer.write([tagDeed({ note: 'why', effort: 3, evidence: 'users' })]);
    expect(await tagRow()).toEqual({
      team: 't-1',
      ticket: KEY,
      person: operation?.person,
      shown: TICKET,
      title: 'A title',
      answer: moves(),
      note: 'why',
      effort: 3,
      evidence: 'users',
      at: '2026-11-22T10:00:00.000Z',
      cells: expect.objectContaining({ answer: { value: moves(), hlc: operation?.hlc, op: operation?.op } }),
    });
  });

  it('takes each field from whoever set it last', async () => {
    await arrive(store, [
      opOf(10, whole(moves(1, 2), { note: 'first' })),
      opOf(30, { note: 'third' }),
      opOf(20, whole(other(), { note: 'second', effort: 8 })),
    ]);
    expect(await tagRow()).toMatchObject({ answer: other(), note: 'third', effort: 8 });
  });

  it('has no field for a remark that was emptied', async () => {
    await arrive(store, [opOf(10, whole(moves(), { note: 'first', effort: 2 })), opOf(20, { note: null })]);
    expect(await tagRow()).not.toHaveProperty('note');
    expect(await tagRow()).toMatchObject({ effort: 2 });
  });

  it('keeps two people apart', async () => {
    await arrive(store, [opOf(10, whole(moves())), opOf(20, whole(other()), { person: 'p-2' })]);
    expect(await tagRow('p-other')).toMatchObject({ answer: moves() });
    expect(await tagRow('p-2')).toMatchObject({ answer: other() });
  });

  it('is as old as its answer, whatever is noted later', async () => {
    await arrive(store, [opOf(START, whole(moves()))]);
    await arrive(store, [opOf(START + 86_400_000, { note: 'later' })]);
    expect(await tagRow()).toMatchObject({ note: 'later', at: new Date(START).toISOString() });
    await arrive(store, [opOf(START + 2 * 86_400_000, whole(other()))]);
    expect(await tagRow()).toMatchObject({ at: new Date(START + 2 * 86_400_000).toISOString() });
  });

  it('is shown by its key where nobody said how the address spells it', async () => {
    await arrive(store, [opOf(10, { answer: moves() })]);
    expect(await tagRow()).toMatchObject({ shown: KEY, title: '', answer: moves() });
    await arrive(store, [opOf(20, { seen })]);
    expect(await tagRow()).toMatchObject({ shown: TICKET, title: 'A title' });
  });

  it.each(['', 'not a day', null, 5])('is as old as its answer where the day it was given is %j', async (given) => {
    await arrive(store, [opOf(START, whole(moves(), { given }))]);
    expect(await tagRow()).toMatchObject({ at: new Date(START).toISOString() });
  });

  it('is no row before its answer is there, whatever else is known of it by then', async () => {
    await arrive(store, [opOf(20, { note: 'early', deleted: false })]);
    expect(await tagRow()).toBeUndefined();
    await arrive(store, [opOf(10, whole(moves(), { note: 'first' }))]);
    expect(await tagRow()).toMatchObject({ answer: moves(), note: 'early' });
    expect(await store.db.count('gone')).toBe(0);
  });

  it('is the same for any order and any repetition of what was done', async () => {
    const set = fc.oneof(
      fc.constant({ note: 'alone' }),
      fc.record({ a: fc.nat(5), note: fc.option(fc.string({ maxLength: 3 })) }).map(({ a, note }) => whole(moves(a, a + 1), { note })),
      fc.constant({ deleted: true }),
      fc.record({ effort: fc.integer({ min: 1, max: 9 }) }).map(({ effort }) => whole(other(), { effort })),
    );
    const ops = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), set), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(ops, fc.infiniteStream(fc.nat(100)), async (given, order) => {
        const operations = given.map(([ms, set]) => opOf(ms, set));
        const shuffled = [...operations, ...operations.slice(0, 3)]
          .map((op) => [order.next().value, op] as const)
          .sort(([a], [b]) => a - b);
        const views = [];
        for (const list of [operations, shuffled.map(([, op]) => op)]) {
          const one = await freshStore();
          await arrive(one, list);
          const { tags, gone } = await dump(one.db);
          views.push([tags, gone]);
        }
        expect(views[1]).toEqual(views[0]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a tombstone', () => {
  it('takes the row away and keeps its cells', async () => {
    await store.writer.write([tagDeed({ note: 'n' })]);
    await store.writer.write([tagDeed({}, { set: { deleted: true } })]);
    expect(await tagRow()).toBeUndefined();
    const [grave] = await store.db.getAll('gone');
    expect(grave).toMatchObject({
      team: 't-1',
      kind: 'tag',
      key: KEY,
      cells: { answer: { value: moves() }, note: { value: 'n' }, deleted: { value: true } },
    });
  });

  it('is not woken by what happened before it, and remembers that too', async () => {
    await arrive(store, [opOf(10, whole(moves())), opOf(30, { deleted: true }), opOf(20, whole(other()))]);
    expect(await tagRow()).toBeUndefined();
    expect((await dump(store.db)).gone).toMatchObject([{ cells: { answer: { value: other() }, deleted: { value: true } } }]);
    await arrive(store, [opOf(40, { deleted: false })]);
    expect(await tagRow()).toMatchObject({ answer: other() });
    expect(await store.db.count('gone')).toBe(0);
  });

  it('also waits for a row that was never here', async () => {
    await arrive(store, [opOf(30, { deleted: true }), opOf(20, whole(moves()))]);
    expect(await tagRow()).toBeUndefined();
  });

  it('does not hold back a newer answer', async () => {
    await arrive(store, [opOf(10, whole(moves())), opOf(20, { deleted: true }), opOf(30, whole(other()))]);
    expect(await tagRow()).toMatchObject({ answer: other() });
    expect(await store.db.count('gone')).toBe(0);
  });

  it.each(['reading', 'framework'] as const)('of a %s is the team’s, not a person’s', async (kind) => {
    const key = kind === 'reading' ? 'f/activation/2026-11-22' : 'f';
    await arrive(store, [opOf(20, { deleted: true }, { kind, key })]);
    expect((await dump(store.db)).gone).toMatchObject([{ kind, key, person: '' }]);
    await arrive(store, [opOf(10, { value: 1, source: 'typed', deleted: false }, { kind, key, person: 'p-3' })]);
    expect((await dump(store.db)).readings).toEqual([]);
  });

  it('gives a row its own age back', async () => {
    await arrive(store, [opOf(START, whole(moves())), opOf(START + 1, { deleted: true })]);
    await arrive(store, [opOf(START + 30 * 86_400_000, { deleted: false })]);
    expect(await tagRow()).toMatchObject({ at: new Date(START).toISOString() });
  });
});

describe('a reading', () => {
  it('is no row before its value is there', async () => {
    await arrive(store, [opOf(20, { source: 'import' }, { kind: 'reading', key: 'f/activation/2026-11-22' })]);
    expect(await store.db.count('readings')).toBe(0);
  });

  it.each([
    ['planner/activation/2026-11-22', ['planner', 'activation', '2026-11-22']],
    ['acme/planner/activation/2026-11-22', ['acme/planner', 'activation', '2026-11-22']],
    ['a/b//c/m/2026-11-22', ['a/b//c', 'm', '2026-11-22']],
  ])('%s is in three parts, the first of which may hold slashes', async (key, [framework, metric, date]) => {
    await store.writer.write([readingDeed(key, 3)]);
    expect(await store.db.getAll('readings')).toMatchObject([{ team: 't-1', framework, metric, date, value: 3, source: 'typed' }]);
    await store.writer.write([readingDeed(key, 4)]);
    expect(await store.db.getAll('readings')).toMatchObject([{ value: 4 }]);
    await store.writer.write([readingDeed(key, 0, { set: { deleted: true } })]);
    expect(await store.db.count('readings')).toBe(0);
  });
});

it('tells the history of a ticket, oldest first, and of no other', async () => {
  const deeds = [tagDeed(), tagDeed({ answer: other() }), tagDeed({}, { key: `${KEY}3` }), tagDeed({}, { team: 't-10' })];
  const written = await store.writer.write(deeds);
  const row = await tagRow();
  expect((await historyOf(store.db, row ?? { team: '', ticket: '', person: '' })).map(({ op }) => op)).toEqual(
    written.slice(0, 2).map(({ op }) => op),
  );
});
