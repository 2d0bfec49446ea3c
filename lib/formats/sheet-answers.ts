// Answers out of a sheet whose columns are settled: each row's answer, or what is wrong with it.
import { tidy } from '../impact/numeral.ts';
import { type Answer, type Effect, NOT_NSM_REASONS } from '../model/tag.ts';
import { type AnswerFault, faultAt, type Given, type HomeMetric } from './answers.ts';
import { bodyOf, headingsOf, keyOf } from './readings-columns.ts';
import { chanceIn } from './sheet-classes.ts';
import type { SheetUse } from './sheet-columns.ts';
import { cellsBy, chanceOf, effectOf, inputNamed, rangeOf, type SheetPlan } from './sheet-survey.ts';
import { ticketIn } from './sheet-ticket.ts';
import type { Row, Table } from './table.ts';
import { readMarks } from './value-text.ts';

const STEP = 256;
const LONGEST_NOTE = 2000;
const MOST_EFFORT = 10_000;
const REASONS: readonly (readonly [(typeof NOT_NSM_REASONS)[number], RegExp])[] = [
  ['infrastructure', /^(infrastructure|infra|platform|infrastruktur)$/],
  ['debt', /^(debt|techdebt|technicaldebt|refactoring|maintenance|technischeschulden)$/],
  ['compliance', /^(compliance|legal|regulatory|security|recht)$/],
  ['other', /^(other|notnorthstar|anderes|sonstiges)$/],
];

/** Reads all rows in steps; yields the share done. Never throws. */
export function* readSheet(table: Table, plan: SheetPlan): Generator<number, { given: Given[]; faults: AnswerFault[] }> {
  const rows = bodyOf(table, plan.mapping.heading);
  const width = plan.mapping.heading ? (table.rows[0]?.cells.findLastIndex((text) => text.trim() !== '') ?? 0) + 1 : table.width;
  const reader = rowReader(plan, headingsOf(table, plan.mapping.heading), width);
  const given: Given[] = [];
  const faults: AnswerFault[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % STEP === STEP - 1) yield i / rows.length;
    const one = reader(row);
    if ('what' in one) faults.push(one);
    else given.push(one);
  }
  return { given, faults };
}

/** @param width cells of the heading; a longer row has its cells in the wrong columns */
function rowReader(plan: SheetPlan, headings: readonly string[], width: number): (row: Row) => Given | AnswerFault {
  const { mapping, found, home } = plan;
  const { uses } = mapping;
  const of = cellsBy(uses);
  const mark = mapping.mark ?? found.marks[0] ?? 'point';
  const columnOf = (use: SheetUse): string => headings[uses.indexOf(use)] || String(uses.indexOf(use) + 1);
  /** A number, or what is wrong with it. */
  const number = (row: Row, use: SheetUse): number | undefined | AnswerFault => {
    const text = of(row, use);
    if (text === '') return undefined;
    const value = readMarks(text).find((read) => read.mark === mark)?.value;
    return value ?? faultAt(row.number, columnOf(use), /^[=@]/.test(text) ? 'formula' : 'not-a-number', text);
  };

  function effectIn(row: Row): Effect | AnswerFault {
    const name = of(row, 'input');
    const input = uses.includes('input') ? inputNamed(name, mapping, home) : home.inputs.find(({ id }) => id === mapping.input);
    if (!input) {
      const what = mapping.names.get(keyOf(name)) === null ? 'left-out' : name === '' ? 'no-input' : 'unknown-input';
      return faultAt(row.number, columnOf('input'), what, name);
    }
    const sized = sizeIn(row, input);
    if ('what' in sized) return sized;
    const chance = chanceFor(row);
    if (typeof chance === 'object') return chance;
    return { ...sized, input: input.id, ...(chance === undefined ? {} : { chance }) };
  }

  function sizeIn(row: Row, input: HomeMetric): Omit<Effect, 'input'> | AnswerFault {
    const [low, high] = [number(row, 'low'), number(row, 'high')];
    for (const end of [low, high]) if (typeof end === 'object') return end;
    if (typeof low === 'number' && typeof high === 'number') {
      const text = `${low}..${high}${input.kind === 'rate' ? 'pp' : ''}`;
      return effectOf(text, input) ?? faultAt(row.number, columnOf('low'), 'not-an-effect', text);
    }
    const size = of(row, 'size');
    if (size === '') return faultAt(row.number, columnOf(uses.includes('size') ? 'size' : 'low'), 'no-effect');
    if (/^[=@]/.test(size)) return faultAt(row.number, columnOf('size'), 'formula', size);
    const text = rangeOf(plan, input, size);
    return effectOf(text, input) ?? faultAt(row.number, columnOf('size'), text.trim() === '' ? 'no-range' : 'not-an-effect', size);
  }

  function chanceFor(row: Row): number | undefined | AnswerFault {
    const text = of(row, 'chance');
    if (text === '') return undefined;
    if (/^[=@]/.test(text)) return faultAt(row.number, columnOf('chance'), 'formula', text);
    const meant = found.chanceForm === 'words' ? chanceIn(chanceOf(plan, text), 'percent') : chanceIn(text, found.chanceForm);
    if (meant === undefined) return faultAt(row.number, columnOf('chance'), 'no-chance', text);
    return meant > 0 && meant <= 1 ? tidy(meant) : faultAt(row.number, columnOf('chance'), 'outside', text);
  }

  return (row) => {
    const read = ticketIn(of(row, 'ticket'), plan.site, plan.ticketAt);
    const cell = of(row, 'ticket');
    if ('what' in read) return faultAt(row.number, columnOf('ticket'), /^[=@]/.test(cell) ? 'formula' : read.what, cell);
    const spare = row.cells.findLastIndex((text) => text.trim() !== '');
    if (spare >= width) return faultAt(row.number, String(spare + 1), 'too-many-cells', row.cells[spare]);
    const effort = number(row, 'effort');
    if (typeof effort === 'object') return effort;
    if (effort !== undefined && !(effort > 0 && effort <= MOST_EFFORT))
      return faultAt(row.number, columnOf('effort'), 'outside', of(row, 'effort'));
    const note = of(row, 'note');
    if (note.length > LONGEST_NOTE) return faultAt(row.number, columnOf('note'), 'too-long', note);
    const answer = answerIn(row);
    if ('what' in answer) return answer;
    const more = { ...(note ? { note: note.toWellFormed() } : {}), ...(effort === undefined ? {} : { effort }) };
    return { row: row.number, ticket: read.ticket, title: of(row, 'title'), answer, ...more };
  };

  function answerIn(row: Row): Answer | AnswerFault {
    const place = { framework: home.id, version: home.version };
    const text = of(row, 'reason');
    const reason = REASONS.find(([, words]) => words.test(keyOf(text)))?.[0];
    if (reason) return { kind: 'not-north-star', reason, ...place };
    const effect = effectIn(row);
    // A reason that is none is worth a word only where there is no effect either.
    if ('what' in effect)
      return effect.what === 'no-effect' && text ? faultAt(row.number, columnOf('reason'), 'unknown-reason', text) : effect;
    return { kind: 'effects', effects: [effect], ...place };
  }
}
