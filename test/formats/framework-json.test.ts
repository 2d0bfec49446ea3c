// A framework's file: there and back without loss, the same text for the same content, and what is said of a wrong one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileProblem } from '../../lib/formats/file-problem.ts';
import { MOST_BYTES, readFramework, READING_ORDER, writeFramework } from '../../lib/formats/framework-json.ts';
import { Framework } from '../../lib/model/framework.ts';
import { barePlanner } from '../bare-planner.ts';
import { sampleReadings } from '../../lib/sample/readings.ts';
import { TEMPLATES } from '../../lib/templates/templates.ts';
import { framework, withReadings } from './frameworks.ts';

const SAMPLE = barePlanner('2026-11-22');
const READINGS = sampleReadings('2026-11-22').map((reading) => ({ framework: SAMPLE.id, source: 'sample' as const, ...reading }));
const TEXT = writeFramework(SAMPLE, READINGS);

const problems = (text: string): readonly FileProblem[] => {
  const read = readFramework(text);
  return read.ok ? read.notes : read.problems;
};
/** A file that is about to be made wrong. */
// oxlint-disable-next-line typescript/no-explicit-any
type Loose = Record<string, any>;
/** The sample's file with one thing changed in it. */
const changed = (change: (file: Loose) => void): string => {
  const file = JSON.parse(TEXT);
  change(file);
  return JSON.stringify(file, undefined, 2);
};
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, shuffled(one)]),
  );
};

