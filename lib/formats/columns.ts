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
import type { Metric } from '../model/metric.ts';
import type { Effect } from '../model/tag.ts';
import type { Cell } from './cell.ts';
import type { Estimate, UsedFramework } from './estimates.ts';

const EFFECTS = [1, 2, 3];

export interface Column {
  readonly name: string;
  /** `time`: text of the form 2026-11-22 14:05:00, UTC. */
  readonly kind: 'text' | 'number' | 'time';
  /** In characters. */
  readonly width: number;
}

const column = (name: string, kind: Column['kind'], width: number): Column => ({ name, kind, width });

export const COLUMNS: readonly Column[] = [
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

export const HEAD: readonly string[] = COLUMNS.map(({ name }) => name);

/** Six digits: enough to add up, and no more than an estimate has. */
export const six = (value: number | undefined): number | undefined => (value === undefined ? undefined : Number(value.toPrecision(6)));

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
