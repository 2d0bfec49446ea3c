// What our own pages have kept: many answers at once, records, and what was seen of tickets.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Budget, Decision } from '../../lib/model/record.ts';
import { budgetKey } from '../../lib/model/record.ts';
import { keep } from '../../lib/requests/keep.ts';
import { saveTags, undoTags } from '../../lib/requests/many-tags.ts';
import { saveTag, undoOperation } from '../../lib/requests/tags.ts';
import { recordsOf, ticketPages } from '../../lib/store/read.ts';
import { dump, freshStore, moves, other, request, type Store } from '../store/open.ts';
import { addFramework, saveOf, TEAM } from './stage.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
  await addFramework(store, { id: 'f' });
});
const ticket = (n: number): string => `github:Acme/App#${n}`;
const tags = (count: number, answer = moves(3, 6)) =>
  Array.from({ length: count }, (_, i) => ({ ticket: ticket(i + 1), title: `Ticket ${i + 1}`, answer }));
const stored = async () => (await store.db.getAll('tags')).map(({ shown, answer, note, title }) => ({ shown, answer, note, title }));

describe('many answers at once', () => {
  it('are stored and taken back together; a repeated request stores nothing twice', async () => {
    await saveTag(store.db, store.writer, saveOf({ ticket: ticket(1), note: 'mine' }));
    const before = await stored();
    const name = request();
    expect(await saveTags(store.db, store.writer, { request: name, team: TEAM, tags: tags(3) })).toBe(3);
    const after = await stored();
    expect(after).toHaveLength(3);
    expect(after[0]).toEqual({ shown: ticket(1), answer: moves(3, 6), note: undefined, title: 'Ticket 1' });
    const all = await dump(store.db);
    expect(await saveTags(store.db, store.writer, { request: name, team: TEAM, tags: tags(3) })).toBe(0);
    expect(await dump(store.db)).toEqual(all);
    expect(await undoTags(store.db, store.writer, { request: request(), team: TEAM, of: name })).toBe(3);
    expect(await stored()).toEqual(before);
  });

  it('keep their own day', async () => {
    await saveTags(store.db, store.writer, {
      request: request(),
      team: TEAM,
      tags: tags(1).map((tag) => ({ ...tag, at: '2026-03-01T00:00:00.000Z' })),
    });
    expect((await store.db.getAll('tags'))[0]?.at).toBe('2026-03-01T00:00:00.000Z');
  });

  it('leave an answer as old as it was where only a remark of it is new', async () => {
    const tag = { ...tags(1)[0]!, at: '2026-03-01T00:00:00.000Z' };
    await saveTags(store.db, store.writer, { request: request(), team: TEAM, tags: [tag] });
    const { at, ...undated } = tag;
    for (const again of [undated, tag])
      await saveTags(store.db, store.writer, { request: request(), team: TEAM, tags: [{ ...again, note: `more ${'at' in again}` }] });
    expect((await store.db.getAll('tags'))[0]).toMatchObject({ at, note: 'more true' });
  });

  it('take the same answer given later for a confirmation', async () => {
    const [tag] = tags(1);
    for (const at of ['2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'])
      await saveTags(store.db, store.writer, { request: request(), team: TEAM, tags: [{ ...tag!, at }] });
    expect((await store.db.getAll('tags'))[0]?.at).toBe('2026-04-01T00:00:00.000Z');
  });

  it('bring no remark of a removed answer back', async () => {
    const row = await saveTag(store.db, store.writer, saveOf({ ticket: ticket(1), note: 'old' }));
    await undoOperation(store.db, store.writer, { request: request(), team: TEAM, op: row.cells['answer']?.op ?? '' });
    await saveTags(store.db, store.writer, { request: request(), team: TEAM, tags: tags(1) });
    expect((await stored())[0]?.note).toBeUndefined();
  });

  it('are refused under a framework that is not there, all of them', async () => {
    const strange = { ...tags(1)[0]!, ticket: ticket(9), answer: { ...other(), framework: 'none' } };
    expect(await saveTags(store.db, store.writer, { request: request(), team: TEAM, tags: [...tags(1), strange] })).toBeUndefined();
    expect(await stored()).toEqual([]);
  });
});

const budget: Budget = { kind: 'budget', framework: 'f', quarter: '2026-Q4', share: 0.2 };
const decision: Decision = {
  ...{ kind: 'decision', framework: 'f', version: 1, words: 'More for less', who: '', at: '2026-11-22T10:00:00.000Z' },
  tickets: [{ ticket: ticket(1), title: 'Ticket 1', mean: 200, low: 120, high: 300 }],
};

describe('records', () => {
  const save = (key: string, record: Budget | Decision, name = request()) =>
    keep(store.db, store.writer, { ask: 'saveRecord', request: name, team: TEAM, key, record }, '2026-11-22');

  it('are kept by kind and key, changed, removed, and taken back as anything else', async () => {
    await save(budgetKey(budget), budget);
    await save('decision/1', decision);
    expect((await recordsOf(store.db, TEAM, 'budget')).map(({ record }) => record)).toEqual([budget]);
    expect((await recordsOf(store.db, TEAM, 'decision')).map(({ record }) => record)).toEqual([decision]);
    const name = request();
    await save(budgetKey(budget), { ...budget, share: 0.3 }, name);
    expect((await recordsOf(store.db, TEAM, 'budget'))[0]?.record.share).toBe(0.3);
    await undoOperation(store.db, store.writer, { request: request(), team: TEAM, op: name });
    expect((await recordsOf(store.db, TEAM, 'budget'))[0]?.record.share).toBe(0.2);
    await keep(store.db, store.writer, { ask: 'removeRecord', request: request(), team: TEAM, key: 'decision/1' }, '2026-11-22');
    expect(await recordsOf(store.db, TEAM, 'decision')).toEqual([]);
    expect(await recordsOf(store.db, 't-2', 'budget')).toEqual([]);
  });

  it('do not get into the way of a framework of the same name', async () => {
    await addFramework(store, { id: 'budget/f/2026-Q4' });
    await save(budgetKey(budget), budget);
    expect(await store.db.count('frameworks')).toBe(2);
    expect(await store.db.count('records')).toBe(1);
  });
});

it('adds what is seen of a ticket to what is known of it', async () => {
  const see = (facts: object) =>
    keep(store.db, store.writer, { ask: 'seeTickets', tickets: [{ ticket: 'github:Acme/App#12', ...facts }] }, '2026-11-22');
  await see({ title: 'One', labels: ['a', 'b'], assignees: ['ada'] });
  store.clock.now += 1000;
  await see({ labels: [], state: 'done' });
  for await (const page of ticketPages(store.db))
    expect(page).toEqual([
      {
        ...{ key: 'github:acme/app#12', ticket: 'github:Acme/App#12', title: 'One', labels: [], assignees: ['ada'], state: 'done' },
        // First seen done now: that is when it was, as far as is known.
        ...{ seen: new Date(store.clock.now).toISOString(), done: new Date(store.clock.now).toISOString() },
      },
    ]);
});