describe('writeFramework', () => {
  it('is read back without loss', () => {
    fc.assert(
      fc.property(withReadings, ([of, readings]) => {
        expect(Framework.parse(of)).toStrictEqual(of);
        expect(readFramework(writeFramework(of, readings))).toStrictEqual({ ok: true, framework: of, readings, notes: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('is the same text for the same content', () => {
    fc.assert(
      fc.property(withReadings, ([of, readings]) => {
        const text = writeFramework(of, readings);
        expect(writeFramework(shuffled(of) as Framework, readings.toReversed())).toBe(text);
        const read = readFramework(JSON.stringify(shuffled(JSON.parse(text))));
        expect(read.ok && writeFramework(read.framework, read.readings)).toBe(text);
      }),
    );
  });

  it('is JSON, two spaces a step, a goal and a reading on one line each', () => {
    const lines = TEXT.split('\n');
    expect(lines.slice(0, 6)).toEqual([
      '{',
      '  "format": "azimuth-framework/v1",',
      '  "framework": {',
      '    "id": "sample-planner",',
      '    "name": "Planner",',
      '    "version": 1,',
    ]);
    expect(lines).toContain('        "target": { "value": 36, "date": "2027-01-09" },');
    expect(lines).toContain('        "sensitivity": { "low": 45, "high": 75 }');
    expect(lines).toContain('    { "metric": "activation", "date": "2026-11-22", "value": 32, "source": "sample" },');
    expect(lines.at(-1)).toBe('');
    expect(JSON.parse(TEXT)).toEqual({
      format: 'azimuth-framework/v1',
      framework: JSON.parse(JSON.stringify(SAMPLE)),
      readings: expect.objectContaining({ length: READINGS.length }),
    });
  });

  it('changes one line where one goal changes', () => {
    const after = structuredClone(SAMPLE);
    const target = after.metrics[1]?.target;
    if (target) target.value = 38;
    const [a, b] = [TEXT.split('\n'), writeFramework(after, READINGS).split('\n')];
    expect(a.length).toBe(b.length);
    expect(b.filter((line, i) => line !== a[i])).toEqual(['        "target": { "value": 38, "date": "2027-01-09" },']);
  });

  it('knows an order for every field there is, and leaves out what belongs to other frameworks', () => {
    expect(READING_ORDER.toSorted()).toEqual(Object.keys(Framework.shape).toSorted());
    const stranger = { ...READINGS[0], framework: 'other' } as (typeof READINGS)[number];
    expect(writeFramework(SAMPLE, [...READINGS, stranger])).toBe(TEXT);
    expect(writeFramework(SAMPLE)).not.toContain('readings');
  });

  it('writes what came from a newer place in the program without what is not of the format', () => {
    const stored = { ...SAMPLE, cells: { secret: 1 }, person: 'p-1' } as Framework;
    expect(writeFramework(stored, READINGS)).toBe(TEXT);
  });

  it('writes every template so that it can be read', () => {
    for (const template of TEMPLATES) {
      const of = template.framework('2026-11-22');
      expect(readFramework(writeFramework(of))).toStrictEqual({ ok: true, framework: of, readings: [], notes: [] });
    }
  });
});

describe('readFramework', () => {
  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readFramework(text)));
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const read = readFramework(JSON.stringify({ format: 'azimuth-framework/v1', framework: a, readings: b }));
        expect(read.ok).toBe(false);
        if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it('tells of every wrong field at once what it is and where, as far as anything can be put in place of it', () => {
    fc.assert(
      fc.property(framework, fc.nat(), fc.jsonValue({ maxDepth: 1 }), (of, at, junk) => {
        const file = { format: 'azimuth-framework/v1', framework: structuredClone(of) as Record<string, unknown> };
        const keys = Object.keys(file.framework);
        const key = keys[at % keys.length] ?? '';
        file.framework[key] = junk;
        const read = readFramework(JSON.stringify(file));
        if (read.ok) return;
        for (const { path, line } of read.problems) {
          expect(path).toMatch(new RegExp(`^framework\\.${key}`));
          expect(line).toBe(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('survives the way through a file, byte order mark and all', () => {
    expect(readFramework(`\uFEFF${TEXT.replaceAll('\n', '\r\n')}`)).toMatchObject({ ok: true, framework: SAMPLE, notes: [] });
  });

  it.each<[string, (file: Loose) => void, object]>([
    [
      'another format',
      (f) => (f['format'] = 'azimuth-estimates/v1'),
      { code: 'other-format', found: 'azimuth-estimates/v1', path: 'format', line: 2 },
    ],
    ['no format', (f) => delete f['format'], { code: 'other-format', found: undefined, path: 'format', line: 1 }],
    ['a newer format', (f) => (f['format'] = 'azimuth-framework/v2'), { code: 'newer-format', found: 'azimuth-framework/v2' }],
    ['no framework', (f) => delete f['framework'], { code: 'missing', key: 'framework', path: 'framework' }],
    ['a framework that is none', (f) => (f['framework'] = 3), { code: 'wrong-kind', wanted: 'object', found: 'number', path: 'framework' }],
    [
      'a missing name',
      (f) => delete f['framework'].metrics[1].name,
      { code: 'missing', key: 'name', path: 'framework.metrics[1].name', line: 32 },
    ],
    [
      'an unknown role',
      (f) => (f['framework'].metrics[1].role = 'inpt'),
      { code: 'not-one-of', found: 'inpt', path: 'framework.metrics[1].role' },
    ],
    [
      'a text for a number',
      (f) => (f['framework'].metrics[1].target.value = '36'),
      { code: 'wrong-kind', wanted: 'number', found: 'text' },
    ],
    ['half a week', (f) => (f['framework'].metrics[1].lag = 1.5), { code: 'wrong-kind', wanted: 'whole', found: 'number' }],
    ['a lag of years', (f) => (f['framework'].metrics[1].lag = 300), { code: 'too-high', bound: 104 }],
    ['no people', (f) => (f['framework'].people = 0), { code: 'too-low', bound: 1 }],
    ['a day that never was', (f) => (f['framework'].metrics[1].target.date = '2026-02-30'), { code: 'not-a-day' }],
    ['an id with a space', (f) => (f['framework'].metrics[1].id = 'new teams'), { code: 'not-an-id' }],
    [
      'a claim that is a link',
      (f) => (f['framework'].claims[2] = 'https://github.com/a/b'),
      { code: 'not-a-place', path: 'framework.claims[2]' },
    ],
    ['an empty name', (f) => (f['framework'].name = ' '), { code: 'empty', path: 'framework.name' }],
    ['a long name', (f) => (f['framework'].name = 'x'.repeat(81)), { code: 'too-long', most: 80 }],
    [
      '41 metrics',
      (f) => (f['framework'].metrics = Array.from({ length: 41 }, () => 0)),
      { code: 'too-many', most: 40, path: 'framework.metrics' },
    ],
    [
      'a reversed range',
      (f) => (f['framework'].metrics[1].sensitivity = { low: 2, high: 1 }),
      { code: 'reversed', path: 'framework.metrics[1].sensitivity' },
    ],
    ['no North Star', (f) => (f['framework'].metrics[0].role = 'outcome'), { code: 'north-stars', count: 0, path: 'framework.metrics' }],
    ['two North Stars', (f) => (f['framework'].metrics[2].role = 'north-star'), { code: 'north-stars', count: 2 }],
    [
      'two metrics of one id',
      (f) => (f['framework'].metrics[2].id = 'activation'),
      { code: 'same-id', id: 'activation', path: 'framework.metrics[2].id' },
    ],
    ['readings that are no list', (f) => (f['readings'] = {}), { code: 'wrong-kind', wanted: 'list', path: 'readings' }],
    ['a reading without a day', (f) => delete f['readings'][3].date, { code: 'missing', key: 'date', path: 'readings[3].date' }],
    [
      'two readings of one day',
      (f) => (f['readings'][3].date = f['readings'][2].date),
      { code: 'same-reading', metric: 'weekly-active-teams' },
    ],
  ])('tells of %s', (_, change, problem) => {
    const read = readFramework(changed(change));
    expect(read.ok).toBe(false);
    expect(problems(changed(change))).toEqual([expect.objectContaining(problem)]);
  });

  it('tells of everything at once, in the order of the file', () => {
    const text = changed((file) => {
      file['readings'][0].source = 'guess';
      file['framework'].metrics[4].kind = 'sum';
      file['framework'].nmae = 'Planner';
      delete file['framework'].name;
    });
    expect(problems(text).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'missing framework.name',
      'not-one-of framework.metrics[4].kind',
      'unknown-field framework.nmae',
      'not-one-of readings[0].source',
    ]);
    expect(problems(changed((file) => (file['readings'] = Array.from({ length: 9999 }, () => 0)))).length).toBe(50);
  });

  it('leaves out what it does not know, and says so', () => {
    const text = changed((file) => {
      file['made by'] = 'hand';
      file['framework'].metrics[1].colour = 'red';
      file['framework'].metrics[1].target.sure = true;
      Object.defineProperty(file['framework'], '__proto__', { value: { sample: false }, enumerable: true });
    });
    const read = readFramework(text);
    expect(read).toMatchObject({ ok: true, framework: SAMPLE });
    expect(problems(text).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknown-field framework.metrics[1].target.sure',
      'unknown-field framework.metrics[1].colour',
      'unknown-field framework.__proto__',
      'unknown-field ["made by"]',
    ]);
  });

  it('keeps readings of a metric that is gone, and says so once', () => {
    const text = changed((file) => file['readings'].push({ metric: 'gone', date: '2026-01-01', value: 1, source: 'typed' }));
    const again = text.replace(/"metric": "completion"/g, '"metric": "old"');
    expect(readFramework(text)).toMatchObject({ ok: true, readings: { length: READINGS.length + 1 } });
    expect(problems(again).map((one) => one.code === 'unknown-metric' && one.id)).toEqual(['old', 'gone']);
  });

  it('lets an editor say which schema it is', () => {
    expect(problems(changed((file) => (file['$schema'] = 'azimuth-framework-v1.json')))).toEqual([]);
  });

  it('refuses what is too large, too deep, doubled or no JSON, with the place', () => {
    expect(problems(' '.repeat(MOST_BYTES + 1))).toEqual([{ code: 'too-large', megabytes: 25, path: '', line: 1, column: 1 }]);
    expect(problems(TEXT.replace('"version": 1,', '"version": 1, "version": 2,'))).toEqual([
      { code: 'repeated-key', key: 'version', path: 'framework.version', line: 6, column: 19 },
    ]);
    expect(problems(TEXT.replace('"version": 1,', '"version": 1'))).toEqual([
      { code: 'not-json', wanted: 'comma', found: '"sample"', path: '', line: 7, column: 5 },
    ]);
    expect(problems('[[[[[[[[[]]]]]]]]]')).toEqual([{ code: 'too-deep', most: 8, path: '[0][0][0][0][0][0][0][0]', line: 1, column: 9 }]);
    expect(problems(TEXT.replace('"value": 36', '"value": 1e999'))).toEqual([expect.objectContaining({ code: 'endless' })]);
    expect(problems('')).toEqual([{ code: 'not-json', wanted: 'value', found: '', path: '', line: 1, column: 1 }]);
  });

  it('shows no more of a hostile key than is worth showing', () => {
    const [problem] = problems(`{"format": "azimuth-framework/v1", "framework": {"${'k'.repeat(1e6)}": 1}}`).filter(
      ({ code }) => code === 'unknown-field',
    );
    expect(problem?.path.length).toBeLessThan(80);
  });
});
