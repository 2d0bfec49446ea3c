// What comes of a push: what the endpoint has leaves the outbox, what it refuses goes aside, what it cannot take yet waits.
import { seen, tick } from '../sync/clock.ts';
import type { PushResult } from '../sync/protocol.ts';
import type { Sending, Settled, Told } from '../sync/ports.ts';
import type { Sent } from '../sync/state.ts';
import type { Framework } from '../model/framework.ts';
import type { Operation } from '../model/operation.ts';
import type { Clock, Identity, Write } from './db.ts';
import { memberIn, placeIn, putPlace } from './outbox.ts';
import { remake } from './remake.ts';

const HOUR_MS = 3_600_000;
/** Where versions of others come back after the endpoint was set back, each on the one before: so long is waited for them. */
const PATIENCE = 4;
/** Differences of clocks that are not worth a word. */
const CLOSE_MS = 60_000;

type Rejected = Extract<PushResult, { status: 'rejected' }>;

/** Keeps what the endpoint says of its time and of where its log ends. */
export async function keepTold(tx: Write, { head, serverTime }: Pick<Told, 'head' | 'serverTime'>, now: number): Promise<void> {
  const place = await placeIn(tx);
  if (!place) return;
  const skew = Math.abs(serverTime - now) < CLOSE_MS ? 0 : serverTime - now;
  await putPlace(tx, { ...place, known: head, skew });
}

export async function settle(
  tx: Write,
  all: readonly Sending[],
  results: readonly PushResult[],
  told: Told,
  now: number,
): Promise<Settled> {
  const [place, member] = [await placeIn(tx), await memberIn(tx)];
  // The team was left, or the log is another by now: this answer says nothing any more.
  if (!member || place?.epoch !== told.epoch) return { settled: 0 };
  const byId = new Map(all.map((one) => [one.pushed.op, one]));
  const changed: Operation[] = [];
  const writes: Promise<unknown>[] = [];
  let [settled, highest, ahead] = [0, '', undefined as string | undefined];
  for (const result of results) {
    const one = byId.get(result.op);
    if (!one || !byId.delete(result.op)) continue;
    if (result.status === 'rejected') {
      if (result.code === 'clock_ahead') {
        ahead = ahead === undefined || one.pushed.hlc < ahead ? one.pushed.hlc : ahead;
        continue;
      }
      changed.push(...(await refused(tx, one, result, now)));
    } else {
      const hlc = result.status === 'duplicate' ? result.hlc : one.pushed.hlc;
      const own = result.status === 'duplicate' ? await tx.objectStore('ops').get(result.op) : undefined;
      if (own && own.hlc !== hlc) {
        await tx.objectStore('ops').put({ ...own, hlc });
        changed.push(own);
      }
      // Asked of the database together: a page is five hundred.
      const both = [
        tx.objectStore('outbox').delete(result.op),
        tx.objectStore('sent').put(lineOf(one.waiting.op, member.joined.team, result.seq, now)),
      ];
      // Heard below, unless something throws before.
      for (const write of both) write.catch(() => {});
      writes.push(...both);
      if (hlc > highest) highest = hlc;
    }
    settled++;
  }
  await Promise.all(writes);
  await remake(tx, changed);
  await seeClock(tx, highest);
  await keepTold(tx, told, now);
  return { settled, ...(ahead !== undefined && { ahead }) };
}

const lineOf = ({ op, kind, key, set }: Operation, team: string, seq: number, at: number): Sent => ({
  ...{ op, kind, key, team, seq, at },
  fields: Object.keys(set),
});

/**
 * Remembers stamps that are in the team's log: whatever is done next comes after them.
 * @param pulled operations that were not here: of this very device, where its database was set back, whose count goes on
 */
export async function seeClock(tx: Write, highest: string, pulled: readonly Operation[] = []): Promise<void> {
  if (highest === '') return;
  const meta = tx.objectStore('meta');
  const clock = (await meta.get('clock')) as Clock | undefined;
  const device = await deviceOf(tx);
  const n = pulled.reduce((most, op) => (op.device === device ? Math.max(most, op.n) : most), clock?.n ?? 0);
  await meta.put({ n, hlc: seen(clock?.hlc, highest), seen: seen(clock?.seen, highest) } satisfies Clock, 'clock');
}

