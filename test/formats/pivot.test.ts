// The pivot table's own XML: every part is there, is what the content types and the relations say, and names only what there is.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../lib/formats/estimates.ts';
import { xlsx } from '../../lib/formats/xlsx.ts';
import { DOCUMENT } from '../spreadsheet/document.ts';
import { HEAD, writtenBytes } from './written.ts';

const MIXED = {
  ...DOCUMENT,
  estimates: DOCUMENT.estimates.slice(0, 40).map((estimate, i): Estimate => {
    const { gain: _, ...rest } = estimate;
    const at = i % 2 ? '2026-03-31T23:59:59.999Z' : '2026-04-01T00:00:00.000Z';
    if (i % 4 > 0) return { ...estimate, at };
    return { ...rest, at, answer: { kind: 'not-north-star', reason: i % 8 ? 'debt' : 'other', framework: 'planner', version: 1 } };
  }),
};

type Files = Readonly<Record<string, string>>;
const opened = async (document: typeof DOCUMENT): Promise<Files> =>
  Object.fromEntries(Object.entries(unzipSync(await writtenBytes(xlsx, document))).map(([name, bytes]) => [name, strFromU8(bytes)]));
const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const tags = (xml: string, name: string): string[] => xml.match(new RegExp(`<${name}[ >/][^>]*>?`, 'g')) ?? [];

/** The path that a relation of a part leads to. */
const led = (rels: string, target: string): string =>
  new URL(target, `file:///${rels.replace('_rels/', '').replace(/\.rels$/, '')}`).pathname.slice(1);
const TYPES: Readonly<Record<string, string>> = {
  officeDocument: 'sheet.main+xml',
  worksheet: 'worksheet+xml',
  styles: 'styles+xml',
  pivotTable: 'pivotTable+xml',
  pivotCacheDefinition: 'pivotCacheDefinition+xml',
};

/** Everything in which the parts of a file do not fit together. */
function misfits(files: Files): string[] {
  const wrong: string[] = [];
  const types = new Map(
    tags(files['[Content_Types].xml'] ?? '', 'Override').map((tag) => [attribute(tag, 'PartName').slice(1), attribute(tag, 'ContentType')]),
  );
  for (const part of types.keys()) if (!(part in files)) wrong.push(`${part} has a type and is not there`);
  const reached = new Set<string>();
  for (const [name, xml] of Object.entries(files)) {
    if (!name.endsWith('.rels')) {
      if (name !== '[Content_Types].xml' && !types.has(name)) wrong.push(`${name} has no type`);
      continue;
    }
    for (const relation of tags(xml, 'Relationship')) {
      const [to, kind] = [led(name, attribute(relation, 'Target')), attribute(relation, 'Type').split('/').at(-1) ?? ''];
      reached.add(to);
      if (!types.get(to)?.endsWith(`.${TYPES[kind]}`)) wrong.push(`${name} leads to ${to} as ${kind}, which is ${types.get(to)}`);
    }
  }
  for (const part of types.keys()) if (!reached.has(part)) wrong.push(`nothing leads to ${part}`);
  return wrong;
}

const files = await opened(MIXED);
const part = (name: string): string => files[name] ?? '';
const cache = part('xl/pivotCache/pivotCacheDefinition1.xml');
const table = part('xl/pivotTables/pivotTable1.xml');
const sheet = part('xl/worksheets/sheet3.xml');
/** Of a list of items: that its `count` is how many there are. */
const counted = (xml: string, name: string, item: string): number => {
  const [, count, inside = ''] = new RegExp(`<${name} count="(\\d+)"[^>]*>(.*?)</${name}>`, 's').exec(xml) ?? [];
  const found = tags(inside, item).length;
  expect(Number(count), name).toBe(found);
  return found;
};

