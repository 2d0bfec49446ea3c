// When rounds run, and what pages of ours are answered about the team: the real engine and store, a browser that takes notes.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSync, type Sync, type SyncBrowser } from '../../lib/requests/sync.ts';
import { ofTeam } from '../../lib/requests/team.ts';
import type { TeamMessage } from '../../lib/sync/messages.ts';
import { BUSY } from '../busy.ts';
import { freshStore, type Store, tagDeed } from '../store/open.ts';
import { Endpoint } from '../sync/simulation/endpoint.ts';
import { ME, TEAM } from '../sync/stage.ts';

const ORIGIN = 'https://sync.example.org';
let store: Store;
let endpoint: Endpoint;
let sync: Sync;
let allowed: boolean;
let changes: number;
const asked: string[] = [];
const alarms: [string, number][] = [];
let onAlarm: (alarm: { name: string }) => void = () => {};
let onStartup: () => void = () => {};

const area = () => {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (key: string) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
    set: async (what: Record<string, unknown>) => void Object.entries(what).forEach(([key, value]) => kept.set(key, value)),
    remove: async (key: string) => void kept.delete(key),
  };
};
let [session, local] = [area(), area()];

const begin = (): void => {
  const browser: SyncBrowser = {
    storage: { session, local },
    alarms: {
      create: (name, { periodInMinutes }) => void alarms.push([name, periodInMinutes]),
      clear: async (name) => void alarms.push([name, 0]),
      onAlarm: { addListener: (listener) => void (onAlarm = listener) },
    },
    permissions: { contains: async () => allowed },
    runtime: { getManifest: () => ({ version: '1' }), onStartup: { addListener: (listener) => void (onStartup = listener) } },
  };
  sync = createSync(
    async () => store.db,
    store.writer,
    browser,
    () => void changes++,
  );
};

beforeEach(async () => {
  store = await freshStore();
  store.clock.now = Date.now();
  endpoint = new Endpoint(Date.now);
  endpoint.addTeam(TEAM);
  [session, local, allowed, changes] = [area(), area(), true, 0];
  asked.length = alarms.length = 0;
  vi.stubGlobal(
    'fetch',
    async (address: string, { method, headers, body }: { method: string; headers: Record<string, string>; body?: string }) => {
      expect(address.startsWith(`${ORIGIN}/v1/`)).toBe(true);
      asked.push(`${method} ${address.slice(ORIGIN.length).split('?')[0]}`);
      const { status, body: said } = endpoint.begin(method, address.slice(ORIGIN.length), headers, body && JSON.parse(body))();
      return Response.json(said, { status });
    },
  );
  begin();
});
afterEach(() => vi.unstubAllGlobals());

const say = (message: TeamMessage) => ofTeam(async () => store.db, sync, message);
const link = (): string => `${ORIGIN}/join#${endpoint.invite(TEAM, ME)}`;
const join = () => say({ ask: 'joinTeam', link: link(), name: 'Ada' });
const save = async (): Promise<void> => {
  const { team: _, ...deed } = tagDeed();
  await store.writer.write([deed]);
};
const rest = () => vi.waitFor(async () => expect(await say({ ask: 'syncState' })).toMatchObject({ sync: { phase: 'synced' } }), BUSY);

describe('pages of ours', () => {
  it('join, are told what team it is, and what was here goes on its way behind the answer', async () => {
    await save();
    expect(await join()).toMatchObject({ state: 'sync', sync: { waiting: 1 }, team: { origin: ORIGIN, team: TEAM, you: { person: ME } } });
    await rest();
    expect(endpoint.read(TEAM)).toHaveLength(1);
  });

  it.each<[string, TeamMessage, string]>([
    ['no link', { ask: 'joinTeam', link: 'hello' }, 'not-an-invite'],
    ['a link nobody made', { ask: 'joinTeam', link: `${ORIGIN}/join#azi_${TEAM}_${'n'.repeat(22)}`, name: 'Ada' }, 'invite-gone'],
    ['plain http', { ask: 'joinTeam', link: `http://sync.example.org/join#azi_${TEAM}_${'n'.repeat(22)}` }, 'not-an-invite'],
    ['no team', { ask: 'syncNow' }, 'not-joined'],
    ['no team to leave', { ask: 'leaveTeam', here: 'keep', there: 'keep' }, 'not-joined'],
    ['no team to ask about', { ask: 'team', what: { call: 'members' } }, 'not-joined'],
  ])('are told why not: %s', async (_, message, why) => expect(await say(message)).toEqual({ state: 'refused', why }));

  it('cannot join where the browser does not let us, nor a second team, and nothing is sent then', async () => {
    allowed = false;
    expect(await join()).toEqual({ state: 'refused', why: 'no-access' });
    expect(asked).toEqual([]);
    allowed = true;
    await join();
    expect(await join()).toEqual({ state: 'refused', why: 'joined-already' });
  });

  it('are told that access was taken away, and what helps', async () => {
    await join();
    await rest();
    allowed = false;
    expect(await say({ ask: 'syncNow' })).toMatchObject({ sync: { phase: 'stopped', error: { code: 'no-access', todo: 'allow-host' } } });
    allowed = true;
    expect(await say({ ask: 'syncNow' })).toMatchObject({ sync: { phase: 'synced' } });
  });

  it('never get a token', async () => {
    const replies = [await join(), await say({ ask: 'syncNow' }), await say({ ask: 'team', what: { call: 'team' } })];
    expect(JSON.stringify(replies)).not.toMatch(/az[ari]_/);
    expect(replies[2]).toMatchObject({ state: 'team', reply: { team: TEAM, you: { person: ME } } });
  });
});

