// One device and an endpoint for tests of the rules of sync: the real store and engine, an endpoint in memory, and whatever a test
// puts between them.
import type { Operation } from '../../lib/model/operation.ts';
import { createSyncStore, type TeamStore } from '../../lib/store/sync-store.ts';
import { syncStateOf } from '../../lib/store/synced.ts';
import { createWriter } from '../../lib/store/write.ts';
import { type Outcome, round } from '../../lib/sync/client.ts';
import { joinTeam } from '../../lib/sync/joining.ts';
import type { Access, Ports, Reply } from '../../lib/sync/ports.ts';
import type { PulledOperation } from '../../lib/sync/protocol.ts';
import type { SyncState } from '../../lib/sync/state.ts';
import { freshStore, type Store } from '../store/open.ts';
import { type Answer, Endpoint } from './simulation/endpoint.ts';

export const TEAM = 't-00000000000000aa';
export const ME = 'm-0000000000000001';
export const BOB = 'm-0000000000000002';
export const ORIGIN = 'https://endpoint';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: { readonly ops: readonly Record<string, unknown>[] } & Record<string, unknown>;
}

export interface Stage extends Store {
  readonly endpoint: Endpoint;
  readonly store: TeamStore;
  readonly ports: Ports;
  readonly asked: Asked[];
  /** Answers in the endpoint's place; `undefined` leaves it to the endpoint. */
  between: (asked: Asked, pass: () => Answer) => Answer | undefined;
  access: Access | undefined;
  /** Operations' `schema` that can be read here. */
  newest: number;
  version: string;
  join(invite?: string): Promise<unknown>;
  sync(): Promise<Outcome>;
  state(): Promise<SyncState>;
  /** Something a colleague did. @param ms their clock */
  bob(ms: number, more: Partial<PulledOperation>): void;
}

const reply = ({ status, body, headers = {} }: Answer): Reply => ({
  status,
  headers: { get: (name) => headers[name] ?? null },
  text: async () => (typeof body === 'string' ? body : JSON.stringify(body)),
});

export async function setStage(): Promise<Stage> {
  const { db, clock } = await freshStore();
  const writer = createWriter(
    async () => db,
    () => clock.now,
  );
  const endpoint = new Endpoint(() => stage.endpointClock.now);
  endpoint.addTeam(TEAM);
  const store = createSyncStore(
    async () => db,
    (team) => writer.forgetTeam(team),
    () => stage.newest,
  );
  let n = 0;
  const signal = new AbortController().signal;
  const stage: Stage & { endpointClock: { now: number } } = {
    ...{ db, clock, writer, endpoint, store, asked: [], between: () => undefined, access: undefined, newest: 1, version: '1' },
    endpointClock: clock,
    ports: {
      store,
      fetch: async (address, { method, headers, body }) => {
        const path = address.slice(ORIGIN.length);
        const asked: Asked = { method, path, headers, body: body === undefined ? undefined : JSON.parse(body) };
        stage.asked.push(asked);
        const pass = (): Answer => endpoint.begin(method, path, headers, structuredClone(asked.body))();
        return reply(stage.between(asked, pass) ?? pass());
      },
      now: () => clock.now,
      random: () => 0.5,
      deadline: () => new AbortController().signal,
      access: { get: async () => stage.access, set: async (access) => void (stage.access = access) },
      allowed: async () => true,
      get version() {
        return stage.version;
      },
    },
    join: (invite = endpoint.invite(TEAM, ME)) => joinTeam(stage.ports, { origin: ORIGIN, invite, name: 'Ada' }, signal),
    sync: () => round(stage.ports, signal, true),
    state: () => syncStateOf(db, clock.now),
    bob: (ms, more) => {
      n++;
      const hlc = ms.toString(16).padStart(12, '0') + '0000' + 'b'.repeat(16);
      const op = {
        op: `by-bob-${String(n).padStart(4, '0')}`,
        device: 'b'.repeat(16),
        n,
        hlc,
        kind: 'tag',
        key: 'github:acme/app#1',
      } as const;
      endpoint.add(TEAM, { ...op, set: { note: 'x' }, schema: 1, person: BOB, author: BOB, ...more });
    },
  };
  return stage;
}

/** Puts the endpoint's clock apart from the device's. */
export function partClocks(stage: Stage, by: number): void {
  const { clock } = stage;
  (stage as Stage & { endpointClock: { readonly now: number } }).endpointClock = {
    get now() {
      return clock.now + by;
    },
  };
}

export const logOf = (stage: Stage): readonly PulledOperation[] => stage.endpoint.team(TEAM).log;
export const opsOf = (stage: Stage): Promise<Operation[]> => stage.db.getAll('ops');
