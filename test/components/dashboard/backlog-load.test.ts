import { effect } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import '../popup-words.ts';
import { BUSY } from '../../busy.ts';
import type { Answer } from '../../../lib/model/tag.ts';
import type { Framework } from '../../../lib/model/framework.ts';
import { saveFramework } from '../../../lib/requests/framework.ts';
import { loadSample } from '../../../lib/requests/sample.ts';
import { saveTag, undoOperation } from '../../../lib/requests/tags.ts';
import { SAMPLE_TEAM, sampleFramework } from '../../../lib/sample/planner.ts';
import { SAMPLE_TAGS } from '../../../lib/sample/tags.ts';
import { repricingAccount } from '../../../lib/state/account.ts';
import type { Basis } from '../../../lib/state/basis.ts';
import type { Shift } from '../../../lib/state/past.ts';
import { type BacklogRow, shiftOfRow } from '../../../lib/state/ranking.ts';
import { versionsOf } from '../../../lib/store/versions.ts';
import { USUAL_VIEW } from '../../../lib/state/backlog-view.ts';
import { type Backlog, createBacklog } from '../../../lib/state/backlog.ts';
import { historyEntries } from '../../../lib/state/history.ts';
import { ownUnderSample } from '../../../lib/state/sample.ts';
import type { Db, TagRow } from '../../../lib/store/db.ts';
import { answerCount, changeMark, counts, frameworks, historyOf, tagPages } from '../../../lib/store/read.ts';
import type { Writer } from '../../../lib/store/write.ts';
import { freshStore } from './stored.ts';

const TODAY = '2026-11-22';
const FRAMEWORK = sampleFramework(TODAY).id;
const TICKET = 'github:azimuth-sample/planner#1842';
let db: Db;
let writer: Writer;

const moves = (low: number, high: number): Answer => ({
  kind: 'effects',
  effects: [{ input: 'activation', low, high, chance: 1, text: '' }],
  framework: FRAMEWORK,
  version: 1,
});
const save = (ticket: string, answer: Answer, request: string, more: { effort?: number; note?: string } = {}) =>
  saveTag(db, writer, { ticket, request, team: SAMPLE_TEAM, title: `Title of ${ticket}`, answer, ...more });
const row = async () => (await frameworks(db)).find(({ id }) => id === FRAMEWORK);
const tickets = (backlog: Backlog, group = 'ranked'): string[] =>
  backlog.groups.value.find((one) => one.group === group)?.rows.map(({ tag }) => tag.ticket) ?? [];

beforeEach(async () => {
  ({ db, writer } = await freshStore());
  await loadSample(writer, TODAY);
});

