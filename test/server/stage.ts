// A team's endpoint to try things on: the app on a store, a clock that goes when it is told to, and people who joined.
import { createApp } from '../../server/app.ts';
import { migrate } from '../../server/migrations/migrate.ts';
import { SETTINGS, type Settings } from '../../server/settings.ts';
import type { Store } from '../../server/store/store.ts';
import { inviteAdmin } from '../../server/team/invite.ts';
import { createTeam } from '../../server/team/team.ts';
import { tick } from '../../lib/sync/clock.ts';
import type { PulledOperation, PushedOperation, PushReply } from '../../lib/sync/protocol.ts';
import type { JoinReply, Role } from '../../lib/sync/protocol-team.ts';
import type * as z from 'zod/mini';
import { openStore } from './open.ts';

export const START = Date.parse('2026-11-22T12:00:00Z');
/** So many that no test meets a limit which it is not about. */
export const UNHURRIED: Settings = {
  ...SETTINGS,
  requests: { perMinute: 1e9, burst: 1e9 },
  operations: { perMinute: 1e9, burst: 1e9 },
};

export interface Reply {
  readonly status: number;
  // What it holds is what the test is about.
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly headers: Headers;
}

export interface Stage {
  readonly store: Store;
  readonly app: ReturnType<typeof createApp>;
  readonly team: string;
  readonly reported: string[];
  now: number;
  ask(
    method: string,
    path: string,
    sent?: { readonly token?: string; readonly body?: unknown; readonly headers?: Record<string, string> },
  ): Promise<Reply>;
  /** Somebody new, by an invite of the first admin (who is made with the first call). */
  joins(name: string, role: Role): Promise<Person>;
  joinsBy(invite: string, device: string, name?: string): Promise<Reply>;
}

let devices = 0;
export const newDevice = (): string => (++devices).toString(16).padStart(16, 'd');

export async function setStage(given?: Store, settings: Settings = UNHURRIED, name = 'Acme'): Promise<Stage> {
  const store = given ?? (await openStore());
  await migrate(store);
  const reported: string[] = [];
  const app = createApp({ store, settings, now: () => stage.now, report: (line) => reported.push(line) });
  let admin: Person | undefined;
  const stage: Stage = {
    store,
    app,
    reported,
    now: START,
    team: await createTeam(store, name, START),
    ask: async (method, path, { token, body, headers = {} } = {}) => {
      const all = {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      };
      const text = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
      const reply = await app.request(`http://127.0.0.1${path}`, { method, headers: all, ...text });
      const said = await reply.text();
      const json = /json/.test(reply.headers.get('content-type') ?? '');
      return { status: reply.status, body: json && said ? JSON.parse(said) : {}, text: said, headers: reply.headers };
    },
    joinsBy: (invite, device, called) =>
      stage.ask('POST', '/v1/join', { body: { invite, request: 'request-of-a-join', device, ...(called && { name: called }) } }),
    joins: async (called, role) => {
      const device = newDevice();
      if (!admin) {
        const { invite } = await inviteAdmin(store, stage.team, stage.now, settings);
        admin = personOf(
          stage,
          (await stage.joinsBy(invite, role === 'admin' ? device : newDevice(), role === 'admin' ? called : 'Ada')).body,
          device,
        );
        if (role === 'admin') return admin;
      }
      const made = await stage.ask('POST', '/v1/invites', { token: admin.access, body: { role } });
      return personOf(stage, (await stage.joinsBy(String(made.body['invite']), device, called)).body, device);
    },
  };
  return stage;
}

export interface Person {
  readonly person: string;
  readonly device: string;
  access: string;
  refresh: string;
  /** An operation of theirs, with the next stamp of their device. */
  does(kind: PushedOperation['kind'], key: string, set: Record<string, unknown>, more?: Partial<PushedOperation>): PushedOperation;
  pushes(...ops: PushedOperation[]): Promise<PushReply['results']>;
  pulls(after?: string): Promise<PulledOperation[]>;
}

let operations = 0;
/** Devices and operations are called as they were at first. */
export function countAnew(): void {
  devices = 0;
  operations = 0;
}

export function personOf(stage: Stage, joined: object, device: string): Person {
  const { access, refresh, team } = joined as z.infer<typeof JoinReply>;
  let [hlc, n]: [string | undefined, number] = [undefined, 0];
  const person: Person = {
    person: team.you.person,
    device: team.you.device ?? device,
    access,
    refresh,
    does: (kind, key, set, more = {}) => {
      hlc = tick(hlc, stage.now, person.device);
      n += 1;
      return { op: `operation-${++operations}`, device: person.device, n, hlc, kind, key, set, schema: 1, ...more };
    },
    pushes: async (...ops) => {
      const { status, body, text } = await stage.ask('POST', '/v1/push', { token: person.access, body: { ops } });
      if (status !== 200) throw new Error(`${status} ${text}`);
      return (body as unknown as PushReply).results;
    },
    pulls: async (after) => {
      const { status, body, text } = await stage.ask('GET', `/v1/pull${after ? `?after=${after}` : ''}`, { token: person.access });
      if (status !== 200) throw new Error(`${status} ${text}`);
      return body['ops'] as PulledOperation[];
    },
  };
  return person;
}

export const answer = (low: number, input = 'activation'): Record<string, unknown> => ({
  kind: 'effects',
  effects: [{ input, low, high: low + 3, chance: 0.7, text: `+${low}..${low + 3}pp` }],
  framework: 'growth',
  version: 1,
});

export const tagSet = (low: number, ticket = 'github:acme/app#1'): Record<string, unknown> => ({
  answer: answer(low),
  seen: { id: ticket, title: 'A ticket' },
  deleted: false,
});

export const framework = (version: number, name = 'Growth'): Record<string, unknown> => ({
  id: 'growth',
  name,
  version,
  metrics: [
    { id: 'teams', name: 'Active teams', role: 'north-star', kind: 'count', unit: 'teams', direction: 'up' },
    {
      id: 'activation',
      name: 'Activation',
      role: 'input',
      kind: 'rate',
      unit: '',
      direction: 'up',
      sensitivity: { low: 10, high: 20 },
    },
  ],
  claims: ['github:acme'],
});