describe('the pivot table', () => {
  test('is related and typed: each part is reached, and is what it is reached as', () => {
    expect(misfits(files)).toEqual([]);
    // The check can tell.
    const { 'xl/pivotCache/pivotCacheDefinition1.xml': _, ...without } = files;
    expect(misfits(without).length).toBeGreaterThan(0);
    const id = attribute(tags(part('xl/workbook.xml'), 'pivotCache')[0] ?? '', 'r:id');
    expect(part('xl/_rels/workbook.xml.rels')).toMatch(new RegExp(`Id="${id}"[^>]*pivotCacheDefinition1`));
    expect(attribute(table, 'cacheId')).toBe(attribute(part('xl/workbook.xml').slice(100), 'cacheId'));
  });

  test('covers every row and column of the first sheet, by its own names', () => {
    expect(attribute(tags(cache, 'worksheetSource')[0] ?? '', 'sheet')).toBe('Answers');
    const last = tags(part('xl/worksheets/sheet1.xml'), 'row').length;
    expect(attribute(tags(cache, 'worksheetSource')[0] ?? '', 'ref')).toMatch(new RegExp(`^A1:[A-Z]+${last}$`));
    expect(tags(cache, 'cacheField').map((tag) => attribute(tag, 'name'))).toEqual(HEAD);
    expect(counted(cache, 'cacheFields', 'cacheField')).toBe(HEAD.length);
    expect(counted(table, 'pivotFields', 'pivotField')).toBe(HEAD.length);
    expect(cache).toContain('refreshOnLoad="1"');
    expect(new Set(HEAD).size).toBe(HEAD.length);
  });

  test('is laid out by what is moved and by quarter, and adds up gain and tickets', () => {
    const at = (name: string): string => String(HEAD.indexOf(name));
    expect(tags(table, 'field').map((tag) => attribute(tag, 'x'))).toEqual([at('Moves'), at('Quarter'), '-2']);
    expect(tags(table, 'dataField').map((tag) => attribute(tag, 'fld'))).toEqual([at('Counted gain'), at('Counted')]);
    const [moves, quarters] = [...cache.matchAll(/<sharedItems count="\d+">(.*?)<\/sharedItems>/g)].map(([, items = '']) =>
      tags(items, 's').map((tag) => attribute(tag, 'v')),
    );
    expect(moves).toEqual(['=activation', 'other', 'debt']);
    expect(quarters).toEqual(['2026-Q1', '2026-Q2']);
    expect(counted(table, 'rowItems', 'i')).toBe(4);
    expect(counted(table, 'colItems', 'i')).toBe(6);
    expect(tags(table, 'location').map((tag) => attribute(tag, 'ref'))).toEqual(['A1:G7']);
  });

  test('shows its numbers in its sheet, which are those of the rows', () => {
    const number = (place: string): number => Number(new RegExp(`<c r="${place}"><v>([^<]*)</v>`).exec(sheet)?.[1]);
    const gains = MIXED.estimates.flatMap(({ gain }) => (gain ? [gain.mean] : []));
    expect(number('F7')).toBe(Number(gains.reduce((a, b) => a + b, 0).toPrecision(6)));
    expect([number('G7'), number('G4'), number('G5'), number('G6')]).toEqual([40, 30, 5, 5]);
    expect(number('C7') + number('E7')).toBe(40);
    expect(sheet).toContain('<pane ySplit="3"');
  });

  test('leaves out of its sums what stands back, as the sums do', async () => {
    const bytes = await writtenBytes(xlsx, MIXED, { counts: ({ ticket }) => ticket.endsWith('#2') });
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet3.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<c r="G7"><v>1<\/v>/);
  });

  test('is not there over no rows: Excel would call that a fault', async () => {
    const none = await opened({ ...DOCUMENT, estimates: [] });
    expect(Object.keys(none).filter((name) => /pivot/i.test(name))).toEqual([]);
    expect(tags(none['xl/workbook.xml'] ?? '', 'sheet').length).toBe(2);
    expect(misfits(none)).toEqual([]);
  });
});
