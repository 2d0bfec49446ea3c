// The columns of every table that a spreadsheet or a program reads: one row a ticket, for sorting, filtering and adding up.
//
// A ticket's effects stand side by side (up to three) instead of below each other: the gain belongs to the ticket,
// and a row for each effect would count it two or three times in every sum. JSON keeps the nested form.
//
// Names stay the same in every language:
//   Ticket       github:owner/repo#1, jira:host/KEY-1, linear:workspace/KEY-1
//   URL, Title   where it is, and what it was called when it was answered
//   Framework    name of the framework the answer was given under
//   Answer       "effects" or "not-north-star"; Reason: of the latter
//   Gain mean, Gain P10, Gain P90, Gain unit
//                change of the North Star Metric, chance included; six digits; empty where an input has no sensitivity
//   Effort       in the team's points
//   Input 1, Low 1, Mid 1, High 1, Unit 1, Chance 1 (and 2, 3)
//                80 % interval (P10 to P90) in the input's unit, "pp" for a rate; Mid only where one was typed; Chance 0..1
//   Evidence, Note
//   Answered     UTC, 2026-11-22 14:05:00
//   Person       "me"
//   Sample       "yes" for sample data
// Those of more-columns.ts follow.
import type { Metric } from '../model/metric.ts';
import type { Effect } from '../model/tag.ts';
import { USUAL_EXTRAS } from './beside.ts';
import type { Cell } from './cell.ts';
import { type Column, column, six } from './column.ts';
import type { Estimate, UsedFramework } from './estimates.ts';
import type { ExportContext, ExportRow } from './format.ts';
import { MORE_COLUMNS } from './more-columns.ts';

const EFFECTS = [1, 2, 3];

/** Those of the answer itself, which an import reads back. */
export const OWN_COLUMNS: readonly Column[] = [
  ...[column('Ticket', 'text', 26), column('URL', 'text', 18), column('Title', 'text', 48), column('Framework', 'text', 18)],
  ...[column('Answer', 'text', 14), column('Reason', 'text', 14)],
  ...['Gain mean', 'Gain P10', 'Gain P90'].map((name) => column(name, 'number', 11)),
  ...[column('Gain unit', 'text', 18), column('Effort', 'number', 8)],
  ...EFFECTS.flatMap((n) => [
    ...[column(`Input ${n}`, 'text', 22), column(`Low ${n}`, 'number', 8), column(`Mid ${n}`, 'number', 8)],
    ...[column(`High ${n}`, 'number', 8), column(`Unit ${n}`, 'text', 10), column(`Chance ${n}`, 'number', 9)],
  ]),
  ...[column('Evidence', 'text', 10), column('Note', 'text', 40), column('Answered', 'time', 18)],
  ...[column('Person', 'text', 10), column('Sample', 'text', 8)],
];

function effectCells(effect: Effect | undefined, metrics: readonly Metric[]): Cell[] {
  if (!effect) return EFFECTS.flatMap(() => [undefined, undefined]);
  const metric = metrics.find(({ id }) => id === effect.input);
  const unit = metric?.kind === 'rate' ? 'pp' : metric?.unit;
  return [metric?.name ?? effect.input, effect.low, effect.mid, effect.high, unit || undefined, effect.chance];
}

/** The cells of an answer, in the order of OWN_COLUMNS. */
function ownCells(estimate: Estimate, frameworks: readonly UsedFramework[]): Cell[] {
  const { answer, gain } = estimate;
  const framework = frameworks.find(({ id }) => id === answer.framework);
  const effects = answer.kind === 'effects' ? answer.effects : [];
  return [
    ...[estimate.ticket, estimate.url, estimate.title, framework?.name ?? answer.framework],
    ...[answer.kind, answer.kind === 'effects' ? undefined : answer.reason],
    ...[six(gain?.mean), six(gain?.p10), six(gain?.p90), gain?.unit, estimate.effort],
    ...EFFECTS.flatMap((n) => effectCells(effects[n - 1], framework?.metrics ?? [])),
    ...[estimate.evidence, estimate.note, estimate.at.slice(0, 19).replace('T', ' '), estimate.person],
    estimate.sample ? 'yes' : undefined,
  ];
}

/** A table as it goes out: its columns, and the cells of a row in their order. */
export interface TableShape {
  readonly columns: readonly Column[];
  readonly head: readonly string[];
  cells(row: ExportRow): Cell[];
}

/** The columns of an answer, and behind them those that are asked for. */
export function tableShape(context: Pick<ExportContext, 'frameworks' | 'counts' | 'extras'>): TableShape {
  const wanted = new Set(context.extras ?? USUAL_EXTRAS);
  const more = MORE_COLUMNS.filter(({ extra }) => extra === undefined || wanted.has(extra));
  const columns = [...OWN_COLUMNS, ...more];
  return {
    columns,
    head: columns.map(({ name }) => name),
    cells: (row) => [...ownCells(row, context.frameworks), ...more.map(({ cell }) => cell(row, context))],
  };
}
