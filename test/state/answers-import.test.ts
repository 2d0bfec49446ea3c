// An import of answers from text to store and back, over a real store: what is shown, what is sent, what is given up.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BUSY } from '../busy.ts';
import type { Done } from '../../lib/ask.ts';
import { csv } from '../../lib/formats/csv.ts';
import type { Format } from '../../lib/formats/format.ts';
import { json } from '../../lib/formats/json.ts';
import { storedKey, type StoredAnswer } from '../../lib/formats/answers-plan.ts';
import { FORMAT, type Estimate } from '../../lib/formats/estimates.ts';
import { saveRecords } from '../../lib/requests/many-records.ts';
import { saveTags, undoTags } from '../../lib/requests/many-tags.ts';
import { createAnswersImport } from '../../lib/state/answers-import.ts';
import type { AnswersVerbs } from '../../lib/state/answers-steps.ts';
import { createImports } from '../../lib/state/import-kind.ts';
import { createImport } from '../../lib/state/import.ts';
import { CHUNK } from '../../lib/state/import-store.ts';
import { importsOf } from '../../lib/store/imports.ts';
import type { Budget, Decision, View } from '../../lib/model/record.ts';
import { tsv } from '../../lib/formats/tsv.ts';
import { openSource } from '../../lib/state/export.ts';
import { at, HOME, NOW } from '../formats/answers-stage.ts';
import { joined, contextOf } from '../formats/written.ts';
import { FRAMEWORK } from '../messages/examples.ts';
import { addFramework, TEAM } from '../requests/stage.ts';
import { dump, freshStore, request, type Store } from '../store/open.ts';

let store: Store;
const star = FRAMEWORK.metrics.filter(({ role }) => role === 'north-star');
const addPlanner = () =>
  addFramework(store, {
    id: 'planner',
    metrics: [...star, ...HOME.inputs],
    formula: undefined,
    multipliers: undefined,
  });
beforeEach(async () => {
  store = await freshStore();
  await addPlanner();
});

function open(more: Partial<AnswersVerbs> = {}) {
  const id = request();
  const send = vi.fn<ReturnType<AnswersVerbs['target']>['send']>(async (name, rows): Promise<Done> => {
    const records = rows.flatMap((row) => ('record' in row ? [{ key: row.key, record: row.record }] : []));
    const tags = rows.flatMap((row) => ('tag' in row ? [row.tag] : []));
    if (records.length > 0) {
      const stored = await saveRecords(store.db, store.writer, { request: name, part: id, team: TEAM, file: 'a.json', records });
      return stored === undefined ? { state: 'refused', why: 'not-allowed' } : { state: 'done', count: stored };
    }
    const count = await saveTags(store.db, store.writer, { request: name, part: id, team: TEAM, file: 'a.json', tags });
    return count === undefined ? { state: 'refused', why: 'not-allowed' } : { state: 'done', count };
  });
  const takeBack = vi.fn(
    async (of: string): Promise<Done> => ({
      state: 'done',
      count: await undoTags(store.db, store.writer, { request: request(), team: TEAM, of }),
    }),
  );
  const answers = createAnswersImport({
    ...{ homes: async () => [{ ...HOME, team: TEAM }], sites: () => [], ticketAt: at, now: () => NOW, changed: vi.fn() },
    stored: async () => {
      const all = await store.db.getAll('tags');
      return new Map(
        all.map((tag): [string, StoredAnswer] => [
          storedKey(tag.team, tag.ticket),
          {
            ...{ answer: tag.answer, at: tag.at, ...(tag.note ? { note: tag.note } : {}), ...(tag.effort ? { effort: tag.effort } : {}) },
            ...(tag.evidence ? { evidence: tag.evidence } : {}),
          },
        ]),
      );
    },
    records: async () => store.db.getAll('records'),
    target: () => ({ id, send, takeBack }),
    ...more,
  });
  const readings = createImport({
    ...{ metrics: () => [], prefer: () => undefined, today: () => '2026-11-22', stored: async () => new Map() },
    ...{ target: () => ({ id: 'readings-a', send: vi.fn(), takeBack: vi.fn() }), changed: vi.fn() },
  });
  return { imports: createImports(readings, answers), answers, send, takeBack };
}
type Opened = ReturnType<typeof open>;

