// Push: operations into the log and the rows they make, in one transaction that holds the team's row. Whoever commits has
// its numbers before the next one gets any: numbers come in the order of commits, without gaps, and no reader misses one.
import type { PushedOperation, PushResult } from '../../lib/sync/protocol.ts';
import { MOST_DEVICES } from '../../lib/sync/protocol-team.ts';
import { Refused } from '../refused.ts';
import type { Settings } from '../settings.ts';
import type { Queries, Store, Value } from '../store/store.ts';
import { audit, type Deed } from './audit.ts';
import { keepCells } from './cells.ts';
import { faultOf, OWN_DEVICE, reject } from './check.ts';
import { frameworkLog } from './frameworks.ts';
import { holdTeam, memberRow, type TeamRow } from './team.ts';
import type { Who } from './who.ts';

/** An operation with its content as text, as it is kept. */
export interface Sized extends PushedOperation {
  readonly content: string;
  readonly size: number;
}

interface Known {
  readonly op: string;
  readonly seq: number;
  readonly hlc: string;
  readonly device: string;
  readonly n: number;
  readonly kind: string;
  readonly key: string;
  readonly person: string;
  readonly author: string;
  readonly content: string;
  readonly schema: number;
}

export interface Pushed {
  readonly results: readonly PushResult[];
  readonly row: TeamRow;
  /** The id of the last operation there is, where this push added it. */
  readonly last: string | undefined;
}

const sized = (op: PushedOperation): Sized => {
  const content = JSON.stringify(op.set);
  return { ...op, content, size: Buffer.byteLength(content) };
};

export function push(store: Store, who: Who, pushed: readonly PushedOperation[], now: number, settings: Settings): Promise<Pushed> {
  const ops = pushed.map(sized);
  return store.transact(async (q) => {
    const row = await holdTeam(q, who.team);
    const member = await memberRow(q, who.team, who.person);
    if (!row || member?.left_at !== null) throw new Refused('signed_out');
    const known = await knownAmong(q, who.team, ops);
    const devices = await devicesOf(q, who, ops, now);
    const people = await peopleAmong(q, who.team, ops);
    const frameworks = await frameworkLog(q, who.team, ops);
    const taken: (Sized & { readonly seq: number })[] = [];
    const deeds: Deed[] = [];
    const results = ops.map((op): PushResult => {
      const before = known.get(op.op);
      if (before) {
        if (same(op, before, who)) return { op: op.op, status: 'duplicate', seq: before.seq, hlc: before.hlc };
        deeds.push({ by: who.person, action: 'operation.forged', about: op.op });
        return reject(op, 'other_content');
      }
      const fault = faultOf(op, { ...who, role: member.role }, op.size, now + settings.clockAheadMs);
      if (fault) return fault;
      if (!devices.has(op.device)) return reject(op, 'foreign_device');
      if (op.of !== undefined && !people.has(op.of)) return reject(op, 'invalid', 'of');
      if (op.kind === 'framework') {
        const there = frameworks.refusal(op);
        if (there) return { ...reject(op, 'stale_base'), there };
        deeds.push({ by: who.person, action: 'framework.changed', about: op.op });
      }
      const seq = row.head + taken.length + 1;
      taken.push({ ...op, seq });
      known.set(op.op, { ...op, seq, person: op.of ?? who.person, author: who.person });
      return { op: op.op, status: 'applied', seq };
    });
    const head = row.head + taken.length;
    if (taken.length > 0) await keep(q, who, taken, head, now);
    await q.insert(
      'version',
      ['team', 'framework', 'version', 'digest'],
      frameworks.fresh.map((version) => [who.team, ...version]),
    );
    await audit(q, who.team, now, ...deeds);
    return { results, row: { ...row, head }, last: taken.at(-1)?.op };
  });
}

/** Nothing but the stamp may differ: a device that lost the answer may have stamped it anew. */
function same(op: Sized, known: Known, who: Who): boolean {
  const parts = ({ device, n, kind, key, content, schema }: Omit<Known, 'person' | 'author' | 'seq' | 'op' | 'hlc'>): string =>
    JSON.stringify([device, n, kind, key, content, schema]);
  return parts(op) === parts(known) && known.author === who.person && known.person === (op.of ?? who.person);
}

async function knownAmong(q: Queries, team: string, ops: readonly Sized[]): Promise<Map<string, Known>> {
  const columns = 'op, seq, hlc, device, n, kind, key, person, author, content, schema';
  const ids = q.list(ops.map(({ op }) => op));
  const rows = await q.all<Known>(`SELECT ${columns} FROM op WHERE team = $1 AND ${q.among('op', '$2')}`, [team, ids]);
  return new Map(rows.map((row) => [row.op, row]));
}

/** Devices whose operations this member may push. One that nobody has yet becomes the member's: a profile that was moved. */
async function devicesOf(q: Queries, { team, person }: Who, ops: readonly Sized[], now: number): Promise<ReadonlySet<string>> {
  const named = new Set(ops.map(({ device }) => device));
  const rows = await q.all<{ device: string; person: string }>(
    `SELECT device, person FROM device WHERE team = $1 AND (person = $2 OR ${q.among('device', '$3')})`,
    [team, person, q.list([...named])],
  );
  const mine = new Set(rows.filter((row) => row.person === person).map(({ device }) => device));
  const taken = new Set(rows.map(({ device }) => device));
  const fresh = [...named].filter((device) => !taken.has(device) && device !== OWN_DEVICE).slice(0, MOST_DEVICES - mine.size);
  await q.insert(
    'device',
    ['team', 'device', 'person', 'since', 'seen'],
    fresh.map((device) => [team, device, person, now, now]),
  );
  return new Set([...mine, ...fresh]);
}

async function peopleAmong(q: Queries, team: string, ops: readonly Sized[]): Promise<ReadonlySet<string>> {
  const named = [...new Set(ops.flatMap(({ of }) => of ?? []))];
  if (named.length === 0) return new Set();
  const rows = await q.all<{ person: string }>(`SELECT person FROM member WHERE team = $1 AND ${q.among('person', '$2')}`, [
    team,
    q.list(named),
  ]);
  return new Set(rows.map(({ person }) => person));
}

const COLUMNS = ['team', 'seq', 'op', 'device', 'n', 'hlc', 'kind', 'key', 'person', 'author', 'content', 'schema', 'size', 'received'];

export async function keep(
  q: Queries,
  { team, person }: Pick<Who, 'team' | 'person'>,
  ops: readonly (Sized & { readonly seq: number })[],
  head: number,
  now: number,
): Promise<void> {
  const rows = ops.map((op): Value[] => {
    const { seq, device, n, hlc, kind, key, content, schema, size } = op;
    return [team, seq, op.op, device, n, hlc, kind, key, op.of ?? person, person, content, schema, size, now];
  });
  await q.insert('op', COLUMNS, rows);
  await keepCells(q, team, person, ops);
  await q.all('UPDATE team SET head = $2 WHERE team = $1', [team, head]);
}
