// Taking a team's data out for good, drafts, and what the pages read.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  answerCount,
  changeMark,
  counts,
  draftOf,
  latestReading,
  neverHere,
  ownTag,
  readingsOf,
  tagPages,
  tagsByAge,
} from '../../lib/store/read.ts';
import type { Framework } from '../../lib/model/framework.ts';
import type { TagRow } from '../../lib/store/db.ts';
import { FRAMEWORK } from '../messages/examples.ts';
import { dump, freshStore, KEY, other, readingDeed, START, type Store, tagDeed, TICKET } from './open.ts';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

describe('forgetTeam', () => {
  const everything = (team: string) => [
    tagDeed({}, { team }),
    tagDeed({ deleted: true }, { team, key: 'github:acme/app#99' }),
    { request: `framework-${team}`, team, kind: 'framework' as const, key: 'planner', set: { framework: FRAMEWORK, deleted: false } },
    readingDeed('planner/activation/2026-11-22', 3, { team }),
  ];

  it('leaves nothing of that team, and every other team as it was', async () => {
    const { db, writer } = store;
    // Names that begin alike, or sort right before and after.
    for (const team of ['t', 't-', 't-11', 't-2', 'u']) await writer.write(everything(team));
    const before = await dump(db);
    await writer.write(everything('t-1'));
    const { meta } = await dump(db);
    await writer.forgetTeam('t-1');
    const others = (meta as [unknown, unknown][]).filter(([key]) => !(Array.isArray(key) && key[1] === 't-1'));
    expect(others).toHaveLength(meta.length - 2);
    expect(await dump(db)).toEqual({ ...before, meta: others });
    expect(before).toMatchObject({ gone: { length: 5 }, tags: { length: 5 }, ops: { length: 20 } });
  });

  it('of a team nobody knows changes nothing', async () => {
    await store.writer.write(everything('t-1'));
    const before = await dump(store.db);
    await store.writer.forgetTeam('nobody');
    expect(await dump(store.db)).toEqual(before);
  });
});

describe('drafts', () => {
  it('are kept by ticket without regard to case, newest only, and can be dropped', async () => {
    const { db, writer } = store;
    await writer.keepDraft(TICKET, 'one');
    await writer.keepDraft(KEY, 'two');
    expect(await db.getAll('drafts')).toEqual([{ ticket: KEY, draft: 'two', at: new Date(START).toISOString() }]);
    expect(await draftOf(db, TICKET.toUpperCase())).toBe('two');
    await writer.keepDraft(TICKET, undefined);
    expect(await draftOf(db, TICKET)).toBeUndefined();
  });

  it('go with the save of their ticket and of no other', async () => {
    const { db, writer } = store;
    await writer.keepDraft(TICKET, 'mine');
    await writer.keepDraft(`${TICKET}3`, 'another');
    await writer.write([tagDeed()], { dropDraft: TICKET });
    expect((await db.getAll('drafts')).map(({ draft }) => draft)).toEqual(['another']);
    await writer.write([tagDeed()]);
    expect(await db.count('drafts')).toBe(1);
  });
});

