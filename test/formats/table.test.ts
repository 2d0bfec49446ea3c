// Rows out of text: quotes, separators, line ends, limits; and bytes that are no text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, MOST_BYTES } from '../../lib/formats/decode.ts';
import { guessSeparator, MOST_COLUMNS, MOST_ROWS, parseTable, SEPARATORS } from '../../lib/formats/table.ts';
import { finish } from './readings-stage.ts';

const parsed = (text: string, separator?: (typeof SEPARATORS)[number]) => finish(parseTable(text, separator));
const cellsOf = (text: string, separator?: (typeof SEPARATORS)[number]): unknown => {
  const read = parsed(text, separator);
  return read.ok ? read.table.rows.map(({ cells }) => cells) : `${read.why} ${read.line}`;
};
const decoded = (bytes: Uint8Array): unknown => {
  const read = finish(decode(bytes));
  return read.ok ? [read.encoding, read.text] : read.why;
};

describe('cells', () => {
  it.each<[text: string, rows: unknown]>([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"a,b",c', [['a,b', 'c']]],
    [
      '"a\r\nb",c\nd,e',
      [
        ['a\r\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['"say ""hi""",c', [['say "hi"', 'c']]],
    ['"",c', [['', 'c']]],
    ['a, "b, c" ,d', [['a', 'b, c ', 'd']]],
    ['a"b,c"d', [['a"b', 'c"d']]],
    ['"a"b,c', [['ab', 'c']]],
    ['\uFEFF"a",b', [['a', 'b']]],
    ['sep=;\r\na;b,c', [['a', 'b,c']]],
    ['"sep=,"\na,b', [['a', 'b']]],
    ['a,b\n"c,d', 'open-quote 2'],
    ['', 'empty 1'],
    ['\n , \n', 'empty 1'],
  ])('%j', (text, rows) => expect(cellsOf(text)).toEqual(rows));

  it('come back as they were written, by any separator and line end', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', ' ', 'a', '1', '\uFEFF') }));
    // A row without anything in it is no row.
    const row = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => ['x', ...cells]);
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1 }),
        fc.constantFrom(...SEPARATORS),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, separator, end) => {
          const text = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator)).join(end);
          expect(cellsOf(text, separator)).toEqual(rows);
        },
      ),
    );
  });

  it('are numbered as a spreadsheet numbers rows: empty ones count, line breaks in a cell do not', () => {
    const read = parsed('a,b\n\n"x\ny\nz",1\n,\nc,d\n');
    expect(read.ok && read.table.rows.map(({ number }) => number)).toEqual([1, 3, 5]);
  });
});

describe('the separator', () => {
  it.each([
    ['a,b\n1,2\n3,4', ','],
    ['a;b\n1,5;2,5\n3,5;4,5', ';'],
    ['Tag;Wert\n1;2,5', ';'],
    ['a\tb\n1,5\t2,5\n3;1\t4,5', '\t'],
    ['a|b\n1|2', '|'],
    ['"a;b;c",d\n"e;f;g",h', ','],
    ['one column\n1\n2', ','],
    ['', ','],
    ['a,b\n"open', ','],
  ] as const)('of %j is %j', (text, separator) => expect(guessSeparator(text)).toBe(separator));
});

describe('limits', () => {
  const rows = (count: number): string => 'a,b\n' + '1,2\n'.repeat(count);

  it('reads 200,000 rows below the heading, and refuses one more', () => {
    const read = parsed(rows(MOST_ROWS));
    expect(read.ok && read.table.rows.length).toBe(MOST_ROWS + 1);
    expect(parsed(rows(MOST_ROWS + 1))).toEqual({ ok: false, why: 'too-many-rows', line: MOST_ROWS + 2 });
  });

  it('does not count rows without anything in them', () =>
    expect(parsed(`a,b\n${',\n'.repeat(MOST_ROWS + 5)}1,2`)).toMatchObject({ ok: true }));

  it('reads 200 columns, and refuses one more', () => {
    expect(parsed(`${'x,'.repeat(MOST_COLUMNS - 1)}x,,,`)).toMatchObject({ ok: true, table: { width: MOST_COLUMNS } });
    expect(cellsOf(`a\n${'x,'.repeat(MOST_COLUMNS)}x`)).toBe('too-many-columns 2');
  });

  it('reads a quote that is never closed once only', () => {
    const start = performance.now();
    expect(cellsOf(`a,b\n1,"${'x,1\n'.repeat(2_000_000)}`)).toBe('open-quote 2');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('bytes', () => {
  const bytes = (...all: number[]): Uint8Array => new Uint8Array(all);
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('are UTF-8 wherever they can be, and the mark is no part of the text', () => {
    expect(decoded(utf8('Größe 😀'))).toEqual(['utf-8', 'Größe 😀']);
    expect(decoded(utf8('\uFEFFa'))).toEqual(['utf-8', 'a']);
  });

  it('are Windows-1252 where they are not', () =>
    expect(decoded(bytes(0x47, 0x72, 0xf6, 0xdf, 0x65, 0x80))).toEqual(['windows-1252', 'Größe€']));

  it('are UTF-16 by their mark only, and whole', () => {
    expect(decoded(bytes(0xff, 0xfe, 0x61, 0, 0x3d, 0xd8, 0, 0xde))).toEqual(['utf-16le', 'a😀']);
    expect(decoded(bytes(0xfe, 0xff, 0, 0x61))).toEqual(['utf-16be', 'a']);
    expect(decoded(bytes(0xff, 0xfe, 0x3d, 0xd8))).toBe('not-text');
    expect(decoded(bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0))).toBe('not-text');
  });

  it('keep a letter whole that lies across two pieces', () => {
    const text = 'x'.repeat(999_999) + 'ö' + 'y'.repeat(10);
    expect(decoded(utf8(text))).toEqual(['utf-8', text]);
  });

  it('may be 25 MB and no more', () => {
    expect(decoded(new Uint8Array(MOST_BYTES).fill(0x61))).toHaveLength(2);
    expect(decoded(new Uint8Array(MOST_BYTES + 1).fill(0x61))).toBe('too-large');
  });
});
