// Two thousand hostile cells through a real spreadsheet program: no formula survives, text is equal, numbers are numbers.
// And as a control a raw =1+1 does become a formula on the same way, so that the way is known to be one.
import { beforeAll, describe, expect, test } from 'vitest';
import { harmless, storable } from '../../lib/formats/cell.ts';
import { six } from '../../lib/formats/column.ts';
import { csv } from '../../lib/formats/csv.ts';
import { tsv } from '../../lib/formats/tsv.ts';
import { xlsx } from '../../lib/formats/xlsx.ts';
import { findLibreOffice } from '../../setup/libreoffice.ts';
import { HEAD, writtenBytes } from '../formats/written.ts';
import { DOCUMENT } from './document.ts';
import { csvFilter, type OfficeCell, officeXml, throughOffice } from './office.ts';

const office = await findLibreOffice();
if (!office)
  console.warn('SKIPPED: LibreOffice is not here and could not be installed. Set AZIMUTH_LIBREOFFICE to the path of its soffice.');

const at = (name: string): number => HEAD.indexOf(name);
const TEXTS = ['Title', 'Note', 'Status', 'Milestone', 'Labels', 'Assignees', 'Team input'] as const;
const { estimates } = DOCUMENT;
const given: Readonly<Record<(typeof TEXTS)[number], readonly string[]>> = {
  Title: estimates.map(({ title }) => title),
  Note: estimates.map(({ note = '' }) => note),
  Status: estimates.map(({ beside }) => beside?.facts?.status ?? ''),
  Milestone: estimates.map(({ beside }) => beside?.facts?.milestone ?? ''),
  Labels: estimates.map(({ beside }) => beside?.facts?.labels?.join(', ') ?? ''),
  Assignees: estimates.map(({ beside }) => beside?.facts?.assignees?.join(', ') ?? ''),
  'Team input': estimates.map(({ beside }) => beside?.team?.input ?? ''),
};

/**
 * A text as the program says it in flat XML: one kind of line end, no character that XML cannot hold; in a cell of several
 * lines no tabs, and no telling how many empty lines follow each other (it takes LF CR for one end).
 */
function asSaid(text: string): string {
  // oxlint-disable-next-line no-control-regex -- it is these that are meant
  const said = text.toWellFormed().replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '');
  return /[\r\n]/.test(said) ? said.replaceAll('\t', '').replace(/[\r\n]+/g, '\n') : said;
}
/** As CSV and TSV have it: with the apostrophes that keep it text. */
const asWritten = (text: string): string => asSaid(harmless(storable(text)));

const formulas = (sheets: OfficeCell[][][]): OfficeCell[] => sheets.flat(2).filter(({ formula }) => formula !== undefined);
const differing = (rows: OfficeCell[][], expected: (text: string) => string): string[] =>
  TEXTS.flatMap((name) =>
    given[name].flatMap((text, i) => {
      const cell = rows[i + 1]?.[at(name)];
      return cell?.type === 'string' && asSaid(cell.text) === expected(text)
        ? []
        : [`${name} ${i}: ${JSON.stringify(text)} became ${JSON.stringify(cell)}`];
    }),
  );

/** Each number of the document that did not come back as it. */
function wrongNumbers(rows: OfficeCell[][]): string[] {
  return DOCUMENT.estimates.flatMap(({ gain, effort, answer, beside }, i) => {
    const effect = answer.kind === 'effects' ? answer.effects[0] : undefined;
    const numbers = {
      'Gain mean': six(gain?.mean),
      'Gain P10': six(gain?.p10),
      Effort: effort,
      'Low 1': effect?.low,
      'Chance 1': effect?.chance,
      'Corrected gain': six(beside?.corrected),
      'Beats next': beside?.next,
      Answers: beside?.answers,
    };
    return Object.entries(numbers).flatMap(([name, value]) => {
      const cell = rows[i + 1]?.[at(name)];
      return cell?.type === 'float' && Number(cell.value) === value ? [] : [`${name} ${i}: ${value} became ${JSON.stringify(cell)}`];
    });
  });
}

