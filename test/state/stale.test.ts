// Estimates that are stale, and what confirming one or giving it anew stores: dated today, and taken back as old as it was.
import { beforeEach, describe, expect, it } from 'vitest';
import '../components/popup-words.ts';
import type { Answer, Tag } from '../../lib/model/tag.ts';
import { saveFramework } from '../../lib/requests/framework.ts';
import { saveTags, undoTags } from '../../lib/requests/many-tags.ts';
import { saveTag } from '../../lib/requests/tags.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { basisOf } from '../../lib/state/basis.ts';
import { rowOf } from '../../lib/state/ranking.ts';
import { staleReasons } from '../../lib/state/stale.ts';
import { confirmed, reestimated, staleRows } from '../../lib/state/stale-rows.ts';
import { ownTag } from '../../lib/store/read.ts';
import { freshStore, request, type Store } from '../store/open.ts';

const framework = { ...sampleFramework('2026-11-22'), id: 'mine', sample: false };
const basis = basisOf({ team: 'team', framework }, new Map());
const moves = (low: number, high: number): Answer => ({
  ...{ kind: 'effects', framework: 'mine', version: 1 },
  effects: [{ input: 'activation', low, high, chance: 1, text: `${low}..${high}` }],
});
const given = (at: string, answer: Answer = moves(2, 5)): Tag => ({
  ...{ team: 'team', ticket: 'github:a/b#1', shown: 'github:A/b#1', person: 'me', title: 'One', answer, at },
});
const readings = new Map([
  [
    'activation',
    [
      { date: '2026-06-01', value: 26 },
      { date: '2026-10-01', value: 29 },
      { date: '2026-11-20', value: 32 },
      { date: '2026-12-24', value: 90 },
    ],
  ],
]);
const since = { readings, today: '2026-11-22', oldAfter: 90 };

describe('an estimate', () => {
  const why = (tag: Tag, more: Partial<typeof since> = {}) =>
    staleReasons(tag, undefined, { ...since, ...more }).map((reason) => reason.why);
  it('stands while it is young and its input is where it was', () => expect(why(given('2026-11-01T00:00:00.000Z'))).toEqual([]));
  it('is old after the days set, not on the last of them', () => {
    expect(why(given('2026-08-24T00:00:00.000Z', moves(5, 20)))).toEqual([]);
    expect(why(given('2026-08-23T00:00:00.000Z', moves(5, 20)))).toEqual(['old']);
    expect(why(given('2026-11-01T00:00:00.000Z'), { oldAfter: 20 })).toEqual(['old']);
  });
  it('has lost its ground when the input moved by more than the ticket was to move it', () => {
    const [moved] = staleReasons(given('2026-09-01T00:00:00.000Z'), undefined, since);
    expect(moved).toEqual({ why: 'moved', input: 'activation', from: 26, to: 32 });
    expect(why(given('2026-09-01T00:00:00.000Z', moves(2, 6)))).toEqual([]);
    expect(why(given('2026-09-01T00:00:00.000Z', moves(-7, -1)))).toEqual([]);
    expect(why(given('2026-10-01T00:00:00.000Z', moves(1, 2.9)))).toEqual(['moved']);
  });
  it('says nothing of an input that nobody read, nor of other work', () => {
    expect(why(given('2026-05-01T00:00:00.000Z'), { oldAfter: 1000 })).toEqual([]);
    expect(why(given('2020-01-01T00:00:00.000Z', { kind: 'not-north-star', reason: 'debt', framework: 'mine', version: 1 }))).toEqual([]);
  });
  it('is listed, the oldest first, while its ticket is open', () => {
    const row = (at: string, ticket: string) => rowOf({ ...given(at), ticket, shown: ticket }, basis, new Set(['mine']));
    const rows = [row('2026-06-10T00:00:00.000Z', 'github:a/b#1'), row('2026-06-02T00:00:00.000Z', 'github:a/b#2')];
    const closed = { ...row('2026-06-01T00:00:00.000Z', 'github:a/b#3'), group: 'closed' } as const;
    const steps = staleRows([...rows, closed], basis, new Map(), since);
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(step.value.map(({ row: { tag } }) => tag.ticket)).toEqual(['github:a/b#2', 'github:a/b#1']);
  });
});

describe('what is stored', () => {
  let store: Store;
  const NOW = '2026-11-22T09:00:00.000Z';
  const own = async (): Promise<Tag> => {
    const tag = await ownTag(store.db, 'github:A/b#1', 'team');
    if (!tag) throw new Error('no tag');
    return tag;
  };
  const give = async (tags: Parameters<typeof saveTags>[2]['tags']): Promise<[string, number | undefined]> => {
    const name = request();
    store.clock.now = Date.parse(NOW);
    return [name, await saveTags(store.db, store.writer, { request: name, team: 'team', tags })];
  };
  beforeEach(async () => {
    store = await freshStore();
    store.clock.now = Date.parse('2026-06-01T08:00:00.000Z');
    await saveFramework(store.db, store.writer, { request: request(), team: 'team', framework });
    await saveTag(store.db, store.writer, {
      request: request(),
      team: 'team',
      ticket: 'github:A/b#1',
      title: 'One',
      answer: moves(2, 5),
      note: 'why',
      effort: 3,
    });
  });

  it('by a confirmation is the same answer, dated now, and as old as it was once taken back', async () => {
    const before = await own();
    const [name, count] = await give([confirmed(before, 1, NOW)]);
    expect(count).toBe(1);
    expect(await own()).toMatchObject({ answer: moves(2, 5), at: NOW, note: 'why', effort: 3, shown: 'github:A/b#1' });
    expect(await undoTags(store.db, store.writer, { request: request(), team: 'team', of: name })).toBe(1);
    expect((await own()).at).toBe(before.at);
    expect((await own()).answer).toEqual(before.answer);
  });
  it('by a confirmation stands under the framework as it is', async () => {
    await give([confirmed(await own(), 4, NOW)]);
    expect((await own()).answer).toMatchObject({ version: 4, effects: [{ low: 2, high: 5 }] });
  });
  it('twice makes one operation', async () => {
    const tag = confirmed(await own(), 1, NOW);
    await give([tag]);
    expect((await give([tag]))[1]).toBe(0);
  });
  it('anew is the estimate typed, in its words', async () => {
    const tag = reestimated(await own(), ['+1..3 80%'], basis.inputs, 2, NOW);
    await give(tag ? [tag] : []);
    expect(await own()).toMatchObject({
      at: NOW,
      note: 'why',
      answer: { version: 2, effects: [{ low: 1, high: 3, chance: 0.8, text: '+1..3 80%' }] },
    });
  });
  it('is nothing where a text is no estimate', async () => {
    expect(reestimated(await own(), ['soon'], basis.inputs, 2, NOW)).toBeUndefined();
    expect(reestimated(await own(), [], basis.inputs, 2, NOW)).toBeUndefined();
  });
});
