// Sheets that rank a backlog (RICE and its kin), and what Jira Product Discovery and Productboard export: which column is what.
// Guessed from headings and first rows, for somebody to look at; a heading is text and never a key.
import { bodyOf, guessHeading, headingsOf, keyOf } from './readings-columns.ts';
import { isTicketText } from './sheet-ticket.ts';
import type { Table } from './table.ts';
import { nameOf } from './tracker-columns.ts';
import type { DecimalMark } from './value-text.ts';

export const SHEET_USES = ['nothing', 'ticket', 'title', 'input', 'size', 'low', 'high', 'chance', 'effort', 'note', 'reason'] as const;
export type SheetUse = (typeof SHEET_USES)[number];
type Meant = Exclude<SheetUse, 'nothing'>;

export const SHEETS = ['rice', 'discovery', 'productboard'] as const;
export type Sheet = (typeof SHEETS)[number];

/** What headings are called, the surest first; compared by letters and digits only, without what stands in brackets behind them. */
type Names = Readonly<Partial<Record<Meant, readonly string[]>>>;
const ANY: Names = {
  ticket: [
    'Ticket',
    'Issue key',
    'Work item key',
    'Jira key',
    'Jira issue key',
    'Ticket link',
    'Ticket URL',
    'Issue URL',
    'Key',
    'Issue',
    'Link',
    'URL',
  ],
  title: ['Title', 'Summary', 'Feature name', 'Feature', 'Idea', 'Initiative', 'Project name', 'Project', 'Name', 'Item', 'Task'],
  input: ['Input', 'Metric', 'Input metric', 'Goal', 'Goals', 'Objective'],
  low: ['Low', 'Effect low', 'Low estimate', 'Worst case', 'P10'],
  high: ['High', 'Effect high', 'High estimate', 'Best case', 'P90'],
  size: ['Impact', 'Impact score', 'Value', 'Size'],
  chance: ['Confidence', 'Chance', 'Probability', 'Likelihood', 'Confidence score'],
  effort: ['Effort', 'Effort score', 'Person months', 'Estimate', 'Story points', 'Points'],
  note: ['Note', 'Notes', 'Rationale', 'Comment', 'Comments'],
  reason: ['Not North Star', 'Reason', 'Work type', 'Category'],
};
/**
 * What each adds to them. RICE as Intercom published it; Jira Product Discovery's own fields of an idea; Productboard's default
 * fields of a feature, whose column of the tracker it is linked to is called after that.
 */
const OWN: Readonly<Record<Sheet, Names>> = {
  rice: { title: ['Project', 'Project name', 'Feature', 'Idea'], size: ['Impact'] },
  discovery: { ticket: ['Key', 'Idea key'], title: ['Summary', 'Idea'], input: ['Goals', 'Goal'], size: ['Impact', 'Value'] },
  productboard: {
    ticket: ['Jira key', 'Jira issue key', 'Jira', 'Jira link', 'Linear', 'Linear issue', 'GitHub', 'GitHub issue', 'Integration link'],
    title: ['Feature name', 'Name', 'Feature'],
    input: ['Objective', 'Objectives'],
    size: ['Impact', 'Value', 'Priority', 'Customer Importance Score', 'User impact score', 'Prioritization score'],
  },
};
/** What each has and the others have not: one name of each group. */
const MARKS: Readonly<Record<Sheet, readonly (readonly string[])[]>> = {
  productboard: [
    ['Feature name', 'Entity type', 'Customer Importance Score', 'User impact score', 'Productboard URL', 'Productboard link'],
    ['Name', 'Feature name', 'Feature'],
  ],
  discovery: [
    ['Key', 'Issue key', 'Idea key'],
    ['Summary', 'Idea'],
    ['Impact', 'Insights', 'Goals', 'Roadmap', 'Delivery progress', 'Delivery status'],
  ],
  rice: [['Impact'], ['Confidence'], ['Effort', 'Person months']],
};
const ORDER: readonly Sheet[] = ['productboard', 'discovery', 'rice'];

