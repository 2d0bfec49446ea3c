// The writer: whatever is done becomes one operation and the rows it makes, in one transaction that is on disk
// before anybody is told. Only the background holds one.
import { seenMore, type TicketFacts } from '../model/facts.ts';
import type { Operation } from '../model/operation.ts';
import { ticketKey } from '../model/ticket.ts';
import { tick } from '../sync/clock.ts';
import { applyAll } from './apply.ts';
import type { Clock, Db, Identity, Write } from './db.ts';
import { glancesOf, mendGlances } from './glance.ts';
import { importsUnder } from './imports.ts';
import { rowsAmong } from './known.ts';
import { forgetWaiting, queue, skewOf } from './outbox.ts';
import { blocksOf } from './series.ts';
import { identify, transact as transactOn } from './transact.ts';

/** What is to be done, before it has a clock and a number. `request` makes a repeated call harmless. */
export interface Deed {
  readonly request: string;
  readonly team?: string;
  readonly kind: Operation['kind'];
  readonly key: string;
  /** Whose tag it is about, where that is somebody else's: an admin takes it out, or brings it back. */
  readonly person?: string;
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

/**
 * @param db gives the open database; called at each deed, since a connection can be lost
 * @param now wall clock in ms
 */
export function createWriter(db: () => Promise<Db>, now: () => number = Date.now): Writer {
  const transact = <T>(work: (tx: Write) => Promise<T>): Promise<T> => transactOn(db, work);

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
        await forgetWaiting(tx, team);
        for (const made of [glancesOf(team), blocksOf({ team }), importsUnder(team)]) await tx.objectStore('meta').delete(made);
      }),
    mend: () => transact(async (tx) => void (await mendGlances(tx))),
  };
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
  const skew = await skewOf(tx);
  const fresh: Operation[] = [];
  const operations = deeds.map((deed) => {
    const before = known.get(deed.request);
    if (before) return before;
    const next = { ...clock, hlc: tick(clock?.hlc, now() + skew, who.device), n: (clock?.n ?? 0) + 1 };
    clock = next;
    const operation = operationOf(deed, who, next);
    known.set(operation.op, operation);
    fresh.push(operation);
    return operation;
  });
  if (fresh.length === 0) return operations;
  await meta.put(clock, 'clock');
  // Async each, so that one which throws at once leaves no other to be rejected unheard.
  await Promise.all(fresh.map(async (operation) => ops.add(operation)));
  await queue(tx, fresh);
  await applyAll(tx, fresh);
  return operations;
}

const operationOf = (deed: Deed, who: Identity, { hlc, n }: Clock): Operation => ({
  op: deed.request,
  device: who.device,
  n,
  hlc,
  team: deed.team ?? who.team,
  person: deed.person ?? who.person,
  ...(deed.person !== undefined && deed.person !== who.person && { author: who.person }),
  kind: deed.kind,
  key: deed.key,
  // When it was given, where that is not when it was stored: part of what is said, so that every device agrees.
  set: { ...deed.set, ...(deed.at === undefined ? {} : { given: new Date(deed.at).toISOString() }) },
  schema: 1,
});
