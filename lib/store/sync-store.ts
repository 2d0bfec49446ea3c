// The sync engine's store over the database: each call one transaction, on disk when it resolves.
import type { Operation } from '../model/operation.ts';
import { NEWEST_SCHEMA } from '../sync/protocol.ts';
import type { Face, Member, SyncStore } from '../sync/ports.ts';
import type { Db, Write } from './db.ts';
import { join, leave, newEpoch, standingIn } from './joined.ts';
import { memberIn, placeIn, putPlace, waitingIn } from './outbox.ts';
import { remake } from './remake.ts';
import { aside, restamp, settle } from './settle.ts';
import { applyAside, take } from './take.ts';
import { identify, transact } from './transact.ts';

interface Joining {
  readonly invite: string;
  readonly request: string;
}

/** What besides the engine's calls the background does about the team. */
export interface TeamStore extends SyncStore {
  /** What the team's people are called, for pages that show their answers. */
  met(members: readonly (readonly [person: string, name: string])[]): Promise<void>;
  /** The answer to a pull that paused. */
  answer(answer: 'apply' | 'keep'): Promise<void>;
  /** Sent again (`out`), or applied (`in`). */
  retry(keys: readonly string[] | 'all'): Promise<void>;
  /** Dropped for good; rows become what they were without them. */
  discard(keys: readonly string[] | 'all'): Promise<void>;
}

/** @param newest operations' `schema` that can be read here; tests give others */
export function createSyncStore(
  db: () => Promise<Db>,
  forgetTeam: (team: string) => Promise<void>,
  newest: () => number = () => NEWEST_SCHEMA,
): TeamStore {
  const within = <T>(work: (tx: Write) => Promise<T>): Promise<T> => transact(db, work);
  const keysOf = async (tx: Write, keys: readonly string[] | 'all'): Promise<string[]> =>
    keys === 'all' ? tx.objectStore('quarantine').getAllKeys() : [...keys];

  return {
    standing: () => within(standingIn),
    waiting: (most, now) => within((tx) => waitingIn(tx, most, now)),
    settle: (sent, results, told, now) => within((tx) => settle(tx, sent, results, told, now)),
    restamp: (from, now) => within((tx) => restamp(tx, from, now)),
    take: (page, after, told, now) => within((tx) => take(tx, page, after, told, now, newest())),
    newEpoch: (epoch) => within((tx) => newEpoch(tx, epoch)),
    joined: (reply, origin, now) => within((tx) => join(tx, reply, origin, now)),
    keepRefresh: (refresh) => within(async (tx) => void (await tx.objectStore('meta').put(refresh, 'sign-in'))),
    refuse: (op, code, now) => within((tx) => aside(tx, op, { code }, now)),
    tryAside: (version) =>
      within(async (tx) => {
        const place = await placeIn(tx);
        if (!place || place.triedBy === version) return;
        const all = await tx.objectStore('quarantine').getAll();
        const unread = all.filter(({ way, code }) => way === 'in' && code !== 'mass-removal').map(({ key }) => key);
        await applyAside(tx, unread, newest());
        await putPlace(tx, { ...place, triedBy: version });
      }),
    face: (face, retry) =>
      within(async (tx) => {
        const [meta, place] = [tx.objectStore('meta'), await placeIn(tx)];
        const before = (await meta.get('sync-state')) as Face | undefined;
        const syncedAt = face.syncedAt ?? before?.syncedAt;
        await meta.put({ ...face, ...(syncedAt !== undefined && { syncedAt }) }, 'sync-state');
        if (!place || !retry) return;
        const { retryAt: _, ...rest } = place;
        await putPlace(tx, { ...rest, ...retry });
      }),
    tryToJoin: (invite, fresh) =>
      within(async (tx) => {
        const meta = tx.objectStore('meta');
        const known = (await meta.get('joining')) as Joining | undefined;
        const joining = known?.invite === invite ? known : { invite, request: fresh };
        await meta.put(joining, 'joining');
        return { request: joining.request, device: (await identify(tx)).device };
      }),
    renamed: (team) =>
      within(async (tx) => {
        const member = await memberIn(tx);
        if (member) await tx.objectStore('meta').put({ ...member, ...team } satisfies Member, 'membership');
      }),
    met: (members) => within(async (tx) => void (await tx.objectStore('meta').put(members, 'members'))),
    left: async (here) => {
      const team = await within(async (tx) => (await memberIn(tx))?.local.team);
      // Forgetting first: a device that dies in between is still a member, and can be told to leave again.
      if (here === 'delete' && team !== undefined) await forgetTeam(team);
      await within((tx) => leave(tx, here));
    },
    answer: (answer) =>
      within(async (tx) => {
        const place = await placeIn(tx);
        if (!place?.paused) return;
        const { paused: _, ...rest } = place;
        await putPlace(tx, { ...rest, answer });
      }),
    retry: (keys) =>
      within(async (tx) => {
        const all = await keysOf(tx, keys);
        await applyAside(tx, all, newest());
        for (const key of all) await sendAgain(tx, key);
      }),
    discard: (keys) =>
      within(async (tx) => {
        const quarantine = tx.objectStore('quarantine');
        const undone: Operation[] = [];
        for (const key of await keysOf(tx, keys)) {
          const row = await quarantine.get(key);
          if (row?.way === 'out') {
            const op = row.operation as Operation;
            await tx.objectStore('ops').delete(op.op);
            undone.push(op);
          }
          await quarantine.delete(key);
        }
        await remake(tx, undone);
      }),
  };
}

/** A refused operation waits again. One that had been taken out of the rows comes back into them. */
async function sendAgain(tx: Write, key: string): Promise<void> {
  const row = await tx.objectStore('quarantine').get(key);
  if (row?.way !== 'out') return;
  const op = row.operation as Operation;
  const here = await tx.objectStore('ops').get(op.op);
  if (!here) await tx.objectStore('ops').put(op);
  const base = row.there?.version ?? row.base;
  await tx.objectStore('outbox').put({ op: op.op, hlc: (here ?? op).hlc, ...(base !== undefined && { base }) });
  await tx.objectStore('quarantine').delete(key);
  await remake(tx, here ? [] : [op]);
}
