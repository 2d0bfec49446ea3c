// The rows that operations make: one value for each field, the one with the latest stamp.
import type { PushedOperation } from '../../lib/sync/protocol.ts';
import type { Queries, Value } from '../store/store.ts';

const COLUMNS = ['team', 'kind', 'key', 'person', 'field', 'hlc', 'op', 'value'];
/** Last writer wins, by stamp and then by operation, as in lib/sync/merge.ts. */
const LATER = `ON CONFLICT (team, kind, key, person, field) DO UPDATE SET hlc = excluded.hlc, op = excluded.op, value = excluded.value
  WHERE excluded.hlc > cell.hlc OR (excluded.hlc = cell.hlc AND excluded.op > cell.op)`;

/** @param author whose tags they are about where they do not say otherwise */
export async function keepCells(q: Queries, team: string, author: string, ops: readonly PushedOperation[]): Promise<void> {
  // One row for each field: PostgreSQL changes none twice in one statement.
  const latest = new Map<string, { readonly op: PushedOperation; readonly row: Value[] }>();
  for (const op of ops) {
    const person = op.kind === 'tag' ? (op.of ?? author) : '';
    for (const [field, value] of Object.entries(op.set)) {
      const place = JSON.stringify([op.kind, op.key, person, field]);
      const over = latest.get(place)?.op;
      if (over && (op.hlc < over.hlc || (op.hlc === over.hlc && op.op < over.op))) continue;
      latest.set(place, { op, row: [team, op.kind, op.key, person, field, op.hlc, op.op, JSON.stringify(value)] });
    }
  }
  // In the order of the key: rows that several transactions touch are locked in one order.
  const rows = [...latest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { row }]) => row);
  await q.insert('cell', COLUMNS, rows, LATER);
}