/** What somebody chose; what is absent follows from the cells, or has to be asked. */
export interface SheetMapping {
  readonly heading: boolean;
  readonly sheet: Sheet | undefined;
  /** One a column. */
  readonly uses: readonly SheetUse[];
  /** Where keys without a host are, as typed; absent while nobody typed. */
  readonly site?: string;
  /** The input that all rows move, where no column says. */
  readonly input?: string;
  /** Inputs by their name in the sheet as `keyOf` has it; null leaves its rows out. */
  readonly names: ReadonlyMap<string, string | null>;
  /** What was typed for a class of impact on an input, by `rangeKey`. */
  readonly ranges: ReadonlyMap<string, string>;
  /** Per cent by a word or rating of confidence, as typed. */
  readonly chances: ReadonlyMap<string, string>;
  readonly mark?: DecimalMark;
}

export const rangeKey = (input: string, size: string): string => `${input}\n${size}`;

const plain = (heading: string): string => keyOf(nameOf(heading).replace(/\s*[([][^)\]]*[)\]]\s*$/, ''));

/** Which of the known sheets a heading is of. */
export function sheetOf(headings: readonly string[]): Sheet | undefined {
  const names = new Set(headings.map(plain));
  const has = (some: readonly string[]): boolean => some.some((name) => names.has(keyOf(name)));
  return ORDER.find((sheet) => MARKS[sheet].every(has));
}

const SAMPLE_ROWS = 200;
const filled = (table: Table, heading: boolean, column: number): string[] =>
  bodyOf(table, heading)
    .slice(0, SAMPLE_ROWS)
    .map(({ cells }) => cells[column]?.trim() ?? '')
    .filter((cell) => cell !== '');
const isTickets = (cells: readonly string[]): boolean => cells.length > 0 && cells.filter(isTicketText).length * 2 > cells.length;

/** What each column most likely is. */
export function guessSheet(table: Table, heading = guessHeading(table)): SheetMapping {
  const headings = headingsOf(table, heading);
  const sheet = sheetOf(headings);
  const keys = headings.map(plain);
  const uses = headings.map((): SheetUse => 'nothing');
  for (const use of SHEET_USES) {
    if (use === 'nothing') continue;
    const names = [...((sheet && OWN[sheet][use]) ?? []), ...(ANY[use] ?? [])].map(keyOf);
    const found = names.flatMap((name) => keys.flatMap((key, i) => (key === name && uses[i] === 'nothing' ? [i] : [])));
    // Names are words anybody uses: a column of tickets holds tickets, whatever it is called.
    const column = use === 'ticket' ? (found.find((i) => isTickets(filled(table, heading, i))) ?? found[0]) : found[0];
    if (column !== undefined) uses[column] = use;
  }
  const ticket = uses.indexOf('ticket');
  if (ticket < 0 || !filled(table, heading, ticket).some(isTicketText)) {
    const better = headings.findIndex((_, i) => isTickets(filled(table, heading, i)));
    if (better >= 0 && ticket >= 0) uses[ticket] = 'nothing';
    if (better >= 0) uses[better] = 'ticket';
  }
  return { heading, sheet, uses, names: new Map(), ranges: new Map(), chances: new Map() };
}

/** Whether a table is one of answers rather than of readings: a known sheet, or a column of tickets. */
export function looksLikeAnswers(table: Table): boolean {
  const heading = guessHeading(table);
  const headings = headingsOf(table, heading);
  return sheetOf(headings) !== undefined || headings.some((_, i) => isTickets(filled(table, heading, i)));
}

/** The mapping with one column put to another use; each use has one column only. */
export const withSheetUse = (mapping: SheetMapping, column: number, use: SheetUse): SheetMapping => ({
  ...mapping,
  uses: mapping.uses.map((other, i) => (i === column ? use : other === use ? 'nothing' : other)),
});
