// How a bench speaks: tables, with what a figure is measured against beside it, and no middle without its spread; at
// the end the same once more, one line a figure, for programs.

/** The middle value; the mean of the middle two where there is no one middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** Three digits that count: more would be noise. */
export function short(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** `12.3 (4.56 to 45.6)`: the middle, the least and the most, so that nobody takes a median for a constant. */
export const spread = (values: readonly number[]): string =>
  values.length === 0 ? 'none' : `${short(median(values))} (${short(Math.min(...values))} to ${short(Math.max(...values))})`;

/** Of values measured in pairs: how often one holds the other, pair by pair. Nothing can be held by nothing. */
export const ratios = (mine: readonly number[], theirs: readonly number[]): number[] =>
  mine.map((value, i) => value / (theirs[i] ?? Number.NaN)).filter(Number.isFinite);

/** Of values measured in pairs: what one has more than the other, pair by pair. */
export const differences = (mine: readonly number[], theirs: readonly number[]): number[] =>
  mine.map((value, i) => value - (theirs[i] ?? Number.NaN));

/** `12.3-45.6`: the least and the most. */
export const range = (values: readonly number[]): string => `${short(Math.min(...values))}-${short(Math.max(...values))}`;

/** What a figure is held against: `floor`, `peer Refined GitHub`, `aim`. */
export interface Beside {
  readonly name: string;
  readonly value: number;
}

/** `name: value unit (floor or peer: value, ratio: r; notes)`. */
function line(name: string, value: number, unit: string, beside: readonly Beside[], notes: readonly string[]): string {
  const held = beside.map(
    (other) => `${other.name}: ${short(other.value)}, ratio: ${other.value === 0 ? 'none' : short(value / other.value)}`,
  );
  const around = [...held, ...notes].join('; ');
  return `${name}: ${short(value)} ${unit}${around ? ` (${around})` : ''}`;
}

/** Prints a figure in a line. */
export const print = (name: string, value: number, unit: string, beside: readonly Beside[], ...notes: readonly string[]): void =>
  console.log(line(name, value, unit, beside, notes));

const lines: string[] = [];

/** Notes a figure for the lines at the end. */
export const figure = (name: string, value: number, unit: string, ...beside: readonly Beside[]): void =>
  void lines.push(line(name, value, unit, beside, []));

/** Prints what was noted. */
export function printFigures(): void {
  heading('The same, one line a figure');
  for (const one of lines) console.log(one);
}

/** Prints a heading before what it speaks of is measured, so that a long bench says what it is at. */
export const heading = (text: string): void => console.log(`\n${text}`);

/** Prints rows in columns; a column of figures is set to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const columns = head.map((name, i) => {
    const cells = rows.map((row) => row[i] ?? '');
    return { width: Math.max(name.length, ...cells.map((cell) => cell.length)), figures: cells.every((cell) => /^(-?\d|none)/.test(cell)) };
  });
  for (const row of [head, ...rows]) {
    const cells = columns.map(({ width, figures }, i) => (figures ? (row[i] ?? '').padStart(width) : (row[i] ?? '').padEnd(width)));
    console.log(`  ${cells.join('   ')}`.trimEnd());
  }
}
