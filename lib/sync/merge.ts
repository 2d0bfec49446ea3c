// How operations become rows: last writer wins, field by field, by clock and then by operation id. The same
// set of operations gives the same rows in any order and with any repetitions.
import type { Operation } from '../model/operation.ts';

/** One field's winning value and what put it there. */
export interface Cell {
  readonly value: unknown;
  readonly hlc: string;
  readonly op: string;
}

export type Cells = Readonly<Record<string, Cell>>;

const wins = (op: Operation, over: Cell | undefined): boolean =>
  over === undefined || op.hlc > over.hlc || (op.hlc === over.hlc && op.op > over.op);

/** The row after an operation; the same object when nothing in it changed. */
export function merge(cells: Cells, op: Operation): Cells {
  const won = Object.entries(op.set).filter(([field]) => wins(op, cells[field]));
  if (won.length === 0) return cells;
  return { ...cells, ...Object.fromEntries(won.map(([field, value]) => [field, { value, hlc: op.hlc, op: op.op }])) };
}

/** What an operation is about. A tag is one person's; a framework or a reading is the team's. */
export const entityOf = (op: Pick<Operation, 'team' | 'kind' | 'key' | 'person'>): string =>
  JSON.stringify(op.kind === 'tag' ? [op.team, op.kind, op.key, op.person] : [op.team, op.kind, op.key]);

/** What a device calls its team and its person, and what the team calls them. */
export interface Membership {
  readonly local: { readonly team: string; readonly person: string };
  readonly joined: { readonly team: string; readonly person: string };
}

/** An operation as the team knows it. Only names change: id, clock and content stay as they were made. */
export const outward = (op: Operation, m: Membership): Operation => ({
  ...op,
  team: op.team === m.local.team ? m.joined.team : op.team,
  person: op.person === m.local.person ? m.joined.person : op.person,
});

/** An operation as this device keeps it: one's own answers from another device are one's own here too. */
export const inward = (op: Operation, m: Membership): Operation => ({
  ...op,
  team: op.team === m.joined.team ? m.local.team : op.team,
  person: op.person === m.joined.person ? m.local.person : op.person,
});
