// Our reader of JSON against the browser's, and what the browser's lets pass.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Limits, lineOf, placesOf, readJson } from '../../lib/formats/json-text.ts';

const LIMITS: Limits = { deepest: 8, values: 100_000 };
const read = (text: string, limits = LIMITS) => readJson(text, limits);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('readJson', () => {
  it('reads what JSON.parse reads, as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2, '\t', '\r\n '), (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        const found = readJson(`\uFEFF ${text}\n`, LIMITS);
        expect(found.ok && plain(found.value)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses, and only that', () => {
    const sign = fc.constantFrom(
      ...'{}[]:,"\\ \n0123.-+eE',
      'true',
      'null',
      'nul',
      '"a"',
      '"b":',
      '\\u00e9',
      '1e9',
      '01',
      '/*',
      "'",
      '\u00a0',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const text = signs.join('');
        let whole: unknown;
        let fine = true;
        try {
          whole = JSON.parse(text);
        } catch {
          fine = false;
        }
        const found = read(text);
        if (!found.ok && found.fault.code === 'repeated-key') return;
        expect(found.ok, text).toBe(fine);
        if (found.ok) expect(plain(found.value)).toEqual(plain(whole));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['', 0, 'value', ''],
    ['{"a": 1,}', 8, 'no-comma', '}'],
    ['[1 2]', 3, 'comma', '2'],
    ['{"a": 1 "b": 2}', 8, 'comma', '"b"'],
    ['{a: 1}', 1, 'key', 'a'],
    ['{"a" 1}', 5, 'colon', '1'],
    ['{} {}', 3, 'end', '{'],
    ['// why\n{}', 0, 'value', '/'],
    ['["two\nlines"]', 1, 'text', '"two'],
    ['["open', 1, 'text', '"open'],
    ['[NaN]', 1, 'value', 'NaN'],
    ['[,]', 1, 'value', ','],
    ['[1', 2, 'comma', ''],
  ])('%j: says where it stopped, what it wanted and what stands there', (text, at, wanted, found) => {
    expect(read(text)).toEqual({ ok: false, at, fault: { code: 'not-json', wanted, found } });
  });

  it('refuses a key that is there twice, at any depth, and says which', () => {
    expect(read('{"a": 1, "b": [{"a": 1, "c": 2, "a": 1}]}')).toEqual({
      ok: false,
      at: 32,
      fault: { code: 'repeated-key', path: ['b', 0, 'a'] },
    });
    expect(read('{"a": 1, "\\u0061": 2}')).toMatchObject({ fault: { code: 'repeated-key', path: ['a'] } });
    expect(read('{"__proto__": 1, "__proto__": 2}')).toMatchObject({ fault: { code: 'repeated-key', path: ['__proto__'] } });
    expect(read('{"toString": 1, "constructor": 2}').ok).toBe(true);
  });

  it('takes __proto__ for a name like any other', () => {
    const found = read('{"__proto__": {"polluted": 1}}');
    const value = found.ok ? (found.value as Record<string, unknown>) : {};
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(value['polluted']).toBeUndefined();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('stops at its limits, and in time', () => {
    const deep = (n: number): string => '['.repeat(n) + ']'.repeat(n);
    expect(read(deep(8)).ok).toBe(true);
    expect(read(deep(9))).toMatchObject({ ok: false, at: 8, fault: { code: 'too-deep', most: 8 } });
    expect(read('['.repeat(5_000_000))).toMatchObject({ fault: { code: 'too-deep' } });
    expect(read('{"a":'.repeat(1_000_000))).toMatchObject({ fault: { code: 'too-deep' } });
    expect(read('[1,2]', { deepest: 8, values: 3 }).ok).toBe(true);
    expect(read('[1,2,3]', { deepest: 8, values: 3 })).toMatchObject({ fault: { code: 'too-many-values', most: 3 } });
    expect(read(`[${'1,'.repeat(1_000_000)}1]`)).toMatchObject({ fault: { code: 'too-many-values' } });
    const start = performance.now();
    for (const text of ['9'.repeat(5e6), `"${'\\'.repeat(5e6)}`, `"${'\\"'.repeat(2e6)}`, `"${'a'.repeat(5e6)}"`, ' '.repeat(5e6)])
      read(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('places', () => {
  const TEXT = '{\n  "a": [\n    { "b": 1 },\n    { "b": 2, "c": {} }\n  ]\n}';

  it('counts lines and columns from 1', () => {
    expect(lineOf(TEXT, 0)).toEqual({ line: 1, column: 1 });
    expect(lineOf(TEXT, TEXT.indexOf('"a"'))).toEqual({ line: 2, column: 3 });
    expect(lineOf(TEXT, TEXT.length)).toEqual({ line: 6, column: 2 });
  });

  it('finds keys, items, and the nearest thing around what is missing', () => {
    const found = placesOf(TEXT, LIMITS, [['a', 1, 'b'], ['a', 1], ['a', 1, 'x', 'y'], ['a', 1, 'c', 'd'], ['z'], []]);
    expect(found.map((at) => TEXT.slice(at, at + 8))).toEqual([
      '"b": 2, ',
      '{ "b": 2',
      '{ "b": 2',
      '"c": {} ',
      TEXT.slice(0, 8),
      TEXT.slice(0, 8),
    ]);
  });
});