const estimate = (n: number, more: Partial<Estimate> = {}): Estimate => ({
  ...{ ticket: `github:Acme/App#${n}`, title: `Ticket ${n}`, at: '2026-05-01T00:00:00.000Z', person: 'me', note: 'why', effort: 3 },
  answer: {
    kind: 'effects',
    effects: [{ input: 'activation', low: 2, high: 6, chance: 1, text: '+2..6pp' }],
    framework: 'planner',
    version: 1,
  },
  ...more,
});
const fileOf = (estimates: readonly Estimate[]): string => JSON.stringify({ format: FORMAT, frameworks: [], estimates });
const many = (count: number): string => fileOf(Array.from({ length: count }, (_, i) => estimate(i + 1)));
const checked = (opened: Opened) => {
  const step = opened.answers.step.value;
  if (step.at !== 'check') throw new Error(JSON.stringify(step));
  return step.outcome;
};
const storing = (opened: Opened) => {
  const step = opened.answers.step.value;
  if (step.at !== 'store') throw new Error(step.at);
  return step.store.state.value;
};
/** As it would be written by a format. */
const written = async (format: Format): Promise<string> => {
  const source = await openSource(store.db, { find: '', sample: true }, new Date(NOW));
  const context = contextOf({ ...source, generator: { name: 'Azimuth', version: '0' }, exportedAt: NOW });
  return (await joined(format.write(source.rows(), context))).toString('utf8');
};
const exported = (): Promise<string> => written(json);

const DECISION: Decision = {
  ...{ kind: 'decision', framework: 'planner', version: 1, words: '=1+1', who: 'Product', at: '2026-05-02T00:00:00.000Z' },
  tickets: [{ ticket: 'github:Acme/App#1', title: 'One', mean: 3, low: 1, high: 5 }],
};
const BUDGET: Budget = { kind: 'budget', framework: 'planner', quarter: '2026-Q4', share: 0.2, reasons: { debt: 0.1 } };
const VIEW: View = { kind: 'view', framework: 'planner', name: 'Mine', query: 'find=mine' };

describe('decisions, budgets and views of a file of ours', () => {
  const keep = async (): Promise<void> => {
    const records = [
      { key: 'decision/one', record: DECISION },
      { key: 'budget/planner/2026-Q4', record: BUDGET },
      { key: 'view/one', record: VIEW },
    ];
    await saveRecords(store.db, store.writer, { request: request(), team: TEAM, file: '', records });
  };
  const kinds = (opened: Opened): string[] => checked(opened).records.map(({ kind, record }) => `${kind} ${record.kind}`);
  const rowsHere = async () => (await store.db.getAll('records')).map(({ key, record }) => [key, record]);

  it('come back as they were, are known again, and are taken back with the answers, also when the page is gone', async () => {
    const first = open();
    await first.imports.readText(many(2));
    await first.answers.store();
    await keep();
    const [text, kept] = [await exported(), await rowsHere()];
    store = await freshStore();
    await addPlanner();
    const before = await dump(store.db);
    const second = open();
    await second.imports.readText(text);
    expect(kinds(second)).toEqual(['new decision', 'new budget', 'new view']);
    expect(await dump(store.db)).toEqual(before);
    await second.answers.store();
    expect(storing(second)).toMatchObject({ at: 'stored', total: 5, stored: 5 });
    expect(await rowsHere()).toEqual(kept);
    expect(await exported()).toBe(text);
    const third = open();
    await third.imports.readText(text);
    expect(kinds(third)).toEqual(['same decision', 'same budget', 'same view']);
    const [one] = await importsOf(store.db, TEAM, 'planner', 9);
    expect(one).toMatchObject({ kind: 'entries', rows: 5, undoable: true });
    for (const of of one?.open ?? []) await third.takeBack(of);
    expect(await rowsHere()).toEqual([]);
    expect(await store.db.getAll('tags')).toEqual([]);
    expect((await importsOf(store.db, TEAM, 'planner', 9))[0]).toMatchObject({ undoable: false, left: 0 });
  });

  it('are known again without their keys, and replace what is here only where that is older, or somebody says so', async () => {
    await keep();
    const { quarter, share, ...rest } = BUDGET;
    const fileAt = (exportedAt: string): string =>
      JSON.stringify({
        ...{ format: FORMAT, exportedAt, frameworks: [], estimates: [], decisions: [DECISION, { ...DECISION, words: 'Other' }] },
        ...{
          budgets: [{ ...rest, quarter, share: 0.5 }],
          views: [
            { ...VIEW, query: 'find=yours' },
            { ...VIEW, name: '' },
          ],
        },
      });
    const old = open();
    await old.imports.readText(fileAt('2020-01-01T00:00:00.000Z'));
    expect(kinds(old)).toEqual(['same decision', 'new decision', 'older budget', 'older view']);
    expect(checked(old).faults.map(({ what, field }) => [what, field])).toEqual([['invalid', 'name']]);
    await old.answers.choose({ replace: true });
    expect(kinds(old)).toEqual(['same decision', 'new decision', 'changed budget', 'changed view']);
    await old.answers.store();
    expect(await store.db.get('records', [TEAM, 'budget/planner/2026-Q4'])).toMatchObject({ record: { share: 0.5 } });
    await old.answers.undo();
    expect(await store.db.get('records', [TEAM, 'budget/planner/2026-Q4'])).toMatchObject({ record: { share } });
    expect(await store.db.getAll('records')).toHaveLength(3);
  });

  it('of a framework that is not here are kept out, and go where somebody says', async () => {
    const text = JSON.stringify({ format: FORMAT, frameworks: [], estimates: [], views: [{ ...VIEW, framework: 'far' }] });
    const opened = open();
    await opened.imports.readText(text);
    expect(checked(opened).faults.map(({ what, text: said }) => [what, said])).toEqual([['no-framework', 'far']]);
    await opened.answers.choose({ homes: new Map([['far', 'planner']]) });
    expect(checked(opened).records).toMatchObject([{ kind: 'new', record: { framework: 'planner', name: 'Mine' } }]);
  });
});

