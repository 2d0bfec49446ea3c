// What a sheet's cells show, what follows from that, and what is still to be asked before its rows can be read.
import { parseEffect } from '../impact/typed.ts';
import type { Effect } from '../model/tag.ts';
import type { Home, HomeMetric } from './answers.ts';
import { bodyOf, keyOf, metricNamed, metricNames } from './readings-columns.ts';
import { chanceForm, inClassOrder, likelyChance, likelyRange, MOST_CLASSES } from './sheet-classes.ts';
import { rangeKey, type SheetMapping, type SheetUse } from './sheet-columns.ts';
import { needsSite } from './sheet-ticket.ts';
import type { Row, Table } from './table.ts';
import { DECIMAL_MARKS, type DecimalMark, readMarks } from './value-text.ts';

/** What the cells of the columns in use show. */
export interface SheetSurvey {
  /** Classes of impact as they stand, in order; none where there are too many to be classes. */
  readonly sizes: readonly string[];
  readonly tooManySizes: boolean;
  readonly chances: readonly string[];
  readonly chanceForm: 'percent' | 'share' | 'words';
  /** Names of inputs, by their key. */
  readonly names: ReadonlyMap<string, string>;
  /** Keys that do not say where they are, some of them. */
  readonly keys: readonly string[];
  /** Decimal marks that fit, and a number that means two things by them. */
  readonly marks: readonly DecimalMark[];
  readonly example: string | undefined;
}

export type SheetQuestion = 'rows' | 'ticket' | 'effect' | 'input' | 'site' | 'mark' | 'sizes' | 'range' | 'ends';

const MOST_NAMES = 100;
const STEP = 256;
/** A row's cell of a use. */
export const cellsBy =
  (uses: readonly SheetUse[]) =>
  (row: Row, use: SheetUse): string =>
    row.cells[uses.indexOf(use)]?.trim() ?? '';

/** Looks over the cells in steps; yields the share done. Never throws. */
export function* surveySheet(table: Table, { heading, uses }: SheetMapping): Generator<number, SheetSurvey> {
  const of = cellsBy(uses);
  const [sizes, chances, keys] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const names = new Map<string, string>();
  const fits = new Set<DecimalMark>(DECIMAL_MARKS);
  let example: string | undefined;
  const rows = bodyOf(table, heading);
  for (const [i, row] of rows.entries()) {
    if (i % STEP === STEP - 1) yield i / rows.length;
    const [size, chance, input, ticket] = (['size', 'chance', 'input', 'ticket'] as const).map((use) => of(row, use)) as [
      string,
      string,
      string,
      string,
    ];
    if (size && sizes.size <= MOST_CLASSES) sizes.add(size);
    if (chance && chances.size <= MOST_NAMES) chances.add(chance);
    if (input && names.size < MOST_NAMES) names.set(keyOf(input), names.get(keyOf(input)) ?? input);
    if (needsSite(ticket) && keys.size < MOST_NAMES) keys.add(ticket);
    for (const use of ['low', 'high', 'effort'] as const) {
      const read = readMarks(of(row, use).replace(/\s*%\s*$/, ''));
      if (read.length === 1 && read[0]) fits.delete(read[0].mark === 'point' ? 'comma' : 'point');
      if (read.length === 2 && read[0]?.value !== read[1]?.value) example ??= of(row, use);
    }
  }
  const many = sizes.size > MOST_CLASSES;
  const all = [...chances];
  return {
    ...{ sizes: many ? [] : inClassOrder(sizes), tooManySizes: many, chances: inClassOrder(all), chanceForm: chanceForm(all) },
    ...{ names, keys: [...keys], marks: [...fits], example },
  };
}

/** Everything that rows are read by. */
export interface SheetPlan {
  readonly mapping: SheetMapping;
  readonly found: SheetSurvey;
  readonly home: Home;
  /** Where keys are, as ids spell it. */
  readonly site: string | undefined;
  ticketAt(address: string): string | undefined;
}

/** The inputs that rows move. */
export function inputsUsed({ mapping, found, home }: Pick<SheetPlan, 'mapping' | 'found' | 'home'>): HomeMetric[] {
  const ids = mapping.uses.includes('input')
    ? [...found.names.values()].map((name) => inputNamed(name, mapping, home)?.id)
    : [mapping.input];
  return home.inputs.filter(({ id }) => ids.includes(id));
}

export function inputNamed(name: string, { names }: SheetMapping, { inputs }: Home): HomeMetric | undefined {
  const chosen = names.get(keyOf(name));
  if (chosen === null) return undefined;
  const id = chosen ?? metricNamed(name, metricNames(inputs));
  return inputs.find((one) => one.id === id);
}

/** What a class of impact is taken for on an input, as typed or as it is likely. */
export const rangeOf = ({ mapping, found }: Pick<SheetPlan, 'mapping' | 'found'>, input: HomeMetric, size: string): string =>
  mapping.ranges.get(rangeKey(input.id, size)) ?? likelyRange(size, found.sizes, input);
export const chanceOf = ({ mapping, found }: Pick<SheetPlan, 'mapping' | 'found'>, text: string): string =>
  mapping.chances.get(text) ?? likelyChance(text, found.chances);

/** A range as it was typed for an input; `undefined` where it is none. */
export function effectOf(text: string, input: HomeMetric): Omit<Effect, 'input'> | undefined {
  const read = parseEffect(text, input);
  return read.ok ? { ...read.effect, text } : undefined;
}

/** What is still to be chosen before rows can be read. */
export function questionsOf(table: Table, plan: SheetPlan): SheetQuestion[] {
  const { mapping, found } = plan;
  const has = (use: SheetUse): boolean => mapping.uses.includes(use);
  if (bodyOf(table, mapping.heading).length === 0) return ['rows'];
  const effects = has('size') || (has('low') && has('high'));
  const questions: SheetQuestion[] = [];
  if (!has('ticket')) questions.push('ticket');
  if (has('low') !== has('high')) questions.push('ends');
  else if (!effects && !has('reason')) questions.push('effect');
  if (effects && !has('input') && mapping.input === undefined) questions.push('input');
  if (found.keys.length > 0 && plan.site === undefined) questions.push('site');
  if (found.tooManySizes && has('size')) questions.push('sizes');
  if (found.marks.length !== 1 && mapping.mark === undefined && (found.example !== undefined || found.marks.length === 0))
    questions.push('mark');
  const wrong = inputsUsed(plan).some((input) =>
    found.sizes.some((size) => rangeOf(plan, input, size).trim() !== '' && !effectOf(rangeOf(plan, input, size), input)),
  );
  if (has('size') && wrong) questions.push('range');
  return questions;
}