describe('rounds', () => {
  it('run after a save, once for several', async () => {
    await join();
    await rest();
    asked.length = 0;
    await save();
    sync.saved();
    await save();
    sync.saved();
    await vi.waitFor(() => expect(endpoint.read(TEAM)).toHaveLength(2), BUSY);
    expect(asked.filter((one) => one === 'POST /v1/push')).toHaveLength(1);
  });

  it('run by the alarm: each minute while something waits, else every five', async () => {
    await join();
    await rest();
    expect(alarms.at(-1)).toEqual(['sync', 5]);
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('network');
    });
    await save();
    await sync.run(true);
    expect(alarms.at(-1)).toEqual(['sync', 1]);
    asked.length = 0;
    onAlarm({ name: 'another' });
    expect(asked).toEqual([]);
  });

  it('are one at a time, and what was stored meanwhile has one of its own', async () => {
    await join();
    await rest();
    asked.length = 0;
    const first = sync.run(true);
    await save();
    await Promise.all([first, sync.run(true), sync.run(true), sync.run(true)]);
    expect(endpoint.read(TEAM)).toHaveLength(1);
    expect(asked.filter((one) => one === 'GET /v1/pull')).toHaveLength(2);
  });

  it('ask nothing of anybody while no team is joined', async () => {
    await save();
    expect(await sync.run(true)).toBe('alone');
    onAlarm({ name: 'sync' });
    onStartup();
    await new Promise((done) => setTimeout(done, 20));
    expect([asked, alarms, [...local.kept.keys()]]).toEqual([[], [], []]);
  });

  it('tell when they have brought something in', async () => {
    await join();
    await rest();
    const before = changes;
    const hlc = `${Date.now().toString(16).padStart(12, '0')}0000${'b'.repeat(16)}`;
    const op = { op: 'by-bob-0001', device: 'b'.repeat(16), n: 1, hlc, kind: 'tag', key: 'github:acme/app#1' } as const;
    await sync.run(true);
    expect(changes).toBe(before);
    endpoint.add(TEAM, { ...op, set: { note: 'x' }, schema: 1, person: 'm-0000000000000002', author: 'm-0000000000000002' });
    await sync.run(true);
    expect(changes).toBe(before + 1);
  });
});

describe('a database that was lost', () => {
  it('can be left at that', async () => {
    await join();
    await rest();
    for (const name of store.db.objectStoreNames) await store.db.clear(name);
    session.kept.clear();
    begin();
    expect(await say({ ask: 'syncState' })).toMatchObject({ sync: { phase: 'stopped' } });
    expect(await say({ ask: 'leaveTeam', here: 'keep', there: 'keep' })).toMatchObject({ sync: { phase: 'alone' } });
    begin();
    expect(await say({ ask: 'syncState' })).toMatchObject({ sync: { phase: 'alone' } });
  });

  it('is noticed by what stands beside it, without a secret in it, and says so', async () => {
    await join();
    await rest();
    expect(JSON.stringify([...local.kept])).not.toMatch(/az[ari]_/);
    for (const name of store.db.objectStoreNames) await store.db.clear(name);
    session.kept.clear();
    begin();
    expect(await say({ ask: 'syncState' })).toMatchObject({
      sync: { phase: 'stopped', error: { code: 'lost-database', todo: 'new-invite' } },
    });
    // An invite brings it back.
    expect(await join()).toMatchObject({ state: 'sync', team: { team: TEAM } });
    await rest();
    expect(await say({ ask: 'syncState' })).not.toHaveProperty('sync.error');
  });
});
