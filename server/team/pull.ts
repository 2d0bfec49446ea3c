// Pull: operations after a cursor, oldest first. What it costs does not depend on how long the log is.
import { MOST_PULLED_BYTES } from '../../lib/sync/protocol.ts';
import { Refused } from '../refused.ts';
import type { Queries } from '../store/store.ts';
import { cursorAt, seqOf } from './cursor.ts';
import { type TeamRow, teamRow } from './team.ts';

export interface OpRow {
  readonly seq: number;
  readonly op: string;
  readonly device: string;
  readonly n: number;
  readonly hlc: string;
  readonly kind: string;
  readonly key: string;
  readonly person: string;
  readonly author: string;
  readonly content: string;
  readonly schema: number;
}

const COLUMNS = 'seq, op, device, n, hlc, kind, key, person, author, content, schema';

/** As many as fit into a page: counted in SQL, so that a page of large ones is not read whole to send the first few. */
const PAGE = `SELECT ${COLUMNS} FROM (
    SELECT ${COLUMNS}, CAST(sum(size) OVER (ORDER BY seq) - size AS bigint) AS before_it
    FROM (SELECT * FROM op WHERE team = $1 AND seq > $2 ORDER BY seq LIMIT $3) page
  ) sized WHERE before_it < $4 ORDER BY seq`;

/** An operation as JSON. Its content is JSON already and is not read again for it. */
const asJson = ({ content, ...row }: OpRow): string => `${JSON.stringify(row).slice(0, -1)},"set":${content}}`;

export interface Pulling {
  readonly team: string;
  readonly after: string | undefined;
  readonly known: string | undefined;
  readonly limit: number;
}

/** The reply, as JSON text. @throws Refused `epoch_changed` */
export async function pull(q: Queries, { team, after, known, limit }: Pulling, now: number): Promise<string> {
  // The row first: what is committed between the two reads is only there as well.
  const row = await found(q, team);
  const from = after === undefined ? 0 : await seqOf(q, row, after);
  if (known !== undefined) await seqOf(q, row, known);
  const ops = await q.all<OpRow>(PAGE, [team, from, limit, MOST_PULLED_BYTES]);
  const last = ops.at(-1);
  const upto = Math.max(row.head, last?.seq ?? 0);
  const end = last?.seq ?? from;
  const said = {
    epoch: row.epoch,
    serverTime: now,
    head: await cursorAt(q, row, upto, upto === end ? last?.op : undefined),
    next: last ? await cursorAt(q, row, end, last.op) : (after ?? (await cursorAt(q, row, 0))),
    more: end < upto,
  };
  return `${JSON.stringify(said).slice(0, -1)},"ops":[${ops.map(asJson).join(',')}]}`;
}

export async function found(q: Queries, team: string): Promise<TeamRow> {
  const row = await teamRow(q, team);
  if (!row) throw new Refused('signed_out');
  return row;
}
