// A table that Azimuth itself wrote (CSV, TSV, or cells of its spreadsheet that were copied): its columns are known by their names,
// so nothing has to be asked. Columns that were added, moved or taken out do no harm; numbers may have become those of another
// language on the way through a spreadsheet.
import { Effect, Evidence, NOT_NSM_REASONS } from '../model/tag.ts';
import { type AnswerFault, faultAt, type Foreign, type ForeignMetric, type Given, ticketId } from './answers.ts';
import type { FileAnswers } from './answers-json.ts';
import { original } from './cell.ts';
import { timeForm, timeIn } from './own-time.ts';
import { bodyOf } from './readings-columns.ts';
import type { Row, Table } from './table.ts';

const EFFECTS = [1, 2, 3] as const;
const STEP = 256;
const LONGEST_NOTE = 2000;
const MOST_EFFORT = 10_000;
const NUMERAL = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d{1,3})?$/i;
const EFFECT_COLUMNS = ['Input 1', 'Low 1', 'High 1'];

const nameOf = (heading: string): string => heading.trim().toLowerCase();
const headOf = (table: Table): Map<string, number> => {
  const at = new Map<string, number>();
  for (const [i, heading] of (table.rows[0]?.cells ?? []).entries()) if (!at.has(nameOf(heading))) at.set(nameOf(heading), i);
  return at;
};

/** Whether a table's first row is the head of one of ours, as far as its answers are concerned. */
export function isOwnSheet(table: Table): boolean {
  const head = headOf(table);
  const has = (name: string): boolean => head.has(nameOf(name));
  return has('Ticket') && has('Answer') && (EFFECT_COLUMNS.every(has) || has('Reason'));
}

/** A number as we write it, or as a spreadsheet of a language with decimal commas does; grouped is none of ours. */
const numberIn = (text: string): number | undefined => (NUMERAL.test(text) ? Number(text.replace(',', '.')) : undefined);

/** Reads all rows in steps; yields the share done. Never throws. */
export function* readOwnSheet(table: Table): Generator<number, FileAnswers> {
  const head = headOf(table);
  const rows = bodyOf(table, true);
  const at = head.get('answered');
  const form = timeForm(at === undefined ? [] : rows.map(({ cells }) => cells[at]?.trim() ?? ''));
  const frameworks = new Map<string, Map<string, ForeignMetric>>();
  const given: Given[] = [];
  const faults: AnswerFault[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % STEP === STEP - 1) yield i / rows.length;
    const one = rowOf(row, (name) => row.cells[head.get(nameOf(name)) ?? -1] ?? '', form, frameworks);
    if ('what' in one) faults.push(one);
    else given.push(one);
  }
  const foreign = [...frameworks].map(([id, metrics]): Foreign => ({ id, name: id, metrics: [...metrics.values()] }));
  return { frameworks: foreign, given, faults, rows: rows.length, records: [], rough: true };
}

type Of = (name: string) => string;
type Frameworks = Map<string, Map<string, ForeignMetric>>;

function rowOf({ number: row }: Row, of: Of, form: 'dmy' | 'mdy' | undefined, frameworks: Frameworks): Given | AnswerFault {
  const text = (name: string): string => of(name).trim();
  const ticket = text('Ticket');
  if (ticket === '') return faultAt(row, 'Ticket', 'no-ticket');
  if (ticketId(ticket) === undefined) return faultAt(row, 'Ticket', 'not-a-ticket', ticket);
  if (text('Sample') !== '') return faultAt(row, 'Sample', 'sample', ticket);
  const person = text('Person');
  if (person !== '' && person !== 'me') return faultAt(row, 'Person', 'other-person', person);
  const effort = text('Effort') === '' ? undefined : numberIn(text('Effort'));
  if (text('Effort') !== '' && effort === undefined) return faultAt(row, 'Effort', 'not-a-number', text('Effort'));
  if (effort !== undefined && !(effort > 0 && effort <= MOST_EFFORT)) return faultAt(row, 'Effort', 'outside', text('Effort'));
  const note = original(of('Note'));
  if (note.length > LONGEST_NOTE) return faultAt(row, 'Note', 'too-long', note);
  const evidence = text('Evidence') === '' ? undefined : Evidence.safeParse(text('Evidence')).data;
  if (text('Evidence') !== '' && !evidence) return faultAt(row, 'Evidence', 'invalid', text('Evidence'));
  const answered = text('Answered');
  const when = answered === '' ? undefined : timeIn(answered, form);
  if (answered !== '' && when === undefined) return faultAt(row, 'Answered', 'not-a-time', answered);
  const framework = original(of('Framework')).trim();
  const metrics = frameworks.get(framework) ?? new Map<string, ForeignMetric>();
  const answer = answerOf(row, text, framework, metrics);
  if ('what' in answer) return answer;
  frameworks.set(framework, metrics);
  return {
    ...{ row, ticket, title: original(of('Title')), answer },
    ...(note.trim() === '' ? {} : { note: note.toWellFormed() }),
    ...(effort === undefined ? {} : { effort }),
    ...(evidence ? { evidence } : {}),
    ...(when === undefined ? {} : { at: when }),
  };
}

/** @param metrics of the framework, as far as rows before named them; those of this row are added */
function answerOf(row: number, text: Of, framework: string, metrics: Map<string, ForeignMetric>): Given['answer'] | AnswerFault {
  const place = { framework, version: 0 };
  const kind = text('Answer');
  if (kind === 'not-north-star') {
    const reason = NOT_NSM_REASONS.find((one) => one === text('Reason'));
    return reason ? { kind, reason, ...place } : faultAt(row, 'Reason', 'unknown-reason', text('Reason'));
  }
  if (kind !== 'effects') return faultAt(row, 'Answer', 'invalid', kind);
  const effects: Effect[] = [];
  for (const n of EFFECTS) {
    const name = original(text(`Input ${n}`));
    if (name === '') continue;
    const effect = effectOf(row, n, name, text);
    if ('what' in effect) return effect;
    effects.push(effect);
    if (!metrics.has(name)) metrics.set(name, { id: name, name, unit: original(text(`Unit ${n}`)) });
  }
  return effects.length > 0 ? { kind, effects, ...place } : faultAt(row, 'Input 1', 'no-input');
}

function effectOf(row: number, n: number, input: string, text: Of): Effect | AnswerFault {
  const numbers = new Map<string, number>();
  for (const name of ['Low', 'Mid', 'High', 'Chance'] as const) {
    const cell = text(`${name} ${n}`);
    if (cell === '') continue;
    const value = numberIn(cell);
    if (value === undefined) return faultAt(row, `${name} ${n}`, 'not-a-number', cell);
    numbers.set(name, value);
  }
  const [low, mid, high] = [numbers.get('Low'), numbers.get('Mid'), numbers.get('High')];
  const said = { input, low, high, chance: numbers.get('Chance') ?? 1, text: '', ...(mid === undefined ? {} : { mid }) };
  const read = Effect.safeParse(said);
  if (read.success) return read.data;
  return faultAt(row, `Low ${n}`, low === undefined || high === undefined ? 'no-effect' : 'not-an-effect', `${low ?? ''}..${high ?? ''}`);
}
