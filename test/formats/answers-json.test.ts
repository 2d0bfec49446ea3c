// Answers of a file of ours: whatever was written comes back, and whatever somebody made of it harms nothing but itself.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../lib/formats/answers-json.ts';
import { FORMAT } from '../../lib/formats/estimates.ts';
import { json } from '../../lib/formats/json.ts';
import { finished } from './answers-stage.ts';
import { estimates } from './estimates.ts';
import { writtenText } from './written.ts';

const read = (text: string) => finished(readAnswers(text));
const good = { ticket: 'github:Acme/App#12', title: 'A', at: '2026-11-01T00:00:00.000Z', person: 'me' };
const other = { kind: 'not-north-star', reason: 'debt', framework: 'planner', version: 1 };
const fileOf = (...rows: unknown[]): string =>
  `{"format":"${FORMAT}","frameworks":[],"estimates":[\n${rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join(',\n')}\n]}`;

const without = (from: object, ...keys: string[]): object =>
  Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));

describe('a file of ours', () => {
  it('comes back as it was written: ticket, title, answer, note, effort, evidence and day', async () => {
    await fc.assert(
      fc.asyncProperty(estimates, async (document) => {
        const own = { ...document, estimates: document.estimates.filter(({ sample }) => !sample) };
        const text = await writtenText(json, own);
        const found = read(text);
        const { decisions = [], budgets = [], views = [] } = own;
        if ([own.estimates, decisions, budgets, views].every(({ length }) => length === 0)) {
          expect(found).toMatchObject({ ok: false, why: 'empty' });
          return;
        }
        if (!found.ok) throw new Error(found.why);
        expect(found.answers.faults).toEqual([]);
        const back = found.answers.given.map((one) => without(one, 'row'));
        expect(back).toEqual(own.estimates.map((one) => without(one, 'gain', 'url', 'person', 'sample')));
        const records = found.answers.records.map(({ record, key }) => ({ ...record, ...(key && { key }) }));
        expect(records).toEqual([...decisions, ...budgets, ...views]);
        expect(found.answers.exportedAt).toBe(own.exportedAt);
        // Each by the line it stands in.
        const lines = text.split('\n');
        for (const { row, ticket } of found.answers.given) expect(lines[row - 1]).toContain(ticket);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps what is sound where something else is not, and says which line and field that is', () => {
    const found = read(
      fileOf(
        { ...good, answer: other },
        { ...good, answer: { ...other, reason: 'fun' } },
        '{"ticket": }',
        { ...good, ticket: 'github:nothing', answer: other },
        { ...good, answer: other, person: 'somebody' },
        { ...good, answer: other, sample: true },
        '{"__proto__": {"polluted": 1}, "ticket": "x", "ticket": "y"}',
        { ...good, answer: other, at: 'yesterday' },
      ),
    );
    if (!found.ok) throw new Error(found.why);
    expect(found.answers.given).toHaveLength(1);
    expect(found.answers.faults.map(({ row, field, what }) => [row, field, what])).toEqual([
      [3, 'answer.reason', 'invalid'],
      [4, '', 'not-json'],
      [5, 'ticket', 'not-a-ticket'],
      [6, 'person', 'other-person'],
      [7, 'sample', 'sample'],
      [8, '', 'not-json'],
      [9, 'at', 'invalid'],
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is refused whole where it is none, with the line', () => {
    const why = (text: string) => {
      const found = read(text);
      return found.ok ? 'ok' : [found.why, found.line];
    };
    expect(why('{"format":"azimuth-framework/v1","framework":{}}')).toEqual(['framework-file', 1]);
    expect(why('{"format":"azimuth-estimates/v2","estimates":[]}')).toEqual(['other-version', 1]);
    expect(why('{"estimates":[{}]}')).toEqual(['not-answers', 1]);
    expect(why('[1]')).toEqual(['not-json', 1]);
    expect(why(`{"format":"${FORMAT}"}`)).toEqual(['not-answers', 1]);
    expect(why(fileOf())).toEqual(['empty', 1]);
    expect(why(`${fileOf({ ...good, answer: other })}x`)).toEqual(['not-json', 3]);
    expect(why(fileOf('{"a": "b'))).toEqual(['not-json', 2]);
    expect(why(fileOf({ ...good, answer: other }).replace('"estimates":[', '"estimates":[[[[[[[[[[]]]]]]]]],'))).toEqual(['too-deep', 1]);
  });

  it('never throws, on any text or piece of one', () => {
    const whole = fileOf({ ...good, answer: other }, { ...good, answer: other });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.nat(whole.length).map((n) => whole.slice(0, n)),
        ),
        (text) => void read(text),
      ),
    );
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.string({ unit: 'binary', maxLength: 3 }),
        (at, piece) => void read(whole.slice(0, at) + piece + whole.slice(at)),
      ),
    );
  });

  it('takes 200,000 answers and no more', () => {
    const row = JSON.stringify({ ...good, answer: other });
    const rows = Array.from({ length: 200_000 }, () => row).join(',\n');
    const full = read(fileOf(rows));
    expect(full.ok && full.answers.given.length).toBe(200_000);
    expect(read(fileOf(rows, row))).toMatchObject({ ok: false, why: 'too-many-rows' });
  }, 60_000);
});
