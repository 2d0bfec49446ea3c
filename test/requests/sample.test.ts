// The sample data: coherent in itself, loaded whole, and taken away without a trace.
import { beforeEach, describe, expect, it } from 'vitest';
import { impactOfAnswer } from '../../lib/phrases/answer.ts';
import { parseEffect } from '../../lib/impact/typed.ts';
import { Framework } from '../../lib/model/framework.ts';
import type { Operation } from '../../lib/model/operation.ts';
import { Reading } from '../../lib/model/reading.ts';
import { Answer, Remarks } from '../../lib/model/tag.ts';
import { covers, placeOf, ticketKey, ticketUrl } from '../../lib/model/ticket.ts';
import { question } from '../../lib/requests/question.ts';
import { loadSample, removeSample } from '../../lib/requests/sample.ts';
import { saveTag, undoOperation } from '../../lib/requests/tags.ts';
import { SAMPLE_TAGS } from '../../lib/sample/tags.ts';
import { SAMPLE_TEAM, sampleFramework } from '../../lib/sample/planner.ts';
import { sampleReadings } from '../../lib/sample/readings.ts';
import { statusOf } from '../../lib/state/status.ts';
import { ticketAt } from '../../lib/trackers/addresses.ts';
import { dump, freshStore, tagDeed, type Store } from '../store/open.ts';
import { addFramework, saveOf } from './stage.ts';

const TODAY = '2026-11-22';
const DAY = 86_400_000;
let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

describe('the sample', () => {
  const framework = sampleFramework(TODAY);
  const inputs = framework.metrics.filter(({ role }) => role === 'input');

  it('is a framework by the schema, marked as a sample, the same every time', () => {
    expect(Framework.parse(framework)).toEqual(framework);
    expect(framework.sample).toBe(true);
    expect(sampleFramework(TODAY)).toEqual(framework);
    for (const { baseline, target, stretch } of framework.metrics) {
      expect(baseline && target && Date.parse(target.date) - Date.parse(baseline.date)).toBe(90 * DAY);
      expect(stretch?.date).toBe(target?.date);
      expect(Date.parse(target?.date ?? '')).toBeGreaterThan(Date.parse(TODAY));
    }
  });

  it.each(['2026-11-22', '2024-02-29', '2027-01-01'])('has weekly readings of half a year that end on %s', (today) => {
    const readings = sampleReadings(today);
    expect(sampleReadings(today)).toEqual(readings);
    for (const { id } of sampleFramework(today).metrics) {
      const dates = readings.filter(({ metric }) => metric === id).map(({ date }) => Date.parse(date));
      expect(dates.length, id).toBeGreaterThanOrEqual(25);
      expect(new Set(dates.slice(1).map((date, i) => (date - (dates[i] ?? 0)) / DAY)), id).toEqual(new Set([7]));
      const age = (Date.parse(today) - (dates.at(-1) ?? 0)) / DAY;
      // One input is late on purpose, so that "stale" can be seen.
      expect(age, id).toBe(id === 'templates' ? 11 : 0);
    }
    for (const { metric, date, value } of readings)
      expect(() => Reading.parse({ framework: framework.id, metric, date, value, source: 'sample' })).not.toThrow();
    expect(new Set(readings.map(({ metric }) => metric))).toEqual(new Set(framework.metrics.map(({ id }) => id)));
  });

  it.each(['2026-11-22', '2024-02-29'])('stands on %s as it is meant to', (today) => {
    const readings = Map.groupBy(
      sampleReadings(today).map((one) => ({ ...one, source: 'sample' as const })),
      ({ metric }) => metric,
    );
    const { northStar, inputs } = statusOf({ team: SAMPLE_TEAM, framework: sampleFramework(today) }, readings, today);
    expect([northStar, ...inputs].map(({ metric, verdict }) => [metric.id, verdict.word])).toEqual([
      ['weekly-active-teams', 'winning'],
      ['activation', 'winning'],
      ['templates', 'unknown'],
      ['collaboration', 'losing'],
      ['completion', 'winning'],
    ]);
  });

  // A line as flat as a ruler beside a climb of six weeks is no data that anybody has seen.
  it.each(framework.metrics)('$id scatters before its baseline as weekly data does', ({ id, baseline, target }) => {
    const quiet = sampleReadings(TODAY).filter(({ metric, date }) => metric === id && date < (baseline?.date ?? ''));
    const values = quiet.map(({ value }) => value);
    const reach = (Math.max(...values) - Math.min(...values)) / ((target?.value ?? 0) - (baseline?.value ?? 0));
    expect(reach).toBeGreaterThan(0.12);
    expect(reach).toBeLessThan(0.6);
    expect(values.reduce((a, b) => a + b, 0) / values.length / (baseline?.value ?? 0)).toBeCloseTo(1, 1);
  });

  it.each(SAMPLE_TAGS.map((tag) => [tag.ticket, tag] as const))('%s is a sound answer on a ticket the framework claims', (ticket, tag) => {
    const { answer, effort, evidence, note, title, daysAgo } = tag;
    expect(Answer.parse(answer)).toEqual(answer);
    expect(Remarks.safeParse({ effort, evidence, note }).success).toBe(true);
    expect(ticketAt(ticketUrl(ticket) ?? '')).toBe(ticket);
    expect(framework.claims.some((claim) => covers(claim, placeOf(ticket)))).toBe(true);
    expect([title.length > 0, daysAgo > 0, answer.framework, answer.version]).toEqual([true, true, framework.id, framework.version]);
    if (answer.kind !== 'effects') return;
    for (const { input, text, low, high, chance } of answer.effects) {
      const about = inputs.find(({ id }) => id === input);
      if (!about) throw new Error(`no input ${input}`);
      // Editing starts from the text: it must mean what is stored.
      const current = sampleReadings(TODAY).findLast(({ metric }) => metric === input)?.value;
      const typed = parseEffect(text, { ...about, ...(current === undefined ? {} : { current }) });
      expect(typed.ok && typed.effect, text).toEqual({ low, high, chance });
    }
    expect(impactOfAnswer(answer, { northStar: framework.metrics[0] as never, inputs })).toBeDefined();
  });

  it('answers no ticket twice and leaves the three open that the demo asks about', () => {
    const keys = SAMPLE_TAGS.map(({ ticket }) => ticketKey(ticket));
    expect(new Set(keys).size).toBe(keys.length);
    for (const open of ['github:azimuth-sample/planner#1842', 'jira:azimuth-sample.atlassian.net/pln-214', 'linear:azimuth-sample/pln-88'])
      expect(keys).not.toContain(open);
  });
});