describe('reading', () => {
  it('finds this person’s tag under this team only', async () => {
    const { db, writer } = store;
    expect(await ownTag(db, TICKET, 't-1')).toBeUndefined();
    await writer.write([tagDeed()]);
    expect(await ownTag(db, TICKET.toUpperCase(), 't-1')).toMatchObject({ ticket: KEY });
    expect(await ownTag(db, TICKET, 't-2')).toBeUndefined();
    const row = await ownTag(db, TICKET, 't-1');
    if (row) await db.put('tags', { ...row, person: 'p-other', ticket: 'github:acme/app#13' });
    expect(await ownTag(db, 'github:acme/app#13', 't-1')).toBeUndefined();
  });

  it('gives readings by metric, oldest first, and the latest of one', async () => {
    const { db, writer } = store;
    const keys = ['planner/a/2026-11-22', 'planner/a/2026-11-08', 'planner/a/2026-11-15', 'planner/ab/2026-12-01', 'planner2/a/2026-12-02'];
    await writer.write(keys.map((key, i) => readingDeed(key, i)));
    await writer.write([readingDeed('planner/a/2027-01-01', 9, { team: 't-2' })]);
    const found = await readingsOf(db, 't-1', { id: 'planner' } as Framework);
    expect([...found.keys()]).toEqual(['a', 'ab']);
    expect(found.get('a')?.map(({ date }) => date)).toEqual(['2026-11-08', '2026-11-15', '2026-11-22']);
    const latest = (metric: string, today: string) => latestReading(db, 't-1', 'planner', metric, today);
    expect(await latest('a', '2026-12-31')).toMatchObject({ date: '2026-11-22', value: 0 });
    expect(await latest('b', '2026-12-31')).toBeUndefined();
    // One of a day to come is a forecast, or a slip of the pen.
    expect((await latest('a', '2026-11-21'))?.date).toBe('2026-11-15');
    expect((await latest('a', '2026-11-15'))?.date).toBe('2026-11-15');
    expect(await latest('a', '2026-11-07')).toBeUndefined();
  });

  it('gives tags newest first, and pages of any size without loss', async () => {
    const { db, writer } = store;
    await writer.write(Array.from({ length: 7 }, (_, i) => tagDeed({}, { key: `github:acme/app#${i}`, at: START - ((i * 3) % 7) * 1000 })));
    await writer.write([tagDeed({ answer: other() }, { team: 't-2' })]);
    const ages = (await tagsByAge(db)).map(({ at }) => at);
    expect(ages).toEqual(ages.toSorted().toReversed());
    for (const size of [1, 3, 4, 8, 200]) {
      const pages: TagRow[][] = [];
      for await (const page of tagPages(db, size)) pages.push(page);
      expect(new Set(pages.flat().map(({ team, ticket }) => team + ticket)).size, `${size}`).toBe(8);
      expect(pages.flat()).toHaveLength(8);
      expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(size);
    }
    expect(await counts(db)).toEqual({ tags: 8, frameworks: 0, readings: 0, ops: 8, drafts: 0 });
  });

  it('counts the answers given under one of two frameworks of a team', async () => {
    const { db, writer } = store;
    const framework = (id: string) => ({
      request: `make-${id}`,
      team: 't-1',
      kind: 'framework' as const,
      key: id,
      set: { framework: { ...FRAMEWORK, id } },
    });
    const under = (id: string, n: number) => tagDeed({ answer: { ...other(), framework: id } }, { key: `github:acme/app#${n}` });
    await writer.write([framework('f'), under('f', 1), under('f', 2), tagDeed({}, { team: 't-2' })]);
    expect(await answerCount(db, { team: 't-1', id: 'f' })).toBe(2);
    await writer.write([framework('g'), under('g', 3)]);
    expect(await answerCount(db, { team: 't-1', id: 'f' })).toBe(2);
    expect(await answerCount(db, { team: 't-1', id: 'g' })).toBe(1);
  });

  it('says "never" nowhere at first, and marks every change', async () => {
    const { db, writer } = store;
    expect(await neverHere(db)).toEqual([]);
    const marks = [await changeMark(db, '2026-11-22')];
    for (const change of [
      () => writer.write([tagDeed()]),
      () => writer.write([tagDeed({ answer: other() })]),
      () => writer.setMeta('never', ['github:a/b']),
      () => writer.forgetTeam('t-1'),
    ]) {
      await change();
      marks.push(await changeMark(db, '2026-11-22'));
    }
    expect(new Set(marks).size).toBe(marks.length);
    await writer.keepDraft(TICKET, 'x');
    expect(await changeMark(db, '2026-11-22')).toBe(marks.at(-1));
  });
});
