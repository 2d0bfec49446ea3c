// Files through a real spreadsheet program, and what it made of every cell.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OfficeCell {
  readonly formula: string | undefined;
  /** float, date, string, boolean, percentage, currency, time; `undefined` for an empty one. */
  readonly type: string | undefined;
  readonly value: string;
  readonly text: string;
}
const EMPTY: OfficeCell = { formula: undefined, type: undefined, value: '', text: '' };

/** How a CSV file is read: fields of the import filter "Text - txt - csv (StarCalc)". */
export const csvFilter = ({ separator = ',', asText = false }: { readonly separator?: string; readonly asText?: boolean }): string =>
  // separator, quote, UTF-8, from row 1, columns as they come, language en-US, quoted cells as text, dates and the like detected.
  `CSV:${separator.charCodeAt(0)},34,76,1,,1033,${asText},true`;

/** Rows of each sheet. @param filter of the import, where the file's kind has several */
export const throughOffice = (soffice: string, name: string, file: Uint8Array, filter?: string): OfficeCell[][][] =>
  sheetsOf(officeXml(soffice, name, file, filter));

/** The document as flat XML. */
export function officeXml(soffice: string, name: string, file: Uint8Array, filter?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'azimuth-sheet-'));
  try {
    writeFileSync(join(folder, name), file);
    const ran = spawnSync(
      soffice,
      [
        ...[
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          '--headless',
          '--norestore',
          '--convert-to',
          'fods',
          '--outdir',
          folder,
        ],
        ...(filter ? [`--infilter=${filter}`] : []),
        join(folder, name),
      ],
      { encoding: 'utf8', timeout: 240_000 },
    );
    if (ran.status !== 0) throw new Error(`LibreOffice ended with ${ran.status}: ${ran.stderr}`);
    return readFileSync(join(folder, name.replace(/\.\w+$/, '.fods')), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescaped = (xml: string): string =>
  xml.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (_, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name[1] === 'x' ? `0${name.slice(1)}` : name.slice(1))) : (ENTITIES[name] ?? ''),
  );

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

/** The text of a cell: a paragraph a line, with the spaces and tabs that stand as elements. */
const textOf = (inside: string): string =>
  [...inside.matchAll(/<text:p\s*\/>|<text:p(?:\s[^>]*)?>(.*?)<\/text:p>/gs)]
    .map(([, paragraph = '']) =>
      unescaped(
        paragraph
          .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count?: string) => ' '.repeat(Number(count ?? 1)))
          .replace(/<text:tab\/>/g, '\t')
          .replace(/<text:line-break\/>/g, '\n')
          .replace(/<[^>]+>/g, ''),
      ),
    )
    .join('\n');

function cellOf(tag: string, inside: string): OfficeCell {
  const type = attribute(tag, 'office:value-type');
  return {
    formula: attribute(tag, 'table:formula'),
    type,
    value: attribute(tag, 'office:value') ?? attribute(tag, 'office:date-value') ?? attribute(tag, 'office:string-value') ?? '',
    text: textOf(inside),
  };
}

/** Flat ODF, as far as its cells are concerned. */
function sheetsOf(xml: string): OfficeCell[][][] {
  const body = xml.slice(xml.indexOf('<office:spreadsheet>'));
  return [...body.matchAll(/<table:table [^>]*>(.*?)<\/table:table>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<table:table-row[^>]*?(?:\/>|>(.*?)<\/table:table-row>)/gs)].map(([, row = '']) =>
      [...row.matchAll(/<table:(?:covered-)?table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
        ([, tag = '', inside = '']) => {
          const times = Math.min(100, Number(attribute(tag, 'table:number-columns-repeated') ?? 1));
          return Array.from({ length: times }, () => (inside || tag.includes('office:value') ? cellOf(tag, inside) : EMPTY));
        },
      ),
    ),
  );
}