/** @returns what rows are to be made anew for */
async function refused(tx: Write, { waiting, pushed }: Sending, result: Rejected, now: number): Promise<Operation[]> {
  const { op, tries = 0, again } = waiting;
  const outbox = tx.objectStore('outbox');
  const putOff = async (later: number, more: { readonly base?: number } = {}): Promise<void> => {
    const row = await outbox.get(op.op);
    if (row) await outbox.put({ ...row, ...more, later, tries: tries + 1 });
  };
  if (result.code === 'schema_unknown') {
    await putOff(now + HOUR_MS);
    return [];
  }
  // Another device of this person that nobody there knows any more: its own word is needed, not ours.
  if (result.code === 'foreign_device' && again && op.device !== (await deviceOf(tx))) {
    await outbox.delete(op.op);
    return [];
  }
  if (result.code === 'stale_base' && again) {
    const there = result.there?.version ?? 0;
    const made = (op.set['framework'] as Framework | null | undefined)?.version ?? 0;
    // A version the team had before, and has a newer one of now: it stays here as history.
    if (made !== 0 && made <= there) {
      await outbox.delete(op.op);
      return [];
    }
    if (tries < PATIENCE) await putOff(now + 30_000 * 2 ** tries);
    else if (tries === PATIENCE) await putOff(now, { base: there });
    else await aside(tx, op, result, now, pushed.base);
    return tries > PATIENCE ? [op] : [];
  }
  await aside(tx, op, result, now, pushed.base);
  // A framework that the team does not have is not what its tags are priced with. One's own answers stay where they are shown.
  if (result.code !== 'stale_base') return [];
  await tx.objectStore('ops').delete(op.op);
  return [op];
}

const deviceOf = async (tx: Write): Promise<string | undefined> =>
  ((await tx.objectStore('meta').get('identity')) as Identity | undefined)?.device;

type Refusal = Pick<Rejected, 'code' | 'detail' | 'there'>;

export async function aside(tx: Write, op: Operation, { code, detail, there }: Refusal, now: number, base?: number): Promise<void> {
  const more = { ...(detail !== undefined && { detail }), ...(there && { there }), ...(base !== undefined && { base }) };
  await tx.objectStore('quarantine').put({ key: `out/${op.op}`, way: 'out', code, at: now, operation: op, ...more });
  await tx.objectStore('outbox').delete(op.op);
}

/**
 * The clock was ahead: what the team does not have is stamped anew from there on, in the order it was done in. What is not of
 * the team as well, so that what is done next comes after it.
 * @param now the endpoint's time, ms
 */
export async function restamp(tx: Write, from: string, now: number): Promise<void> {
  const [meta, ops, outbox] = [tx.objectStore('meta'), tx.objectStore('ops'), tx.objectStore('outbox')];
  const clock = (await meta.get('clock')) as Clock | undefined;
  const device = await deviceOf(tx);
  if (!clock || device === undefined) return;
  const own = await ops.index('device').getAll(IDBKeyRange.bound([device], [device, []]));
  const kept = new Set(await tx.objectStore('sent').getAllKeys());
  const waits = new Map((await outbox.getAll()).map((row) => [row.op, row]));
  const late = own.filter(({ op, hlc }) => hlc >= from && (waits.has(op) || !kept.has(op)));
  const before = own.filter(({ hlc }) => hlc < from).reduce<string | undefined>((last, { hlc }) => seen(last, hlc), clock.seen);
  let last = before;
  const changed = late
    .toSorted((a, b) => (a.hlc < b.hlc ? -1 : 1))
    .map((op) => {
      last = tick(last, now, device);
      return { ...op, hlc: last };
    });
  for (const op of changed) {
    await ops.put(op);
    const row = waits.get(op.op);
    if (row) await outbox.put({ ...row, hlc: op.hlc });
  }
  await restampAside(tx, from, () => (last = tick(last, now, device)));
  await meta.put({ ...clock, hlc: last ?? tick(undefined, now, device) } satisfies Clock, 'clock');
  await remake(tx, changed);
}

/** What was refused may be sent again: then with a stamp that is let in. */
async function restampAside(tx: Write, from: string, next: () => string): Promise<void> {
  const store = tx.objectStore('quarantine');
  for (const row of await store.index('way').getAll('out')) {
    const op = row.operation as Operation;
    if (op.hlc < from || (await tx.objectStore('ops').get(op.op))) continue;
    await store.put({ ...row, operation: { ...op, hlc: next() } });
  }
}
