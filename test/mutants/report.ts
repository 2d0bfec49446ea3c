// What many mutants came to, as a table, against what they have to.
import type { Mutant } from './kinds.ts';
import type { ListOutcome } from './list.ts';
import type { Outcome } from './mutant.ts';

export const PANEL_LEAST = 0.99;
export const COLUMN_LEAST = 0.8;
/** Of the mutants of lists, those in which every row has its chip. */
export const CHIPS_LEAST = 0.9;

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

/** Outcomes by page and by mutation, singles and combinations apart; one line each, made of what it groups. */
function groupedTable<T extends { readonly mutant: Mutant }>(
  head: readonly string[],
  all: readonly T[],
  row: (name: string, its: readonly T[]) => string[],
): string {
  const groups = new Map<string, T[]>();
  const put = (name: string, one: T): void => void groups.set(name, [...(groups.get(name) ?? []), one]);
  for (const one of all) put(one.mutant.page, one);
  for (const one of all) put(one.mutant.kinds.length > 1 ? '= combinations' : `- ${one.mutant.kinds[0]}`, one);
  for (const one of all) if (one.mutant.kinds.length === 1) put('= single mutations', one);
  for (const one of all) put('= all', one);
  const rows = [head, ...[...groups].map(([name, its]) => row(name, its))];
  const widths = head.map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)));
  return rows
    .map((cells) => cells.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  '))
    .join('\n');
}

/** Of panels: where they are, and what must never be. */
export const tableOf = (outcomes: readonly Outcome[]): string => groupedTable(HEAD, outcomes, row);

/** Of lists: in how many mutants all chips are right, how many chips those are, and what must never be. */
export const listTableOf = (outcomes: readonly ListOutcome[]): string =>
  groupedTable(['', 'mutants', 'all right', 'chips', 'wrong', 'errors'], outcomes, (name, its) => {
    const count = (of: (outcome: ListOutcome) => number): number => its.reduce((sum, one) => sum + of(one), 0);
    const share = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)}%`;
    return [
      name,
      String(its.length),
      share(
        count(({ right }) => Number(right)),
        its.length,
      ),
      share(
        count(({ chips }) => chips),
        count(({ of }) => of),
      ),
      ...[count(({ wrong }) => Number(wrong.length > 0)), count(({ errors }) => Number(errors.length > 0))].map(String),
    ];
  });

/** What lists miss of what they have to reach together; empty when nothing is. */
export function missedInLists(outcomes: readonly ListOutcome[]): string[] {
  const right = outcomes.filter((one) => one.right).length;
  const bad = outcomes.filter(({ wrong, errors }) => wrong.length + errors.length > 0).length;
  return [
    ...(right < CHIPS_LEAST * outcomes.length ? ['All chips are right in fewer than 90 % of the mutants of lists.'] : []),
    ...(bad > 0 ? [`${bad} mutants of lists had something that must never be.`] : []),
  ];
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
