// The parts of an XLSX file that hold no data (ECMA-376).

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a part is, and so how it is related to the part that leads to it. */
type Kind = 'worksheet' | 'styles' | 'pivotTable' | 'pivotCacheDefinition';

/** A part, by its name in the file, and what is related to it. */
interface Part {
  readonly name: string;
  readonly kind: Kind;
  readonly to?: readonly Part[];
}

const CACHE: Part = { name: 'xl/pivotCache/pivotCacheDefinition1.xml', kind: 'pivotCacheDefinition' };
const TABLE: Part = { name: 'xl/pivotTables/pivotTable1.xml', kind: 'pivotTable', to: [CACHE] };
export const PARTS = {
  ...{ answers: 'xl/worksheets/sheet1.xml', sums: 'xl/worksheets/sheet2.xml', pivot: 'xl/worksheets/sheet3.xml' },
  ...{ styles: 'xl/styles.xml', cache: CACHE.name, table: TABLE.name },
} as const;

const sheetsOf = (pivot: boolean): Part[] => [
  { name: PARTS.answers, kind: 'worksheet' },
  { name: PARTS.sums, kind: 'worksheet' },
  ...(pivot ? [{ name: PARTS.pivot, kind: 'worksheet', to: [TABLE] } as const] : []),
];
const inWorkbook = (pivot: boolean): Part[] => [...sheetsOf(pivot), { name: PARTS.styles, kind: 'styles' }, ...(pivot ? [CACHE] : [])];

/** A part's way to another, from the folder it lies in. */
function target(from: string, to: string): string {
  const [folders, parts] = [from.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < folders.length && folders[shared] === parts[shared]) shared++;
  return [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}

const relations = (from: string, to: readonly Part[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${to
    .map(({ name, kind }, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target(from, name)}"/>`)
    .join('')}</Relationships>`;

const relationsName = (name: string): string => name.replace(/([^/]+)$/, '_rels/$1.rels');
/** Content types are called after the relations. */
const typed = ({ name, kind }: Part): string => `<Override PartName="/${name}" ContentType="${SHEETS}.${kind}+xml"/>`;

/** Everything around the sheets, in the order it is to be written in. @param names of the sheets, at most 31 letters without any of []:*?/\ */
export function surroundings(
  names: readonly [string, string, string],
  pivot: boolean,
): { readonly name: string; readonly parts: readonly string[] }[] {
  const [workbook, sheets, inside] = ['xl/workbook.xml', sheetsOf(pivot), inWorkbook(pivot)];
  const every = [...inside, ...(pivot ? [TABLE] : [])];
  const listed = sheets.map((_, i) => `<sheet name="${names[i]}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('');
  const caches = pivot ? `<pivotCaches><pivotCache cacheId="1" r:id="rId${inside.length}"/></pivotCaches>` : '';
  const related = [...sheets, ...(pivot ? [TABLE] : [])].flatMap(({ name, to }) =>
    to ? [{ name: relationsName(name), parts: [relations(name, to)] }] : [],
  );
  return [
    {
      name: '[Content_Types].xml',
      parts: [
        `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${workbook}" ContentType="${SHEETS}.sheet.main+xml"/>${every.map(typed).join('')}</Types>`,
      ],
    },
    {
      name: '_rels/.rels',
      parts: [
        `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="${workbook}"/></Relationships>`,
      ],
    },
    { name: workbook, parts: [`${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed}</sheets>${caches}</workbook>`] },
    { name: relationsName(workbook), parts: [relations(workbook, inside)] },
    ...related,
  ];
}

/** Index of a cell's style in STYLES; 0 is a number as it is. */
export const STYLE = { head: 1, time: 2, text: 3, literal: 4 } as const;

export const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
