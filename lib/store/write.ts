// The writer: whatever is done becomes one operation and the rows it makes, in one transaction that is on disk
// before anybody is told. Only the background holds one.
import { seenMore, type TicketFacts } from '../model/facts.ts';
import type { Operation } from '../model/operation.ts';
import { ticketKey } from '../model/ticket.ts';
import { tick } from '../sync/clock.ts';
import { applyAll } from './apply.ts';
import type { Clock, Db, Identity, Stores, Write } from './db.ts';
import { glancesOf, mendGlances } from './glance.ts';
import { importsUnder } from './imports.ts';
import { rowsAmong } from './known.ts';
import { blocksOf } from './series.ts';

const ALL: Stores = ['ops', 'tags', 'frameworks', 'readings', 'records', 'tickets', 'gone', 'drafts', 'meta'];

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

/** What is done in the same transaction, after the deeds. */
export interface Also {
  readonly dropDraft?: string;
  /** @param at now, ISO */
  readonly note?: (tx: Write, at: string) => Promise<void>;
}

export interface Writer {
  /** Stores deeds together, all or none. Resolves when they are on disk; gives the operations, new or known. */
  write(deeds: readonly Deed[], also?: Also): Promise<Operation[]>;
  keepDraft(ticket: string, draft: string | undefined): Promise<void>;
  setMeta(key: string, value: unknown): Promise<void>;
  /** Keeps what was seen of tickets, beside what was known of them. */
  see(tickets: readonly TicketFacts[]): Promise<void>;
  /** Reads, changes and writes one value in one transaction: of two changes at once, the second builds on the first. */
  changeMeta<T>(key: string, change: (known: T | undefined) => T): Promise<void>;
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
        await also?.note?.(tx, new Date(now()).toISOString());
        return operations;
      }),
    keepDraft: (ticket, draft) =>
      transact(async (tx) => {
        const store = tx.objectStore('drafts');
        if (draft === undefined) await store.delete(ticketKey(ticket));
        else await store.put({ ticket: ticketKey(ticket), draft, at: new Date(now()).toISOString() });
      }),
    setMeta: (key, value) => transact(async (tx) => void (await tx.objectStore('meta').put(value, key))),
    see: (tickets) =>
      transact(async (tx) => {
        const store = tx.objectStore('tickets');
        const seen = new Date(now()).toISOString();
        for (const facts of tickets) {
          const key = ticketKey(facts.ticket);
          await store.put({ ...seenMore(await store.get(key), facts, seen), key, seen });
        }
      }),
    changeMeta: <T>(key: string, change: (known: T | undefined) => T) =>
      transact(async (tx) => {
        const meta = tx.objectStore('meta');
        await meta.put(change((await meta.get(key)) as T | undefined), key);
      }),
    forgetTeam: (team) =>
      transact(async (tx) => {
        const all = IDBKeyRange.bound([team], [team, []]);
        for (const name of ['tags', 'frameworks', 'readings', 'records', 'gone'] as const) await tx.objectStore(name).delete(all);
        const ops = tx.objectStore('ops');
        for (const key of await ops.index('entity').getAllKeys(all)) await ops.delete(key);
        for (const made of [glancesOf(team), blocksOf({ team }), importsUnder(team)]) await tx.objectStore('meta').delete(made);
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

/** Does deeds in their order. The database is asked about all of them at once: a thousand askings one after the other take three times as long. */
async function perform(tx: Write, who: Identity, deeds: readonly Deed[], now: () => number): Promise<Operation[]> {
  const [ops, meta] = [tx.objectStore('ops'), tx.objectStore('meta')];
  const stored = await rowsAmong(
    ops,
    deeds.map(({ request }) => request),
    ({ op }) => op,
  );
  const known = new Map([...stored.values()].map((operation) => [operation.op, operation]));
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
  // Async each, so that one which throws at once leaves no other to be rejected unheard.
  await Promise.all(fresh.map(async (operation) => ops.add(operation)));
  await applyAll(tx, fresh);
  return operations;
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
