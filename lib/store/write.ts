// The writer: whatever is done becomes one operation and the rows it makes, in one transaction that is on disk
// before anybody is told. Only the background holds one.
import { Framework } from '../model/framework.ts';
import { MAIN_FIELD, type Operation } from '../model/operation.ts';
import type { Reading } from '../model/reading.ts';
import { ticketKey } from '../model/ticket.ts';
import { tick, whenGiven } from '../sync/clock.ts';
import { type Cells, entityOf, merge } from '../sync/merge.ts';
import type { Clock, Db, Identity, Stores, Write } from './db.ts';
import { glancesOf, keepGlances, mendGlances, type Touched } from './glance.ts';

const ALL: Stores = ['ops', 'tags', 'frameworks', 'readings', 'gone', 'drafts', 'meta'];

/** What is to be done, before it has a clock and a number. `request` makes a repeated call harmless. */
export interface Deed {
  readonly request: string;
  readonly team?: string;
  readonly kind: Operation['kind'];
  readonly key: string;
  readonly set: Readonly<Record<string, unknown>>;
  /** When it happened, ms, where that is not now: sample data, imports. The clock runs on all the same. */
  readonly at?: number;
}

export interface Writer {
  /** Stores deeds together, all or none. Resolves when they are on disk; gives the operations, new or known. */
  write(deeds: readonly Deed[], also?: { readonly dropDraft?: string }): Promise<Operation[]>;
  keepDraft(ticket: string, draft: string | undefined): Promise<void>;
  setMeta(key: string, value: unknown): Promise<void>;
  /** Takes a team's data out for good: rows, operations, everything under its handle. */
  forgetTeam(team: string): Promise<void>;
  identity(): Promise<Identity>;
  /** Makes what the popup draws from where it is missing, as after an update. */
  mend(): Promise<void>;
}

const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (b) => b.toString(16).padStart(2, '0')).join('');

/**
 * @param db gives the open database; called at each deed, since a connection can be lost
 * @param now wall clock in ms
 */
export function createWriter(db: () => Promise<Db>, now: () => number = Date.now): Writer {
  /** Does work in one transaction, all or none of it. Resolves when it is on disk. @throws why it is not */
  async function transact<T>(work: (tx: Write) => Promise<T>): Promise<T> {
    // IndexedDB's default durability is `relaxed`: "complete" then only means the system has it, not the disk.
    const tx: Write = (await db()).transaction(ALL, 'readwrite', { durability: 'strict' });
    // An abort rejects `done` even when nobody awaits it yet; the error is thrown below all the same.
    tx.done.catch(() => {});
    try {
      const made = await work(tx);
      await tx.done;
      return made;
    } catch (error) {
      // What fails outside of the database (a value that is none) would leave the first half to be committed.
      if (tx.error === null) abort(tx);
      // A request only says that it was aborted; why is known when the transaction has ended.
      await tx.done.catch(() => {});
      throw tx.error ?? error;
    }
  }

  return {
    identity: () => transact(identify),
    write: (deeds, also) =>
      transact(async (tx) => {
        const who = await identify(tx);
        const operations = await perform(tx, who, deeds, now);
        if (also?.dropDraft !== undefined) await tx.objectStore('drafts').delete(ticketKey(also.dropDraft));
        return operations;
      }),
    keepDraft: (ticket, draft) =>
      transact(async (tx) => {
        const store = tx.objectStore('drafts');
        if (draft === undefined) await store.delete(ticketKey(ticket));
        else await store.put({ ticket: ticketKey(ticket), draft, at: new Date(now()).toISOString() });
      }),
    setMeta: (key, value) => transact(async (tx) => void (await tx.objectStore('meta').put(value, key))),
    forgetTeam: (team) =>
      transact(async (tx) => {
        const all = IDBKeyRange.bound([team], [team, []]);
        for (const name of ['tags', 'frameworks', 'readings', 'gone'] as const) await tx.objectStore(name).delete(all);
        const ops = tx.objectStore('ops');
        for (const key of await ops.index('entity').getAllKeys(all)) await ops.delete(key);
        await tx.objectStore('meta').delete(glancesOf(team));
      }),
    mend: () => transact(async (tx) => void (await mendGlances(tx))),
  };
}

function abort(tx: Write): void {
  try {
    tx.abort();
  } catch {
    // It has ended already.
  }
}

async function identify(tx: Write): Promise<Identity> {
  const meta = tx.objectStore('meta');
  const known = (await meta.get('identity')) as Identity | undefined;
  if (known) return known;
  const made: Identity = { device: randomHex(8), person: `p-${randomHex(8)}`, team: `t-${randomHex(8)}` };
  await meta.put(made, 'identity');
  return made;
}

/**
 * Does deeds in their order. The database is asked about all of them at once, since a thousand askings one after the
 * other take three times as long; only what changes the same row waits for one another.
 */
