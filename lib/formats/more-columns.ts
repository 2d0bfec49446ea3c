// Columns behind those of the answer itself: what was seen of the ticket, what the team says, what follows from all answers, and
// what a pivot table needs. Read back by nobody: they are known where the answers are, or worked out anew.
//
// Names stay the same in every language:
//   State, Status          open, done or dropped; and the tracker's own word
//   Type, Assignees, Labels, Milestone, Priority, Points, Parent
//                          as last seen on this device; several behind commas; Parent as a ticket's id
//   Answers, Agreement     people who answered, and how far they agree, 0..1
//   Team input, Team low, Team mid, Team high, Team chance
//                          their common value, where several answered
//   Corrected gain         the gain as the ranking believes it; Gain per effort: of that, for one point
//   Beats next             P(it beats the next in rank), 0..1; Rank: from 1
//   Age                    whole days since the newest answer
//   Moves                  the first input, or the reason
//   Quarter                in which it was answered, 2026-Q4
//   Counted                1 where the ticket counts in sums, else 0; Counted gain: its mean gain where it does
import { quarterOf } from '../model/quarter.ts';
import type { Beside, Extra } from './beside.ts';
import type { Cell } from './cell.ts';
import { type Column, column, six } from './column.ts';
import type { UsedFramework } from './estimates.ts';
import type { ExportContext, ExportRow } from './format.ts';

export interface MoreColumn extends Column {
  /** What a view names it by; absent for what always goes out. */
  readonly extra?: Extra;
  readonly cell: (row: ExportRow, context: Pick<ExportContext, 'frameworks' | 'counts'>) => Cell;
}

type Cells = readonly [name: string, kind: Column['kind'], width: number, cell: (beside: Beside) => Cell];
const of = (extra: Extra, ...columns: readonly Cells[]): MoreColumn[] =>
  columns.map(([name, kind, width, cell]) => ({
    ...column(name, kind, width),
    extra,
    cell: ({ beside }) => (beside ? cell(beside) : undefined),
  }));
const list = (values: readonly string[] | undefined): Cell => (values?.length ? values.join(', ') : undefined);

const mainOf = ({ answer }: ExportRow, frameworks: readonly UsedFramework[]): string => {
  if (answer.kind === 'not-north-star') return answer.reason;
  const [main] = answer.effects;
  const metrics = frameworks.find(({ id }) => id === answer.framework)?.metrics;
  return metrics?.find(({ id }) => id === main?.input)?.name ?? main?.input ?? '';
};
const counted = (row: ExportRow, { counts }: Pick<ExportContext, 'counts'>): boolean => counts?.(row) ?? true;

/** What a pivot table is made of: its rows, its columns, and the two it adds up. */
export const PIVOT = { rows: 'Moves', columns: 'Quarter', gain: 'Counted gain', count: 'Counted' } as const;

export const MORE_COLUMNS: readonly MoreColumn[] = [
  ...of('state', ['State', 'text', 10, ({ facts }) => facts?.state], ['Status', 'text', 14, ({ facts }) => facts?.status]),
  ...of('type', ['Type', 'text', 12, ({ facts }) => facts?.type]),
  ...of('assignee', ['Assignees', 'text', 20, ({ facts }) => list(facts?.assignees)]),
  ...of('label', ['Labels', 'text', 20, ({ facts }) => list(facts?.labels)]),
  ...of('milestone', ['Milestone', 'text', 16, ({ facts }) => facts?.milestone]),
  ...of('priority', ['Priority', 'text', 10, ({ facts }) => facts?.priority]),
  ...of('points', ['Points', 'number', 8, ({ facts }) => facts?.points]),
  ...of('parent', ['Parent', 'text', 26, ({ facts }) => facts?.parent]),
  ...of('answers', ['Answers', 'number', 9, ({ answers }) => answers]),
  ...of(
    'agreement',
    ['Agreement', 'number', 11, ({ agreement }) => six(agreement)],
    ['Team input', 'text', 22, ({ team }) => team?.input],
    ['Team low', 'number', 10, ({ team }) => six(team?.low)],
    ['Team mid', 'number', 10, ({ team }) => six(team?.mid)],
    ['Team high', 'number', 10, ({ team }) => six(team?.high)],
    ['Team chance', 'number', 12, ({ team }) => six(team?.chance)],
  ),
  ...of('gain', ['Corrected gain', 'number', 14, ({ corrected }) => six(corrected)]),
  ...of('point', ['Gain per effort', 'number', 14, ({ point }) => six(point)]),
  ...of('next', ['Beats next', 'number', 11, ({ next }) => six(next)]),
  ...of('rank', ['Rank', 'number', 8, ({ rank }) => rank]),
  ...of('score', ['Score', 'number', 10, ({ score }) => six(score)]),
  ...of('age', ['Age', 'number', 8, ({ age }) => age]),
  { ...column(PIVOT.rows, 'text', 22), cell: (row, { frameworks }) => mainOf(row, frameworks) },
  { ...column(PIVOT.columns, 'text', 10), cell: ({ at }) => quarterOf(at) },
  { ...column(PIVOT.count, 'number', 9), cell: (row, context) => Number(counted(row, context)) },
  { ...column(PIVOT.gain, 'number', 13), cell: (row, context) => (counted(row, context) ? six(row.gain?.mean) : undefined) },
];
