// The file's own XML: types of its cells, text that stays text, and what surrounds them.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { xlsx } from '../../lib/formats/xlsx.ts';
import { DOCUMENT, NUMBERS } from '../spreadsheet/document.ts';
import { HEAD, writtenBytes } from './written.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#96;': '`', '&amp;': '&' };
/** A cell's text as a spreadsheet program takes it. */
const read = (xml: string): string =>
  xml
    .replace(/&(lt|gt|quot|amp|#39|#96);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const files = unzipSync(await writtenBytes(xlsx, DOCUMENT));
const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
const sheet = part('xl/worksheets/sheet1.xml');
const letters = (at: number): string =>
  (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));
/** The cell of a column, by row from 0. */
const cellOf = (name: string, row: number): string => cells.get(`${letters(HEAD.indexOf(name))}${row + 2}`) ?? '';
const cells = new Map([...sheet.matchAll(/<c r="(\w+)"[^>]*>.*?<\/c>/gs)].map(([xml, place = '']) => [place, xml]));

describe('XLSX', () => {
  test('has no formula, no link and no macro in any part', () => {
    expect(Object.keys(files).toSorted()).toEqual([
      ...['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/pivotCache/pivotCacheDefinition1.xml'],
      ...['xl/pivotTables/_rels/pivotTable1.xml.rels', 'xl/pivotTables/pivotTable1.xml', 'xl/styles.xml', 'xl/workbook.xml'],
      ...['xl/worksheets/_rels/sheet3.xml.rels', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet3.xml'],
    ]);
    for (const name of Object.keys(files)) expect(part(name)).not.toMatch(/<f[ >/]|externalLink|vbaProject|hyperlink|<ddeLink/);
  });

  test('is well-formed: each part is one tree of known tags, and no character that XML does not have', () => {
    for (const name of Object.keys(files)) {
      const open: string[] = [];
      for (const [, close, tag = '', single] of part(name).matchAll(/<(\/)?([\w:]+)[^<>]*?(\/)?>/g)) {
        if (close && open.at(-1) === tag) open.pop();
        else if (!single) open.push(tag);
      }
      expect(open).toEqual([]);
      // oxlint-disable-next-line no-control-regex -- it is these that are meant
      expect(part(name)).not.toMatch(/[\0-\x08\x0B-\x1F\uFFFE\uFFFF]/);
    }
  });

  test('writes every text as a text, whatever it looks like', () => {
    for (const [i, { title, note = '', beside }] of DOCUMENT.estimates.entries()) {
      const { status = '', labels = [], assignees = [], parent = '' } = beside?.facts ?? {};
      for (const [name, text] of [
        ...[['Title', title] as const, ['Note', note] as const, ['Status', status] as const, ['Labels', labels.join(', ')] as const],
        ...[['Assignees', assignees.join(', ')] as const, ['Parent', parent] as const, ['Team input', beside?.team?.input ?? ''] as const],
      ]) {
        const [, xml] = /^<c r="\w+" s="[34]" t="inlineStr"><is><t xml:space="preserve">(.*)<\/t><\/is><\/c>$/s.exec(cellOf(name, i)) ?? [];
        expect(xml === undefined ? undefined : read(xml), `${name} ${i}`).toBe(text.toWellFormed());
      }
    }
  });

  test('marks what looks like a formula as literal, so that it stays text when it is edited', () => {
    for (const [i, { title }] of DOCUMENT.estimates.entries()) if (title.startsWith('=')) expect(cellOf('Title', i)).toContain(' s="4" ');
    expect(
      part('xl/styles.xml')
        .match(/<xf [^>]*>/g)
        ?.at(-1),
    ).toContain('quotePrefix="1"');
  });

  test('writes numbers as numbers, times as days of Excel’s calendar', () => {
    for (const i of NUMBERS.keys()) expect(cellOf('Gain mean', i)).toMatch(/^<c r="\w+"><v>-?[\d.e+-]+<\/v><\/c>$/);
    for (const name of ['Corrected gain', 'Gain per effort', 'Beats next', 'Agreement', 'Team low', 'Answers', 'Counted'])
      for (const i of NUMBERS.keys()) expect(cellOf(name, i), name).toMatch(/^<c r="\w+"><v>-?[\d.e+-]+<\/v><\/c>$/);
    expect(cellOf('Gain mean', 0)).toContain('<v>-98.25</v>');
    // 2026-01-01 is day 46023.
    expect(cellOf('Answered', 0)).toMatch(/ s="2"><v>46023\.35434\d*<\/v>/);
  });

  test('keeps the head in view, with widths and a filter over all rows', () => {
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet.match(/<col /g)?.length).toBe(HEAD.length);
    expect(sheet).toContain(`<autoFilter ref="A1:${letters(HEAD.length - 1)}${DOCUMENT.estimates.length + 1}"/>`);
  });
});