describe('the backlog as it is read', () => {
  it('ranks by gain, numbers the ranks, and sets other work apart', async () => {
    const backlog = createBacklog();
    expect(backlog.reading.value).toBe(0);
    await backlog.load(db, await row(), TODAY);
    expect(backlog.reading.value).toBeUndefined();
    expect(backlog.total.value).toBe(SAMPLE_TAGS.length);
    const [ranked, other] = backlog.groups.value;
    const means = ranked?.rows.map(({ gain }) => gain) ?? [];
    expect(means).toEqual(means.toSorted((a, b) => b - a));
    expect(ranked?.rows.map(({ rank }) => rank)).toEqual(means.map((_, i) => i + 1));
    expect(other?.rows.length).toBe(SAMPLE_TAGS.filter(({ answer }) => answer.kind === 'not-north-star').length);
    const [low, high] = backlog.span.value;
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(means[0] ?? 0);
  });

  it('knows the versions its answers were given under, and what the framework changed since', async () => {
    const answer = { ...moves(2, 5), version: 1 };
    await save(TICKET, answer, 'request-own');
    const framework = (await row())?.framework;
    if (!framework) throw new Error('no sample');
    const worth = (low: number, high: number): Framework => ({
      ...framework,
      metrics: framework.metrics.map((one) => (one.id === 'activation' ? { ...one, sensitivity: { low, high } } : one)),
      changes: [{ version: 2, date: TODAY, reason: 'Measured' }],
    });
    await saveFramework(db, writer, { request: 'request-v2', framework: worth(100, 100) });
    const backlog = createBacklog();
    await backlog.load(db, await row(), TODAY);
    expect([...backlog.past.value.keys()]).toEqual([1]);
    const basis = backlog.basis.value as Basis;
    const own = backlog.groups.value.flatMap(({ rows }) => rows).find(({ tag }) => tag.ticket === TICKET) as BacklogRow;
    const shift = shiftOfRow(own, basis, backlog.past.value) as Shift;
    expect(shift).toMatchObject({ before: { mean: 210 }, after: { mean: 350 }, past: { framework: { version: 1 } } });
    const told = repricingAccount(await versionsOf(db, SAMPLE_TEAM, FRAMEWORK), { row: own, basis, shift, today: TODAY });
    expect(told).toContain('Activation is worth 100 instead of 45 to 75. Reason given: “Measured”');
    await saveFramework(db, writer, { request: 'request-v3', framework: { ...worth(45, 75), name: 'As it was' } });
    await backlog.load(db, await row(), TODAY);
    const again = backlog.groups.value.flatMap(({ rows }) => rows).find(({ tag }) => tag.ticket === TICKET) as BacklogRow;
    expect(shiftOfRow(again, backlog.basis.value as Basis, backlog.past.value)).toBeUndefined();
  });

  it('keeps its ranks in another order, and under a filter', async () => {
    const backlog = createBacklog();
    await backlog.load(db, await row(), TODAY);
    const best = tickets(backlog)[0];
    backlog.view.value = { ...USUAL_VIEW, sort: { key: 'gain', order: 'asc' } };
    await vi.waitFor(() => expect(tickets(backlog).at(-1)).toBe(best), BUSY);
    expect(backlog.groups.value[0]?.rows.at(-1)?.rank).toBe(1);
    backlog.view.value = { ...USUAL_VIEW, find: 'compliance' };
    await vi.waitFor(() => expect(backlog.groups.value.map(({ group }) => group)).toEqual(['other']), BUSY);
    backlog.view.value = { ...USUAL_VIEW, find: 'no such thing' };
    await vi.waitFor(() => expect(backlog.groups.value).toEqual([]), BUSY);
    expect(backlog.total.value).toBe(SAMPLE_TAGS.length);
  });

  it('reads more than a page, each answer once', async () => {
    for (let i = 0; i < 450; i++) await save(`github:acme/app#${i}`, moves(1, 2), `request-${i}`);
    const seen: string[] = [];
    for await (const page of tagPages(db, 100)) seen.push(...page.map(({ ticket }) => ticket));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(450 + SAMPLE_TAGS.length);
    const backlog = createBacklog();
    await backlog.load(db, await row(), TODAY);
    expect(backlog.total.value).toBe(seen.length);
  });

  it(
    'shows the first rows while it reads on, and says that they are not all',
    async () => {
      const [template] = await db.getAll('tags', null, 1);
      const tx = db.transaction('tags', 'readwrite');
      for (let i = 0; i < 2500; i++) void tx.store.put({ ...(template as TagRow), ticket: `github:a/b#${i}`, shown: `github:a/b#${i}` });
      await tx.done;
      let clock = 0;
      const slow = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 201));
      const backlog = createBacklog();
      const seen: { partial: boolean; total: number; shown: number }[] = [];
      const stop = effect(() => {
        const shown = backlog.groups.value.reduce((sum, { rows }) => sum + rows.length, 0);
        seen.push({ partial: backlog.partial.value, total: backlog.total.value, shown });
      });
      await backlog.load(db, await row(), TODAY);
      slow.mockRestore();
      const all = SAMPLE_TAGS.length + 2500;
      const [first] = seen.filter(({ partial }) => partial);
      expect(first?.shown).toBe(first?.total);
      expect(first?.total).toBeGreaterThan(900);
      expect(first?.total).toBeLessThan(all);
      expect(seen.at(-1)).toEqual({ partial: false, total: all, shown: all });
      // What is there already stays until all of the new is.
      seen.length = 0;
      await backlog.load(db, await row(), TODAY);
      stop();
      expect(seen.every(({ partial, total }) => !partial && total === all)).toBe(true);
    },
    BUSY.timeout,
  );

  it('lets the later of two reads win', async () => {
    const backlog = createBacklog();
    const first = backlog.load(db, await row(), TODAY);
    const second = backlog.load(db, undefined, TODAY);
    await Promise.all([first, second]);
    expect(backlog.basis.value).toBeUndefined();
    expect(backlog.groups.value).toEqual([]);
  });

  it('shows answers whose framework is gone, and leaves out those of another', async () => {
    await save('github:acme/app#1', { ...moves(1, 2), framework: 'deleted' }, 'request-orphan');
    const other = { ...sampleFramework('2026-11-22'), id: 'second' };
    await writer.write([{ request: 'request-second', team: SAMPLE_TEAM, kind: 'framework', key: 'second', set: { framework: other } }]);
    await save('github:acme/app#2', { ...moves(1, 2), framework: 'second' }, 'request-other');
    const backlog = createBacklog();
    await backlog.load(db, await row(), TODAY);
    expect(tickets(backlog, 'orphan')).toEqual(['github:acme/app#1']);
    expect(backlog.groups.value.flatMap(({ rows }) => rows).some(({ tag }) => tag.ticket === 'github:acme/app#2')).toBe(false);
    expect(await answerCount(db, { team: SAMPLE_TEAM, id: 'second' })).toBe(1);
    expect(await answerCount(db, { team: SAMPLE_TEAM, id: FRAMEWORK })).toBe(SAMPLE_TAGS.length);
  });
});

