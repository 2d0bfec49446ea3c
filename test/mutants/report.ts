// What many mutants came to, as a table, against what they have to.
import type { Outcome } from './mutant.ts';

export const PANEL_LEAST = 0.99;
export const COLUMN_LEAST = 0.8;

/** What is wrong with one outcome, in words; the edge instead of the column is not wrong. */
export function faults({ panel, twice, wrong, wrongTicket, moved, errors }: Outcome): string[] {
  return [
    ...(panel ? [] : ['no panel']),
    ...(twice ? ['twice'] : []),
    ...wrong.map((what) => `wrong container, ${what}`),
    ...(wrongTicket === undefined ? [] : [`wrong ticket ${wrongTicket}`]),
    ...(moved ? ['host nodes moved'] : []),
    ...errors.map((error) => `uncaught, ${error}`),
  ];
}

const HEAD = ['', 'mutants', 'panel', 'column', 'home', 'dock', 'twice', 'wrong', 'ticket', 'moved', 'errors', 'ms'];

function row(name: string, outcomes: readonly Outcome[]): string[] {
  const count = (is: (outcome: Outcome) => boolean): number => outcomes.filter(is).length;
  const share = (is: (outcome: Outcome) => boolean): string => `${((count(is) / outcomes.length) * 100).toFixed(1)}%`;
  const times = outcomes.flatMap(({ first }) => first ?? []).sort((a, b) => a - b);
  return [
    name,
    String(outcomes.length),
    share(({ panel }) => panel),
    share(({ place }) => place === 'column'),
    share(({ place, home }) => place === 'column' && home),
    share(({ place }) => place === 'dock'),
    ...[
      count(({ twice }) => twice),
      count(({ wrong }) => wrong.length > 0),
      count(({ wrongTicket }) => wrongTicket !== undefined),
      count(({ moved }) => moved),
      count(({ errors }) => errors.length > 0),
      Math.round(times[Math.floor(times.length / 2)] ?? 0),
    ].map(String),
  ];
}

/** Outcomes by page and by mutation, singles and combinations apart. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const groups = new Map<string, Outcome[]>();
  const put = (name: string, outcome: Outcome): void => void groups.set(name, [...(groups.get(name) ?? []), outcome]);
  for (const outcome of outcomes) put(outcome.mutant.page, outcome);
  for (const outcome of outcomes) put(outcome.mutant.kinds.length > 1 ? '= combinations' : `- ${outcome.mutant.kinds[0]}`, outcome);
  for (const outcome of outcomes) if (outcome.mutant.kinds.length === 1) put('= single mutations', outcome);
  for (const outcome of outcomes) put('= all', outcome);
  const rows = [HEAD, ...[...groups].map(([name, its]) => row(name, its))];
  const widths = HEAD.map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)));
  return rows
    .map((cells) => cells.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  '))
    .join('\n');
}

/** What is missed of what all of them together have to reach; empty when nothing is. */
export function missed(outcomes: readonly Outcome[]): string[] {
  const share = (all: readonly Outcome[], is: (outcome: Outcome) => boolean): number =>
    all.length ? all.filter(is).length / all.length : 1;
  const single = outcomes.filter(({ mutant }) => mutant.kinds.length === 1);
  const bad = outcomes.filter((outcome) => faults({ ...outcome, panel: true }).length > 0).length;
  return [
    ...(share(outcomes, ({ panel }) => panel) < PANEL_LEAST ? ['The panel is in fewer than 99 % of the mutants.'] : []),
    ...(share(single, ({ place }) => place === 'column') < COLUMN_LEAST
      ? ['It is in the column in fewer than 80 % of single mutations.']
      : []),
    ...(bad > 0 ? [`${bad} mutants had something that must never be.`] : []),
  ];
}