describe.skipIf(!office)('LibreOffice', () => {
  const soffice = office ?? '';

  describe('reads the XLSX', () => {
    let sheets: OfficeCell[][][];
    beforeAll(async () => {
      sheets = throughOffice(soffice, 'answers.xlsx', await writtenBytes(xlsx, DOCUMENT));
    });

    test('without one formula, every text as it was given', () => {
      expect(sheets[0]?.length).toBe(DOCUMENT.estimates.length + 1);
      expect(formulas(sheets)).toEqual([]);
      expect(differing(sheets[0] ?? [], asSaid)).toEqual([]);
    });

    test('with numbers as numbers and times as times', () => {
      expect(wrongNumbers(sheets[0] ?? [])).toEqual([]);
      for (const [i, { at: time }] of DOCUMENT.estimates.entries()) {
        const cell = sheets[0]?.[i + 1]?.[at('Answered')];
        expect(cell?.type).toBe('date');
        expect(Math.abs(Date.parse(`${cell?.value}Z`) - Date.parse(time))).toBeLessThan(500);
      }
    });

    test('with a pivot table, whose numbers it works out itself and which are those that stood there', async () => {
      const bytes = await writtenBytes(xlsx, DOCUMENT);
      const xml = officeXml(soffice, 'answers.xlsx', bytes);
      expect(xml).toMatch(/<table:data-pilot-table [^>]*table:target-range-address="Pivot\.A1/);
      const fields = [...xml.matchAll(/<table:data-pilot-field table:source-field-name="([^"]*)"[^>]*table:orientation="(\w+)"/g)].map(
        ([, name, as]) => [name, as],
      );
      expect(fields.filter(([, as]) => as !== 'hidden')).toEqual([
        ...[
          ['Moves', 'row'],
          ['Quarter', 'column'],
          ['', 'column'],
        ],
        ...[
          ['Counted gain', 'data'],
          ['Counted', 'data'],
        ],
      ]);
      // It lays the table out anew as it opens the file.
      const total = sheets[2]?.findLast((row) => row.some(({ type }) => type === 'float'))?.filter(({ type }) => type === 'float');
      const gain = DOCUMENT.estimates.reduce((sum, one) => sum + (six(one.gain?.mean) ?? 0), 0);
      expect(Number(total?.at(-1)?.value)).toBe(DOCUMENT.estimates.length);
      expect(Math.abs(Number(total?.at(-2)?.value) / gain - 1)).toBeLessThan(1e-5);
    });

    test('with the sums on their own sheet, as numbers', () => {
      const [head, sum] = sheets[1] ?? [];
      expect(head?.slice(0, 4).map(({ text }) => text)).toEqual(['Framework', 'Kind', 'Name', 'Tickets']);
      expect(sum?.[3]).toMatchObject({ type: 'float', value: String(DOCUMENT.estimates.length) });
    });
  });

  describe.each([
    ['CSV', csv, ','],
    ['TSV', tsv, '\t'],
  ] as const)('reads the %s', (_, format, separator) => {
    let file: Buffer;
    beforeAll(async () => {
      file = await writtenBytes(format, DOCUMENT, { mark: true });
    });

    test('with quoted cells as text: every text as it was given, numbers as numbers', () => {
      // In TSV most cells stand without quotes, so there is nothing that keeps 0123 a text.
      const [rows = []] = throughOffice(soffice, 'answers.csv', file, csvFilter({ separator, asText: true }));
      expect(formulas([rows])).toEqual([]);
      expect(wrongNumbers(rows)).toEqual([]);
      if (format === tsv) return;
      expect(differing(rows, asWritten)).toEqual([]);
    });

    test('with everything guessed: no formula all the same, and what stays text is equal', () => {
      const [rows = []] = throughOffice(soffice, 'answers.csv', file, csvFilter({ separator }));
      expect(rows.length).toBe(DOCUMENT.estimates.length + 1);
      expect(formulas([rows])).toEqual([]);
      const changed = differing(rows, asWritten);
      // What looks like a number, a day or a yes is taken for one, as for any CSV file.
      expect(changed.filter((line) => line.includes('"type":"string"'))).toEqual([]);
      expect(changed.length).toBeLessThan(50 * TEXTS.length);
    });

    test.each([';', '|', '\t', ','])('taken apart at every %j: no formula either', (other) => {
      expect(formulas(throughOffice(soffice, 'answers.csv', file, csvFilter({ separator: other })))).toEqual([]);
    });
  });

  describe('takes as a formula, as a control,', () => {
    test('a raw =1+1 in the same CSV', () => {
      const raw = Buffer.from('"Title","Note"\r\n=1+1,"=2+2"\r\n');
      const found = formulas(throughOffice(soffice, 'control.csv', raw, csvFilter({}))).map(({ value }) => value);
      expect(found).toEqual(['2', '4']);
      expect(formulas(throughOffice(soffice, 'control.csv', raw, csvFilter({ asText: true }))).length).toBe(1);
    });

    test('each hostile cell that begins with =, were it written as it is', () => {
      const armed = [...new Set(DOCUMENT.estimates.map(({ title }) => title))].filter(
        (title) => /^=[\d(]/.test(title) && !/[\r\n]/.test(title),
      );
      const raw = armed.map((title) => `"${title.replaceAll('"', '""')}"\r\n`).join('');
      const found = formulas(throughOffice(soffice, 'control.csv', Buffer.from(raw), csvFilter({})));
      expect(found.length).toBeGreaterThan(armed.length / 2);
    });
  });
});
