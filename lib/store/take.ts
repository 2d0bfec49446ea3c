// A page of a pull becomes rows, and the cursor moves behind it, in one transaction.
import { type Alias, homeOf } from '../model/alias.ts';
import type { Operation } from '../model/operation.ts';
import { type Incoming, readPulled } from '../sync/incoming.ts';
import type { Member, Page, Place, Told } from '../sync/ports.ts';
import { applyAll } from './apply.ts';
import type { Write } from './db.ts';
import { rowsAmong } from './known.ts';
import { memberIn, placeIn, putPlace } from './outbox.ts';
import { remake } from './remake.ts';
import { keepTold, seeClock } from './settle.ts';

/** More than that a pull does not remove without asking: of the tags there are, and in all. A few are never many. */
export const MOST_REMOVED = { share: 0.2, count: 1000, few: 10 } as const;

type Taken = 'taken' | 'paused' | 'elsewhere';

export async function take(
  tx: Write,
  page: Page,
  after: string | undefined,
  told: Pick<Told, 'serverTime'>,
  now: number,
  newest?: number,
): Promise<Taken> {
  const [member, place] = [await memberIn(tx), await placeIn(tx)];
  if (!member || place?.epoch !== page.epoch || place.after !== after) return 'elsewhere';
  const read = page.ops.map((raw, i) => ({ raw, ...readPulled(raw, member, `${page.next}-${i}`, newest) }));
  const { fresh, stamped } = await unknown(tx, read);
  const removing = await removals(tx, fresh);
  const pulling = place.pulling ?? { live: await liveTags(tx, member), gone: 0, first: after === undefined };
  // From the start, what others gave and took back is read together: only one's own can be lost by it.
  const lost = pulling.first ? removing.filter(({ person }) => person === member.local.person) : removing;
  const gone = pulling.gone + lost.length;
  const many = gone >= MOST_REMOVED.few && (gone > MOST_REMOVED.count || gone > pulling.live * MOST_REMOVED.share);
  if (many && place.answer === undefined) {
    await putPlace(tx, { ...place, pulling, paused: { removes: gone, of: pulling.live, since: now } });
    return 'paused';
  }
  const kept = many && place.answer === 'keep' ? new Set(lost.map(({ op }) => op)) : new Set<string>();
  await store(
    tx,
    fresh.filter(({ op }) => !kept.has(op)),
    stamped,
  );
  await putAside(tx, read, kept, now);
  const { paused: _, answer, pulling: _p, ...rest } = place;
  const onward = page.more ? { pulling: { ...pulling, gone }, ...(answer && { answer }) } : {};
  await putPlace(tx, { ...rest, ...onward, after: page.next, known: page.head } satisfies Place);
  await keepTold(tx, { head: page.head, serverTime: told.serverTime }, now);
  return 'taken';
}

/** Stores operations and the rows they make. @param stamped known ones, as the team's log has them */
async function store(tx: Write, fresh: readonly Operation[], stamped: readonly Operation[]): Promise<void> {
  const ops = tx.objectStore('ops');
  await Promise.all([...fresh, ...stamped].map(async (op) => ops.put(op)));
  await applyAll(tx, fresh);
  for (const { op, hlc } of stamped) {
    const row = await tx.objectStore('outbox').get(op);
    if (row) await tx.objectStore('outbox').put({ ...row, hlc });
  }
  await remake(tx, stamped);
  await seeClock(
    tx,
    [...fresh, ...stamped].reduce((last, { hlc }) => (hlc > last ? hlc : last), ''),
    fresh,
  );
}

/** Those that are not here, and those that are here with another stamp: the one in the log is what all others have. */
async function unknown(tx: Write, read: readonly Incoming[]): Promise<{ fresh: Operation[]; stamped: Operation[] }> {
  const byId = new Map(read.flatMap((one) => ('op' in one ? [[one.op.op, one.op] as const] : [])));
  const here = await rowsAmong(tx.objectStore('ops'), [...byId.keys()], ({ op }) => op);
  const [fresh, stamped]: [Operation[], Operation[]] = [[], []];
  for (const op of byId.values()) {
    const known = here.get(JSON.stringify(op.op));
    if (!known) fresh.push(op);
    else if (known.hlc !== op.hlc) stamped.push({ ...known, hlc: op.hlc });
  }
  return { fresh, stamped };
}

/** Those that take away a tag that is here now; each tag once. */
async function removals(tx: Write, fresh: readonly Operation[]): Promise<Operation[]> {
  const taking = fresh.filter(({ kind, set }) => kind === 'tag' && (set['deleted'] === true || set['answer'] === null));
  if (taking.length === 0) return [];
  const aliases = ((await tx.objectStore('meta').get('aliases')) as readonly Alias[] | undefined) ?? [];
  const keyOf = ({ team, key, person }: Operation): [string, string, string] => [team, homeOf(aliases, key), person];
  const here = await rowsAmong(tx.objectStore('tags'), taking.map(keyOf), ({ team, ticket, person }): [string, string, string] => [
    team,
    ticket,
    person,
  ]);
  const seen = new Set<string>();
  return taking.filter((op) => {
    const key = JSON.stringify(keyOf(op));
    const row = here.get(key);
    if (!row || seen.has(key) || op.hlc < (row.cells['deleted']?.hlc ?? '')) return false;
    seen.add(key);
    return true;
  });
}

const liveTags = (tx: Write, { local }: Member): Promise<number> =>
  tx.objectStore('tags').count(IDBKeyRange.bound([local.team], [local.team, []]));

async function putAside(
  tx: Write,
  read: readonly (Incoming & { readonly raw: unknown })[],
  kept: ReadonlySet<string>,
  at: number,
): Promise<void> {
  const quarantine = tx.objectStore('quarantine');
  for (const one of read) {
    const [id, code] = 'op' in one ? [one.op.op, kept.has(one.op.op) ? ('mass-removal' as const) : undefined] : [one.id, one.aside];
    if (code === undefined) continue;
    const detail = 'detail' in one && one.detail !== undefined ? { detail: one.detail } : {};
    await quarantine.put({ key: `in/${id}`, way: 'in', code, at, operation: one.raw, ...detail });
  }
}

/**
 * Applies what was put aside, as far as it can be read by now, and drops it from there.
 * @param keys of the quarantine @param now ms
 */
export async function applyAside(tx: Write, keys: readonly string[], newest?: number): Promise<number> {
  const [member, quarantine] = [await memberIn(tx), tx.objectStore('quarantine')];
  if (!member) return 0;
  const rows = (await Promise.all(keys.map(async (key) => quarantine.get(key)))).flatMap((row) => (row?.way === 'in' ? [row] : []));
  const read = rows.map((row) => ({ row, ...readPulled(row.operation, member, row.key.slice(3), newest) }));
  const ready = read.filter((one) => 'op' in one);
  const { fresh, stamped } = await unknown(tx, ready);
  await store(tx, fresh, stamped);
  for (const { row } of ready) await quarantine.delete(row.key);
  return ready.length;
}
