// CSV: one row a ticket, for sorting, filtering and adding up in a spreadsheet.
//
// A ticket's effects stand side by side (up to three) instead of below each other: the gain belongs to the ticket,
// and a row for each effect would count it two or three times in every sum. JSON keeps the nested form.
//
// Columns, in this order; names stay the same in every language:
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
import type { Metric } from '../model/metric.ts';
import type { Effect } from '../model/tag.ts';
import { type Cell, line } from './cell.ts';
import type { Estimate, UsedFramework } from './estimates.ts';
import type { Format } from './format.ts';

const EFFECTS = [1, 2, 3];

export const COLUMNS: readonly string[] = [
  ...['Ticket', 'URL', 'Title', 'Framework', 'Answer', 'Reason'],
  ...['Gain mean', 'Gain P10', 'Gain P90', 'Gain unit', 'Effort'],
  ...EFFECTS.flatMap((n) => ['Input', 'Low', 'Mid', 'High', 'Unit', 'Chance'].map((name) => `${name} ${n}`)),
  ...['Evidence', 'Note', 'Answered', 'Person', 'Sample'],
];

/** Six digits: enough to add up, and no more than an estimate has. */
const six = (value: number | undefined): number | undefined => (value === undefined ? undefined : Number(value.toPrecision(6)));

function effectCells(effect: Effect | undefined, metrics: readonly Metric[]): Cell[] {
  if (!effect) return EFFECTS.flatMap(() => [undefined, undefined]);
  const metric = metrics.find(({ id }) => id === effect.input);
  const unit = metric?.kind === 'rate' ? 'pp' : metric?.unit;
  return [metric?.name ?? effect.input, effect.low, effect.mid, effect.high, unit || undefined, effect.chance];
}

/** The cells of one ticket, in the order of COLUMNS. */
export function cells(estimate: Estimate, frameworks: readonly UsedFramework[]): Cell[] {
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

export const csv: Format = {
  id: 'csv',
  extension: 'csv',
  type: 'text/csv;charset=utf-8',
  *write({ estimates, frameworks }, { mark = false } = {}) {
    yield (mark ? '\uFEFF' : '') + line(COLUMNS);
    for (const estimate of estimates) yield line(cells(estimate, frameworks));
  },
};
