// Where an imported value stands: file and row, `weekly.csv:14`; `:14` for row 14 of what was pasted. The same in every
// language; when it was stored is the operation's own clock.

const LONGEST = 120;

/** @param file its name, empty for what was pasted @param row as a spreadsheet counts, from 1 */
export function originOf(file: string, row: number): string {
  const end = `:${row}`;
  return file.slice(0, LONGEST - end.length).toWellFormed() + end;
}

/** File (empty for what was pasted) and row. What is of another form is a name and no more. */
export function readOrigin(origin: string): { readonly file: string; readonly row: number | undefined } {
  const [, file, row] = /^(.*):(\d+)$/s.exec(origin) ?? [];
  return file === undefined ? { file: origin, row: undefined } : { file, row: Number(row) };
}
