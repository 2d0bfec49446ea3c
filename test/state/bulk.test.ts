// One change to many answers: what it makes of each, and that one undo brings all of it back.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import '../components/popup-words.ts';
import type { OwnAsk } from '../../lib/messages.ts';
import { FROM_OWN_PAGE } from '../../lib/messages.ts';
import type { Answer, Tag } from '../../lib/model/tag.ts';
import { isKeep, keep } from '../../lib/requests/keep.ts';
import { saveFramework } from '../../lib/requests/framework.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { basisOf } from '../../lib/state/basis.ts';
import { prepared, sendAll, undoAll } from '../../lib/state/bulk.ts';
import { type BacklogRow, pieceRow } from '../../lib/state/ranking.ts';
import type { Db, TagRow } from '../../lib/store/db.ts';
import type { Writer } from '../../lib/store/write.ts';
import { freshStore } from '../components/dashboard/stored.ts';

vi.mock('../../lib/browser.ts', () => ({ browser: {} }));

const framework = { ...sampleFramework('2026-11-22'), id: 'mine', version: 3 };
const basis = basisOf({ team: 'team', framework }, new Map());
const moves = (low: number, high: number, under = 'mine'): Answer => ({
  ...{ kind: 'effects', framework: under, version: 1 },
  effects: [{ input: 'activation', low, high, chance: 1, text: '' }],
});
const tag = (n: number, more: Partial<Tag> = {}): Tag => ({
  ...{ team: 'team', ticket: `github:a/b#${n}`, person: 'me', shown: `github:A/b#${n}`, title: `Ticket ${n}`, answer: moves(1, n + 1) },
  ...{ at: '2026-11-01T00:00:00.000Z', ...more },
});
const row = (first: Tag, ...others: Tag[]): BacklogRow => pieceRow([first, ...others], basis, new Set(['mine']));
const hand = { team: 'team', person: 'me', framework: { id: 'mine', version: 3 } };

describe('what a change makes of an answer', () => {
  it('sets one field, and keeps all others', () => {
    const own = tag(1, { effort: 3, note: 'As told', evidence: 'test' });
    const { messages } = prepared([row(own)], { kind: 'effort', effort: 8 }, hand);
    expect(messages).toMatchObject([
      {
        ask: 'saveTags',
        tags: [{ ticket: 'github:A/b#1', title: 'Ticket 1', answer: own.answer, note: 'As told', effort: 8, evidence: 'test' }],
      },
    ]);
  });
  it('gives a new answer under the framework as it is now, and keeps the remarks', () => {
    const { messages } = prepared([row(tag(1, { effort: 3 }))], { kind: 'reason', reason: 'debt' }, hand);
    expect(messages[0]).toMatchObject({
      tags: [{ answer: { kind: 'not-north-star', reason: 'debt', framework: 'mine', version: 3 }, effort: 3 }],
    });
  });
  it('changes one’s own answer among others’, and leaves alone what one has not answered', () => {
    const shared = row(tag(1, { person: 'a' }), tag(1, { effort: 2 }));
    const theirs = row(tag(2, { person: 'a' }));
    const gone = row(tag(3, { answer: moves(1, 2, 'deleted') }));
    const effort = prepared([shared, theirs, gone], { kind: 'effort', effort: 5 }, hand);
    expect(effort).toMatchObject({ count: 1, skipped: 2 });
    expect(prepared([shared, theirs, gone], { kind: 'reason', reason: 'debt' }, hand)).toMatchObject({ count: 3, skipped: 0 });
    expect(prepared([shared, theirs], { kind: 'remove' }, hand)).toMatchObject({ count: 1, skipped: 1 });
  });
  it('goes out a thousand at a time, in messages that are let in', () => {
    const rows = Array.from({ length: 2300 }, (_, i) => row(tag(i + 1)));
    const { messages } = prepared(rows, { kind: 'evidence', evidence: 'users' }, hand);
    expect(messages.map((one) => (one.ask === 'saveTags' ? one.tags.length : 0))).toEqual([1000, 1000, 300]);
    for (const one of messages) expect(FROM_OWN_PAGE[one.ask].safeParse(one).success).toBe(true);
    for (const one of prepared(rows, { kind: 'remove' }, hand).messages) expect(FROM_OWN_PAGE[one.ask].safeParse(one).success).toBe(true);
  });
});

describe('a change to many, stored', () => {
  let db: Db;
  let writer: Writer;
  let mine: typeof hand;
  const send = async (message: OwnAsk) => {
    const parsed = FROM_OWN_PAGE[message.ask].parse(message);
    if (!isKeep(parsed)) throw new Error(message.ask);
    return keep(db, writer, parsed, '2026-11-22');
  };
  const rows = async (): Promise<BacklogRow[]> => ((await db.getAll('tags')) as TagRow[]).map((one) => row(one));
  const stored = async () =>
    ((await db.getAll('tags')) as TagRow[]).map(({ ticket, answer, effort, note }) => ({ ticket, answer, effort, note }));

  beforeEach(async () => {
    ({ db, writer } = await freshStore());
    const { team, person } = await writer.identity();
    await saveFramework(db, writer, { request: 'request-frame', team, framework: { ...framework, version: 1 } });
    mine = { team, person, framework: { id: 'mine', version: 1 } };
    const tags = Array.from({ length: 1200 }, (_, i) => ({ ticket: `github:a/b#${i + 1}`, title: `Ticket ${i}`, answer: moves(1, 2 + i) }));
    for (const part of [tags.slice(0, 1000), tags.slice(1000)])
      await send({
        ask: 'saveTags',
        request: `first-${part.length}`,
        team,
        tags: part.map((one, i) => ({ ...one, ...(i % 2 && { effort: 3, note: 'n' }) })),
      });
  });

  it.each([{ kind: 'effort', effort: 5 }, { kind: 'reason', reason: 'compliance' }, { kind: 'remove' }] as const)(
    'comes back whole with one undo: %j',
    async (change) => {
      const before = await stored();
      const shares: number[] = [];
      const { done, refused } = await sendAll(prepared(await rows(), change, mine).messages, send, (one) => shares.push(one));
      expect(refused).toBeUndefined();
      expect(shares).toEqual([0, 1]);
      const after = await stored();
      if (change.kind === 'remove') expect(after).toEqual([]);
      else expect(after.every((one) => (change.kind === 'effort' ? one.effort === 5 : one.answer.kind === 'not-north-star'))).toBe(true);
      await sendAll(undoAll(done), send);
      expect(await stored()).toEqual(before);
    },
  );

  it('ends at the first refusal, and knows what was done', async () => {
    const messages = prepared(await rows(), { kind: 'effort', effort: 5 }, mine).messages;
    let n = 0;
    const { done, refused } = await sendAll(messages, async (one) => (n++ ? { state: 'refused', why: 'disk-full' } : send(one)));
    expect([done.length, refused?.why]).toEqual([1, 'disk-full']);
    await sendAll(undoAll(done), send);
    expect((await stored()).filter(({ effort }) => effort === 5)).toEqual([]);
  });
});
