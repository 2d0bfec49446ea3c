// When rounds of sync are run, and what of the browser they need: after a save, when a page of ours opens, and by an alarm.
// Nothing is held here that the database does not hold but the round that is under way.
import type { Db } from '../store/db.ts';
import { createSyncStore, type TeamStore } from '../store/sync-store.ts';
import { membershipOf, syncStateOf } from '../store/synced.ts';
import type { Writer } from '../store/write.ts';
import { type Outcome, round } from '../sync/client.ts';
import { patternOfEndpoint } from '../sync/invite.ts';
import type { Access, Ports } from '../sync/ports.ts';
import { isLost, refill, type Sentinel } from '../sync/refill.ts';

const ALARM = 'sync';
const ACCESS = 'sync-access';
const SENTINEL = 'sync-sentinel';
/** Saves that come quickly after one another go out together. */
const AFTER_SAVE_MS = 1500;

interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(what: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** What is needed of the browser. */
export interface SyncBrowser {
  readonly storage: { readonly session: Area; readonly local: Area };
  readonly alarms: {
    create(name: string, when: { periodInMinutes: number }): unknown;
    clear(name: string): Promise<unknown>;
    readonly onAlarm: { addListener(listener: (alarm: { readonly name: string }) => void): void };
  };
  readonly permissions: { contains(what: { origins: string[] }): Promise<boolean> };
  readonly runtime: {
    getManifest(): { readonly version: string };
    readonly onStartup: { addListener(listener: () => void): void };
  };
}

export interface Sync {
  readonly store: TeamStore;
  readonly ports: Ports;
  /** One round, or the one under way and one more. @param asked whatever was to be waited for */
  run(asked?: boolean): Promise<Outcome>;
  /** Something was stored that a team may be waiting for. */
  saved(): void;
  /** Whether the database was lost; brings back what the team has where that is possible. */
  heal(): Promise<void>;
  /** No team any more. */
  forget(): Promise<void>;
}

/** @param changed told after rounds that have brought something in */
export function createSync(open: () => Promise<Db>, writer: Writer, browser: SyncBrowser, changed: () => void): Sync {
  const kept = createSyncStore(open, (team) => writer.forgetTeam(team));
  let brought = false;
  const store: TeamStore = {
    ...kept,
    take: async (page, ...rest) => {
      const taken = await kept.take(page, ...rest);
      brought ||= taken === 'taken' && page.ops.length > 0;
      return taken;
    },
  };
  const { session, local } = browser.storage;
  const ports: Ports = {
    store,
    fetch: (address, request) => fetch(address, request),
    now: Date.now,
    random: Math.random,
    deadline: (ms) => AbortSignal.timeout(ms),
    access: {
      get: async () => (await session.get(ACCESS))[ACCESS] as Access | undefined,
      set: async (access) => (access ? session.set({ [ACCESS]: access }) : session.remove(ACCESS)),
    },
    allowed: (origin) => browser.permissions.contains({ origins: [patternOfEndpoint(origin)] }).catch(() => false),
    version: browser.runtime.getManifest().version,
  };
  let current: Promise<Outcome> | undefined;
  let next: Promise<Outcome> | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;

  async function once(asked: boolean): Promise<Outcome> {
    // Read-only: whoever is in no team pays nothing for there being teams.
    if (!(await membershipOf(await open()))) return 'alone';
    brought = false;
    const signal = new AbortController().signal;
    let outcome = await round(ports, signal, asked);
    while (outcome === 'more') outcome = await round(ports, signal, asked);
    if (outcome === 'alone') return outcome;
    await keepWatch();
    if (brought) changed();
    return outcome;
  }

  /** The alarm for what is left to do, and the sentinel for what there is. */
  async function keepWatch(): Promise<void> {
    const db = await open();
    const [member, state, ops, clock] = await Promise.all([
      membershipOf(db),
      syncStateOf(db, Date.now()),
      db.count('ops'),
      db.get('meta', 'clock') as Promise<{ hlc: string } | undefined>,
    ]);
    if (!member) return;
    await browser.alarms.create(ALARM, { periodInMinutes: state.waiting > 0 || state.error ? 1 : 5 });
    const { origin, joined, device } = member;
    const sentinel: Sentinel = { origin, team: joined.team, device, ops, hlc: clock?.hlc ?? '' };
    await local.set({ [SENTINEL]: sentinel });
  }

  function run(asked = false): Promise<Outcome> {
    if (!current) {
      current = once(asked).finally(() => {
        current = undefined;
      });
      return current;
    }
    // What was stored after the round under way has looked is for the next one; however many ask, that is one.
    next ??= current.then(
      () => ((next = undefined), run(asked)),
      () => ((next = undefined), run(asked)),
    );
    return next;
  }

  async function heal(): Promise<void> {
    const sentinel = (await local.get(SENTINEL))[SENTINEL] as Sentinel | undefined;
    if (!sentinel || !isLost(sentinel, await membershipOf(await open()))) return;
    const access = await ports.access.get();
    const holds = access !== undefined && access.until > Date.now() && (await ports.allowed(sentinel.origin));
    if (holds && (await refill(ports, sentinel, access, new AbortController().signal)) === undefined) return;
    await store.face({ phase: 'stopped', at: Date.now(), error: { code: 'lost-database', todo: 'new-invite' } });
  }

  const behind = (work: () => Promise<unknown>): void => void work().catch(complain);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) behind(() => run());
  });
  browser.runtime.onStartup.addListener(() => behind(async () => (await heal(), run())));

  return {
    ...{ store, ports, run, heal },
    saved: () => {
      clearTimeout(soon);
      soon = setTimeout(() => behind(() => run()), AFTER_SAVE_MS);
    },
    forget: async () => {
      await ports.access.set(undefined);
      await local.remove(SENTINEL);
      await browser.alarms.clear(ALARM);
    },
  };
}

const complain = (error: unknown): void => console.error('Azimuth could not sync.', error);
