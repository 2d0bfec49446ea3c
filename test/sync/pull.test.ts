// What is new comes in: the cursor with the data, what cannot be read aside, many removals asked about, an endpoint set back.
import { beforeEach, describe, expect, it } from 'vitest';
import { asides } from '../../lib/store/synced.ts';
import { dump, KEY, moves, START, tagDeed } from '../store/open.ts';
import { BOB, logOf, ME, setStage, type Stage, TEAM } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const deed = (set = {}, more = {}) => {
  const { team: _, ...rest } = tagDeed(set, more);
  return rest;
};
const tagged = (ticket: string) => ({ answer: moves(), seen: { id: ticket, title: 'T' }, deleted: false });
const numbered = (n: number): string => `github:acme/app#${n}`;
const place = () => stage.db.get('meta', 'sync') as Promise<{ after?: string; epoch: string }>;

describe('a page', () => {
  it('becomes rows of the local team, others’ under their own names, one’s own from elsewhere as one’s own', async () => {
    await stage.join();
    stage.bob(START, { set: tagged(KEY), key: KEY });
    stage.bob(START, { set: tagged(numbered(2)), key: numbered(2), person: ME, author: ME });
    expect(await stage.sync()).toBe('synced');
    const who = await stage.writer.identity();
    expect((await stage.db.getAll('tags')).map(({ team, person }) => [team, person]).toSorted()).toEqual(
      [BOB, who.person].map((person) => [who.team, person]).toSorted(),
    );
    await stage.writer.write([deed({}, { key: numbered(3) })]);
    const last = (await stage.db.getAll('ops')).find(({ key }) => key === numbered(3));
    expect((last?.hlc ?? '') > (logOf(stage)[0]?.hlc ?? 'g')).toBe(true);
  });

  it('says who did it where that is not whose it is', async () => {
    await stage.join();
    stage.bob(START, { set: tagged(KEY), key: KEY, person: ME, author: ME });
    stage.bob(START + 1, { set: { deleted: true }, key: KEY, person: ME, author: BOB });
    await stage.sync();
    const who = await stage.writer.identity();
    expect((await stage.db.getAll('ops')).map(({ person, author }) => [person, author])).toEqual([
      [who.person, undefined],
      [who.person, BOB],
    ]);
  });

  it('is stored with the cursor behind it, or neither is', async () => {
    await stage.join();
    stage.bob(START, { set: tagged(KEY), key: KEY });
    const before = await dump(stage.db);
    const page = { ops: logOf(stage), epoch: (await place()).epoch, head: 'h', next: 'n', more: false };
    const broken = {
      ...page,
      ops: [
        ...page.ops,
        Object.defineProperty({}, 'op', {
          enumerable: true,
          get: () => {
            throw new Error('no');
          },
        }),
      ],
    };
    await expect(stage.store.take(broken, undefined, { serverTime: START }, START)).rejects.toThrow('no');
    expect(await dump(stage.db)).toEqual(before);
    expect(await stage.store.take(page, undefined, { serverTime: START }, START)).toBe('taken');
    expect((await place()).after).toBe('n');
    // The same page again, by a worker that was slower.
    expect(await stage.store.take(page, undefined, { serverTime: START }, START)).toBe('elsewhere');
  });

  it('goes on where a worker died', async () => {
    await stage.join();
    for (let i = 1; i <= 20; i++) stage.bob(START + i, { set: tagged(numbered(i)), key: numbered(i) });
    let pages = 0;
    stage.between = ({ path }) => {
      if (path.startsWith('/v1/pull') && ++pages > 1) throw new Error('died');
      return undefined;
    };
    await stage.sync();
    expect(await stage.db.count('tags')).toBe(7);
    stage.between = () => undefined;
    stage.asked.length = 0;
    expect(await stage.sync()).toBe('synced');
    expect(stage.asked[0]?.path).toContain('after=');
    expect(await stage.db.count('tags')).toBe(20);
  });
});