async function perform(tx: Write, who: Identity, deeds: readonly Deed[], now: () => number): Promise<Operation[]> {
  const [ops, meta] = [tx.objectStore('ops'), tx.objectStore('meta')];
  // Async each, so that one which throws at once leaves no other to be rejected unheard.
  const stored = await Promise.all(deeds.map(async ({ request }) => ops.get(request)));
  const known = new Map(stored.flatMap((operation) => (operation ? [[operation.op, operation] as const] : [])));
  let clock = (await meta.get('clock')) as Clock | undefined;
  const fresh: Operation[] = [];
  const operations = deeds.map((deed) => {
    const before = known.get(deed.request);
    if (before) return before;
    clock = { hlc: tick(clock?.hlc, now(), who.device), n: (clock?.n ?? 0) + 1 };
    const operation = operationOf(deed, who, clock);
    known.set(operation.op, operation);
    fresh.push(operation);
    return operation;
  });
  if (fresh.length === 0) return operations;
  await meta.put(clock, 'clock');
  await Promise.all(fresh.map(async (operation) => ops.add(operation)));
  await applyAll(tx, fresh);
  return operations;
}

/** Makes or changes the rows operations are about, and what is drawn from them. Whatever carries operations here uses this one way. */
export async function applyAll(tx: Write, operations: readonly Operation[]): Promise<void> {
  const rows = Map.groupBy(operations, entityOf);
  await Promise.all(
    [...rows.values()].map(async (same) => {
      for (const operation of same) await apply(tx, operation);
    }),
  );
  await keepGlances(tx, operations.flatMap(touchedBy));
}

function touchedBy({ team, kind, key }: Operation): Touched[] {
  if (kind === 'tag') return [];
  if (kind === 'framework') return [{ team, framework: key }];
  const [framework, metric] = readingKey(key);
  return [{ team, framework, metric }];
}

const operationOf = (deed: Deed, who: Identity, { hlc, n }: Clock): Operation => ({
  op: deed.request,
  device: who.device,
  n,
  hlc,
  team: deed.team ?? who.team,
  person: who.person,
  kind: deed.kind,
  key: deed.key,
  // When it was given, where that is not when it was stored: part of what is said, so that every device agrees.
  set: { ...deed.set, ...(deed.at === undefined ? {} : { given: new Date(deed.at).toISOString() }) },
  schema: 1,
});

/** Makes or changes the row an operation is about. */
export async function apply(tx: Write, op: Operation): Promise<void> {
  const gone = tx.objectStore('gone');
  const grave: [string, string, string, string] = [op.team, op.kind, op.key, op.kind === 'tag' ? op.person : ''];
  const row = await currentRow(tx, op);
  const stone = row ? undefined : await gone.get(grave);
  const before = row ?? stone;
  const cells = merge(before?.cells ?? {}, op);
  // Cells without a row wait with those of rows taken back: others' operations may come in any order.
  if (cells['deleted']?.value === true || cells[MAIN_FIELD[op.kind]]?.value == null) {
    await removeRow(tx, op);
    await gone.put({ team: op.team, kind: op.kind, key: op.key, person: grave[3], cells });
    return;
  }
  if (stone) await gone.delete(grave);
  await putRow(tx, op, cells);
}

async function currentRow(tx: Write, op: Operation): Promise<{ cells: Cells } | undefined> {
  if (op.kind === 'tag') return tx.objectStore('tags').get([op.team, op.key, op.person]);
  if (op.kind === 'framework') return tx.objectStore('frameworks').get([op.team, op.key]);
  return tx.objectStore('readings').get([op.team, ...readingKey(op.key)]);
}

async function removeRow(tx: Write, op: Operation): Promise<void> {
  if (op.kind === 'tag') await tx.objectStore('tags').delete([op.team, op.key, op.person]);
  else if (op.kind === 'framework') await tx.objectStore('frameworks').delete([op.team, op.key]);
  else await tx.objectStore('readings').delete([op.team, ...readingKey(op.key)]);
}

async function putRow(tx: Write, op: Operation, cells: Cells): Promise<void> {
  const value = <T>(field: string): T => cells[field]?.value as T;
  if (op.kind === 'framework') {
    await tx.objectStore('frameworks').put({ team: op.team, id: op.key, framework: Framework.parse(value('framework')), cells });
    return;
  }
  if (op.kind === 'reading') {
    const [framework, metric, date] = readingKey(op.key);
    const origin = value('origin') == null ? {} : { origin: value<string>('origin') };
    const read = { value: value<number>('value'), source: value<Reading['source']>('source'), ...origin };
    await tx.objectStore('readings').put({ team: op.team, framework, metric, date, ...read, at: givenAt(cells, 'value'), cells });
    return;
  }
  const seen = value<{ id: string; title: string } | undefined>('seen');
  const given = Object.fromEntries(['note', 'effort', 'evidence'].flatMap((f) => (value(f) == null ? [] : [[f, value(f)]])));
  await tx.objectStore('tags').put({
    team: op.team,
    ticket: op.key,
    person: op.person,
    shown: seen?.id ?? op.key,
    title: seen?.title ?? '',
    answer: value('answer'),
    ...given,
    at: givenAt(cells, 'answer'),
    cells,
  });
}

/** When a field was given, ISO. A row's age is its answer's age: a note added later does not make an old estimate fresh. */
function givenAt(cells: Cells, field: string): string {
  const cell = cells[field];
  const given = cells['given'];
  // A day said of another value says nothing of this one.
  return whenGiven(cell?.hlc ?? '0', given?.op === cell?.op ? given?.value : undefined);
}

/** A reading's key in three parts; metric and date never hold a slash, a framework's id might. */
function readingKey(key: string): [string, string, string] {
  const [date = '', metric = '', ...framework] = key.split('/').reverse();
  return [framework.reverse().join('/'), metric, date];
}