describe('what was done to a ticket', () => {
  it('is told from what to what, newest first', async () => {
    await save(TICKET, moves(1, 2), 'request-1', { effort: 3 });
    await save(TICKET, moves(2, 5), 'request-2', { effort: 3, note: 'Tried it' });
    await save(TICKET, moves(2, 5), 'request-3');
    await undoOperation(db, writer, { request: 'request-4', team: SAMPLE_TEAM, op: 'request-3' });
    await writer.write([{ request: 'request-5', team: SAMPLE_TEAM, kind: 'tag', key: TICKET, set: { deleted: true } }]);
    await undoOperation(db, writer, { request: 'request-6', team: SAMPLE_TEAM, op: 'request-5' });
    const { device, person } = await writer.identity();
    const entries = historyEntries(await historyOf(db, { team: SAMPLE_TEAM, ticket: TICKET, person }), device);
    expect(entries.map(({ op, kind, fields }) => [op, kind, fields.join()])).toEqual([
      ['request-6', 'restored', ''],
      ['request-5', 'removed', ''],
      ['request-4', 'changed', 'effort,note'],
      ['request-3', 'changed', 'effort,note'],
      ['request-2', 'changed', 'answer,note'],
      ['request-1', 'answered', 'answer,effort'],
    ]);
    expect(entries[3]?.before).toEqual({ answer: moves(2, 5), effort: 3, note: 'Tried it' });
    expect(entries[3]?.after).toEqual({ answer: moves(2, 5) });
    expect(entries.every(({ here }) => here)).toBe(true);
    expect(historyEntries(await historyOf(db, { team: SAMPLE_TEAM, ticket: TICKET, person }), 'another').some(({ here }) => here)).toBe(
      false,
    );
    const times = entries.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });
});

describe('what is kept here', () => {
  it('knows the answers under the sample that are the user’s own', async () => {
    const all = async () => {
      const tags: TagRow[] = [];
      for await (const page of tagPages(db)) tags.push(...page);
      return tags;
    };
    expect(ownUnderSample(await all())).toEqual([]);
    await save(TICKET, moves(1, 2), 'request-1');
    const first = SAMPLE_TAGS.find(({ answer }) => answer.kind === 'effects');
    await save(first?.ticket ?? '', moves(1, 2), 'request-2');
    expect(
      ownUnderSample(await all())
        .map(({ ticket }) => ticket)
        .sort(),
    ).toEqual([TICKET, first?.ticket.toLowerCase()].sort());
  });

  it('counts, and notices every change', async () => {
    const before = await counts(db);
    const mark = await changeMark(db, TODAY);
    expect(await changeMark(db, TODAY)).toBe(mark);
    // Nothing was stored, and yet a reading is a day older.
    expect(await changeMark(db, '2026-11-23')).not.toBe(mark);
    await save(TICKET, moves(1, 2), 'request-1');
    expect(await counts(db)).toEqual({ ...before, tags: before.tags + 1, ops: before.ops + 1 });
    const saved = await changeMark(db, TODAY);
    expect(saved).not.toBe(mark);
    await writer.setMeta('never', ['github:a/b']);
    expect(await changeMark(db, TODAY)).not.toBe(saved);
    await writer.forgetTeam(SAMPLE_TEAM);
    expect((await counts(db)).tags).toBe(0);
  });
});
