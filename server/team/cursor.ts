// Cursors: the epoch, a sequence number, and a mark of the operation that has it. A log that was set back and has grown
// again has another operation there, also where nobody told the endpoint that it was set back.
import { Refused } from '../refused.ts';
import { first, type Queries } from '../store/store.ts';
import { digest } from './secret.ts';
import type { TeamRow } from './team.ts';

const MARK = 12;
const written = (epoch: string, seq: number, op: string): string => `${epoch}.${seq}.${digest(`${epoch} ${seq} ${op}`).slice(0, MARK)}`;

async function opAt(q: Queries, team: string, seq: number): Promise<string | undefined> {
  if (seq === 0) return '';
  return (await first<{ op: string }>(q, 'SELECT op FROM op WHERE team = $1 AND seq = $2', [team, seq]))?.op;
}

/** @param op the operation of that number, where it is at hand */
export async function cursorAt(q: Queries, { team, epoch }: Pick<TeamRow, 'team' | 'epoch'>, seq: number, op?: string): Promise<string> {
  return written(epoch, seq, op ?? (await opAt(q, team, seq)) ?? '');
}

/** The sequence number of a cursor. @throws Refused `epoch_changed` where the log is not the one it was given for */
export async function seqOf(q: Queries, { team, epoch }: Pick<TeamRow, 'team' | 'epoch'>, cursor: string): Promise<number> {
  const [, of, number] = /^(e-[0-9a-f]{16})\.(\d{1,15})\.[0-9a-f]{12}$/.exec(cursor) ?? [];
  if (of === undefined || number === undefined) throw new Refused('bad_request', 'cursor');
  const op = of === epoch ? await opAt(q, team, Number(number)) : undefined;
  if (op === undefined || written(epoch, Number(number), op) !== cursor) throw new Refused('epoch_changed', undefined, { epoch });
  return Number(number);
}