describe('loading and removing', () => {
  const framework = sampleFramework(TODAY);

  it('leaves a working question, all readings and all answers, as old as they say', async () => {
    await loadSample(store.writer, TODAY);
    expect(await question(store.db, 'github:azimuth-sample/planner#1842', TODAY)).toMatchObject({
      state: 'ask',
      framework: { sample: true },
      northStar: { current: 6840 },
    });
    const { tags, readings, frameworks, gone } = await dump(store.db);
    expect([tags.length, readings.length, frameworks.length, gone.length]).toEqual([
      SAMPLE_TAGS.length,
      sampleReadings(TODAY).length,
      1,
      0,
    ]);
    for (const { ticket, daysAgo, answer } of SAMPLE_TAGS)
      expect(tags).toContainEqual(
        expect.objectContaining({ shown: ticket, answer, at: new Date(Date.parse(TODAY) - daysAgo * DAY).toISOString() }),
      );
  });

  it('twice starts it afresh: nothing double, and what was changed is as at first', async () => {
    const view = async () => {
      const { tags, readings, frameworks, ops } = await dump(store.db);
      const bare = (rows: unknown[]) => (rows as object[]).map((row) => ({ ...row, cells: undefined, at: undefined }));
      return [bare(tags), bare(readings), bare(frameworks), ops.length];
    };
    await loadSample(store.writer, TODAY);
    const first = await view();
    await saveTag(store.db, store.writer, saveOf({ team: SAMPLE_TEAM, ticket: 'github:azimuth-sample/planner#1842' }));
    await store.writer.write([tagDeed({ deleted: true }, { team: SAMPLE_TEAM, key: 'github:azimuth-sample/planner#1790' })]);
    await loadSample(store.writer, TODAY);
    expect(await view()).toEqual(first);
  });

  it('again shows what was removed, or taken back, of the first', async () => {
    await loadSample(store.writer, TODAY);
    const { ops } = await dump(store.db);
    const remove = (kind: 'framework' | 'reading', key: string) =>
      store.writer.write([{ request: `remove-${key}`, team: SAMPLE_TEAM, kind, key, set: { deleted: true } }]);
    await remove('framework', framework.id);
    await remove('reading', `${framework.id}/activation/${TODAY}`);
    const [first] = (ops as Operation[]).filter(({ kind, key }) => kind === 'reading' && key.endsWith(`completion/${TODAY}`));
    await undoOperation(store.db, store.writer, { request: 'undo-0001', team: SAMPLE_TEAM, op: first?.op ?? '' });
    expect([await store.db.count('frameworks'), await store.db.count('readings')]).toEqual([0, sampleReadings(TODAY).length - 2]);
    await loadSample(store.writer, TODAY);
    expect([await store.db.count('frameworks'), await store.db.count('readings')]).toEqual([1, sampleReadings(TODAY).length]);
  });

  it('removes all of the sample and nothing else', async () => {
    await addFramework(store);
    await store.writer.write([tagDeed()]);
    const before = await dump(store.db);
    await loadSample(store.writer, TODAY);
    await saveTag(store.db, store.writer, saveOf({ team: SAMPLE_TEAM, ticket: 'github:azimuth-sample/planner#1842' }));
    await removeSample(store.writer);
    const after = await dump(store.db);
    expect(JSON.stringify({ ...after, meta: [] })).not.toContain(`"${SAMPLE_TEAM}"`);
    expect({ ...after, meta: [] }).toEqual({ ...before, meta: [] });
  });
});