describe('what cannot be read', () => {
  it('is put aside whole, the cursor goes on, and an update applies it', async () => {
    await stage.join();
    stage.bob(START, { set: { note: 'new', colour: 'red' }, schema: 2 });
    stage.bob(START + 1, { set: tagged(KEY), key: KEY });
    expect(await stage.sync()).toBe('synced');
    expect(await stage.state()).toMatchObject({ aside: 1 });
    expect(await asides(stage.db)).toMatchObject([{ way: 'in', code: 'newer', operation: { set: { note: 'new', colour: 'red' } } }]);
    stage.newest = 2;
    expect(await stage.sync()).toBe('synced');
    expect(await stage.state(), 'not before the version is another').toMatchObject({ aside: 1 });
    stage.version = '2';
    await stage.sync();
    expect(await stage.state()).toMatchObject({ aside: 0 });
    const [tag] = await stage.db.getAll('tags');
    expect(tag?.cells['colour']?.value ?? (await stage.db.getAll('gone'))[0]?.cells['colour']?.value).toBe('red');
  });

  it.each<[string, object]>([
    ['a key of no ticket', { key: 'nothing', set: { note: 'x' } }],
    ['an answer of another shape', { set: { answer: { kind: 'what' } } }],
    ['no fields', { set: {} }],
    ['a field that every object has', { set: JSON.parse('{"__proto__":{"polluted":1}}') }],
    ['a stamp that is none', { hlc: 'x' }],
    ['a record of a kind nobody knows here', { kind: 'record', key: 'poem/1', set: { record: { kind: 'poem' } } }],
  ])('%s: aside, and what comes after it is applied', async (_, more) => {
    await stage.join();
    stage.bob(START, more);
    stage.bob(START + 1, { set: tagged(numbered(2)), key: numbered(2) });
    expect(await stage.sync()).toBe('synced');
    expect(await stage.state()).toMatchObject({ aside: 1 });
    expect(await stage.db.count('tags')).toBe(1);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a pull that removes many tags', () => {
  const withTags = async (count: number): Promise<void> => {
    await stage.join();
    for (let i = 1; i <= count; i++) stage.bob(START + i, { set: tagged(numbered(i)), key: numbered(i) });
    await stage.sync();
    expect(await stage.db.count('tags')).toBe(count);
  };
  const remove = (from: number, to: number): void => {
    for (let i = from; i <= to; i++) stage.bob(START + 10_000 + i, { set: { deleted: true }, key: numbered(i) });
  };

  it('does not ask about a fifth', async () => {
    await withTags(60);
    remove(1, 12);
    expect(await stage.sync()).toBe('synced');
    expect(await stage.db.count('tags')).toBe(48);
  });

  it('pauses before it has removed more than a fifth, says how many, and still sends', async () => {
    await withTags(60);
    remove(1, 30);
    await stage.writer.write([deed({}, { key: numbered(99) })]);
    expect(await stage.sync()).toBe('paused');
    expect(await stage.db.count('tags')).toBeGreaterThanOrEqual(48);
    expect(await stage.state()).toMatchObject({ phase: 'paused', waiting: 0, paused: { of: 61, removes: 14 } });
    stage.asked.length = 0;
    expect(await stage.sync()).toBe('paused');
    expect(stage.asked.filter(({ path }) => path.startsWith('/v1/pull'))).toEqual([]);
  });

  it('goes on when it is told to', async () => {
    await withTags(60);
    remove(1, 30);
    await stage.sync();
    await stage.store.answer('apply');
    expect(await stage.sync()).toBe('synced');
    expect(await stage.db.count('tags')).toBe(30);
    // An answer is for one pull: the next asks again.
    remove(31, 55);
    expect(await stage.sync()).toBe('paused');
  });

  it('keeps them when it is told to, with the removals aside, and can be told otherwise later', async () => {
    await withTags(60);
    remove(1, 30);
    await stage.sync();
    await stage.store.answer('keep');
    expect(await stage.sync()).toBe('synced');
    const kept = await stage.db.count('tags');
    expect(kept).toBeGreaterThanOrEqual(48);
    const { aside } = await stage.state();
    expect(aside).toBe(kept - 30);
    await stage.store.retry('all');
    expect(await stage.db.count('tags')).toBe(30);
    expect(await stage.state()).toMatchObject({ aside: 0 });
  });

  it('is not meant where the first sync reads what was given and taken back long ago', async () => {
    for (let i = 1; i <= 60; i++) stage.bob(START + i, { set: tagged(numbered(i)), key: numbered(i) });
    remove(1, 50);
    await stage.join();
    expect(await stage.sync()).toBe('synced');
    expect(await stage.db.count('tags')).toBe(10);
  });
});

describe('an endpoint that was set back', () => {
  it('gets everything of one’s own again, and nothing is removed here because it is missing there', async () => {
    await stage.join();
    await stage.writer.write([deed()]);
    stage.bob(START, { set: tagged(numbered(7)), key: numbered(7) });
    await stage.sync();
    stage.endpoint.backUp(TEAM);
    await stage.writer.write([deed({}, { key: numbered(2) })]);
    stage.bob(START + 1, { set: tagged(numbered(8)), key: numbered(8) });
    await stage.sync();
    stage.endpoint.restore(TEAM);
    expect(logOf(stage)).toHaveLength(2);
    expect(await stage.sync()).toBe('synced');
    expect(logOf(stage).map(({ key }) => key)).toEqual([numbered(7), KEY, numbered(2)]);
    expect(await stage.db.count('tags')).toBe(4);
    expect(await stage.state()).toMatchObject({ waiting: 0, refused: 0 });
    const ids = new Set(stage.asked.flatMap(({ body }) => body?.ops?.map(({ op }) => op) ?? []));
    expect(ids.size).toBe(2);
  });

  it('is noticed by the epoch of a reply as well', async () => {
    await stage.join();
    await stage.writer.write([deed()]);
    await stage.sync();
    stage.endpoint.team(TEAM).epoch = 'e-00000000000000ff';
    stage.endpoint.team(TEAM).log.length = 0;
    await stage.writer.write([deed({}, { key: numbered(2) })]);
    expect(await stage.sync()).toBe('synced');
    expect(logOf(stage)).toHaveLength(2);
    expect((await place()).epoch).toBe('e-00000000000000ff');
  });
});