describe('a table of ours', () => {
  const rows = [
    estimate(1, { title: '=cmd|x', note: "two\nlines, '-1", evidence: 'test' }),
    estimate(2, {
      answer: {
        ...{ kind: 'effects', framework: 'planner', version: 1 },
        effects: [
          { input: 'activation', low: -2.5, mid: 0.125, high: 6, chance: 0.35, text: 'minus 2.5 to 6' },
          { input: 'invites', low: 100, high: 2000, chance: 1, text: '100..2k' },
        ],
      },
    }),
    estimate(3, { answer: { kind: 'not-north-star', reason: 'debt', framework: 'planner', version: 1 } }),
  ];
  /** What the columns carry. */
  const carried = async () =>
    (await store.db.getAll('tags')).map(({ shown, title, note, effort, evidence, at: when, answer }) => ({
      ...{ shown, title, note, effort, evidence, when },
      answer:
        answer.kind === 'effects'
          ? answer.effects.map(({ input, low, mid, high, chance }) => [input, low, mid, high, chance])
          : answer.reason,
    }));

  it.each([
    ['CSV', csv],
    ['TSV', tsv],
  ])('goes out as %s and comes back into an empty place: the same answers, and nothing is asked', async (_, format) => {
    const first = open();
    await first.imports.readText(fileOf(rows));
    await first.answers.store();
    const [before, text] = [await carried(), await written(format)];
    const again = open();
    await again.imports.readText(text);
    // Also what was typed: the numbers are still those of the words.
    expect(checked(again).changes.map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
    store = await freshStore();
    await addPlanner();
    const second = open();
    await second.imports.readText(text);
    expect(second.imports.kind.value).toBe('answers');
    expect(second.answers.source.value).not.toHaveProperty('table');
    expect(checked(second).faults).toEqual([]);
    await second.answers.store();
    expect(await carried()).toEqual(before);
    const [, two] = await store.db.getAll('tags');
    // Words that say just these numbers, so that editing starts from them.
    expect(two?.answer).toMatchObject({ effects: [{ text: '-2.5..0.125..6pp 35%' }, { text: '+100..2000' }] });
    expect(await written(format)).toBe(text);
  });

  it('takes what a spreadsheet made of it: moved and missing columns, decimal commas, its own days; and says what it does not read', async () => {
    const head = 'Title\tTicket\tAnswer\tInput 1\tLow 1\tHigh 1\tChance 1\tAnswered\tMine';
    const line = (n: number, low: string, day: string): string => `T\tgithub:Acme/App#${n}\teffects\tActivation\t${low}\t6\t0,8\t${day}\tx`;
    const opened = open();
    await opened.imports.readText(
      [head, line(1, '2,5', '20.11.2026 08:05'), line(2, 'two', '20.11.2026 08:05'), line(3, '9', '1.5.26 8:05')].join('\n'),
    );
    const { changes, faults } = checked(opened);
    expect(changes.map(({ tag }) => [tag.answer, tag.at])).toMatchObject([
      [{ framework: 'planner', effects: [{ input: 'activation', low: 2.5, high: 6, chance: 0.8 }] }, '2026-11-20T08:05:00.000Z'],
    ]);
    expect(faults.map(({ row, field, what }) => [row, field, what])).toEqual([
      [3, 'Low 1', 'not-a-number'],
      [4, 'Low 1', 'not-an-effect'],
    ]);
  });

  it('is taken apart only where it is one: a sheet of another tool is asked about', async () => {
    const opened = open();
    await opened.imports.readText('Ticket\tImpact\tConfidence\tEffort\ngithub:Acme/App#1\t3\t80%\t2');
    expect(opened.answers.step.value.at).toBe('columns');
  });
});

describe('a file of ours', () => {
  it('goes out and comes back into an empty place as it was: days, notes, efforts', async () => {
    const first = open();
    await first.imports.readText(many(7));
    await first.answers.store();
    const text = await exported();
    store = await freshStore();
    await addPlanner();
    const second = open();
    await second.imports.readText(text);
    expect(checked(second).faults).toEqual([]);
    await second.answers.store();
    expect(await exported()).toBe(text);
    expect((await store.db.getAll('tags'))[0]).toMatchObject({ at: '2026-05-01T00:00:00.000Z', note: 'why', effort: 3 });
    const third = open();
    await third.imports.readText(text);
    expect(checked(third).changes.map(({ kind }) => kind)).toEqual(Array(7).fill('same'));
  });

  it('changes nothing before it is confirmed, and is taken back whole, also when the page is gone', async () => {
    const opened = open();
    const before = await dump(store.db);
    await opened.imports.readText(many(3));
    expect(opened.imports.kind.value).toBe('answers');
    expect(await dump(store.db)).toEqual(before);
    await opened.answers.store();
    expect(storing(opened)).toMatchObject({ at: 'stored', stored: 3 });
    const [listed] = await importsOf(store.db, TEAM, 'any', 10);
    expect(listed).toMatchObject({ kind: 'answers', file: 'a.json', rows: 3, undoable: true, left: 0 });
    await undoTags(store.db, store.writer, { request: request(), team: TEAM, of: listed?.open[0] ?? '' });
    expect(await store.db.count('tags')).toBe(0);
    expect((await importsOf(store.db, TEAM, 'any', 10))[0]).toMatchObject({ open: [], undoable: false, left: 0 });
  });

  it('says what was changed since and stays', async () => {
    const opened = open();
    await opened.imports.readText(many(2));
    await opened.answers.store();
    const [tag] = await store.db.getAll('tags');
    if (!tag) throw new Error('no tag');
    const own = { ...estimate(1), answer: { kind: 'not-north-star' as const, reason: 'debt' as const, framework: 'planner', version: 1 } };
    await saveTags(store.db, store.writer, { request: request(), team: TEAM, tags: [{ ...own, at: undefined, note: 'mine', effort: 1 }] });
    await opened.answers.undo();
    expect(storing(opened)).toMatchObject({ at: 'undone', left: 1 });
    expect((await store.db.getAll('tags')).map(({ shown }) => shown)).toEqual(['github:Acme/App#1']);
  });

  it('stops between two chunks, says so, goes on from there', async () => {
    const opened = open();
    await opened.imports.readText(many(2 * CHUNK + 1));
    const real = opened.send.getMockImplementation();
    opened.send.mockImplementationOnce(async (...given) => {
      opened.answers.cancel();
      return real ? real(...given) : { state: 'done' };
    });
    await opened.answers.store();
    expect(storing(opened)).toEqual({ at: 'stopped', total: 2 * CHUNK + 1, stored: CHUNK });
    expect(await store.db.count('tags')).toBe(CHUNK);
    await opened.answers.goOn();
    expect(storing(opened)).toMatchObject({ at: 'stored' });
    expect(await store.db.count('tags')).toBe(2 * CHUNK + 1);
  });

  it('is put under a framework here where somebody says so, and left out before', async () => {
    const opened = open();
    const answer = { ...estimate(1).answer, framework: 'gone' };
    await opened.imports.readText(fileOf([estimate(1, { answer })]));
    expect(checked(opened).faults.map(({ what, text }) => [what, text])).toEqual([['no-framework', 'gone']]);
    await opened.answers.choose({ homes: new Map([['gone', 'planner']]) });
    expect(checked(opened).changes[0]?.tag.answer).toMatchObject({ framework: 'planner', version: HOME.version });
  });

  it('is refused with what to do about it, and given up without a trace', async () => {
    const opened = open();
    await opened.imports.readText('{"format":"azimuth-framework/v1"}');
    expect(opened.answers.step.value).toMatchObject({ at: 'begin', refused: { why: 'framework-file' } });
    const arrayBuffer = vi.fn();
    await opened.imports.readFile({ name: 'big.json', size: 25_000_001, arrayBuffer });
    expect(opened.answers.step.value).toMatchObject({ at: 'begin', refused: { why: 'too-large', name: 'big.json' } });
    expect(arrayBuffer).not.toHaveBeenCalled();
    const reading = opened.imports.readText(many(30_000));
    await vi.waitFor(() => expect(opened.answers.step.value).toMatchObject({ at: 'reading', share: expect.any(Number) }), BUSY);
    opened.answers.cancel();
    await reading;
    expect([opened.answers.step.value, opened.answers.source.value]).toEqual([{ at: 'begin' }, undefined]);
  });
});

describe('a sheet', () => {
  const RICE = 'Feature,Ticket,Reach,Impact,Confidence,Effort\nTour,PLN-12,500,3,80%,2\nHelp,PLN-13,90,0.5,50%,1';

  it('is known by its columns, asked about, and read; what its rows had besides stays', async () => {
    const opened = open();
    await opened.imports.readText(RICE);
    expect([opened.imports.kind.value, opened.answers.step.value.at]).toEqual(['answers', 'columns']);
    expect(opened.answers.questions.value).toEqual(['input']);
    await opened.answers.check();
    expect(opened.answers.step.value.at).toBe('columns');
    const { mapping } = opened.answers;
    if (!mapping.value) throw new Error('no mapping');
    await opened.answers.map({ ...mapping.value, input: 'activation' });
    await opened.answers.check();
    expect(checked(opened).changes.map(({ tag }) => tag.ticket)).toEqual([
      'jira:acme.atlassian.net/PLN-12',
      'jira:acme.atlassian.net/PLN-13',
    ]);
    await opened.answers.store();
    expect((await store.db.getAll('tags')).map(({ title, effort }) => [title, effort])).toEqual([
      ['Tour', 2],
      ['Help', 1],
    ]);
    opened.answers.reset();
    await opened.imports.readText(RICE.replaceAll(',Effort', ',').replace(',80%,2', ',90%,').replace(',50%,1', ',50%,'));
    if (!mapping.value) throw new Error('no mapping');
    await opened.answers.map({ ...mapping.value, input: 'activation' });
    await opened.answers.check();
    expect(checked(opened).changes.map(({ kind, tag }) => [kind, tag.effort])).toEqual([
      ['changed', 2],
      ['same', 1],
    ]);
  });

  it('is turned to readings and back, and asked anew for another framework', async () => {
    let homes = [{ ...HOME, team: TEAM }];
    const opened = open({ homes: async () => homes });
    await opened.imports.readText(RICE);
    await opened.imports.turn('readings');
    expect([opened.imports.kind.value, opened.imports.readings.source.value?.text, opened.answers.step.value.at]).toEqual([
      'readings',
      RICE,
      'begin',
    ]);
    await opened.imports.turn('answers');
    expect([opened.imports.kind.value, opened.answers.source.value?.text]).toEqual(['answers', RICE]);
    homes = [{ ...HOME, team: TEAM, inputs: HOME.inputs.slice(0, 1) }];
    await opened.answers.retarget();
    expect([opened.answers.mapping.value?.input, opened.answers.questions.value]).toEqual(['activation', []]);
  });
});
