// Who may do what: every route of the app, by everybody there is. The expected answers are written by hand; a route without
// a line here fails, and so does a line without a route.
import { beforeEach, describe, expect, it } from 'vitest';
import { ROUTES } from '../../server/routes.ts';
import { newDevice, type Person, setStage, type Stage, tagSet } from './stage.ts';

const WHO = ['outsider', 'viewer', 'editor', 'admin', 'revoked', 'expired', 'other team'] as const;
type WhoAsks = (typeof WHO)[number];

interface World {
  readonly stage: Stage;
  readonly people: Readonly<Record<WhoAsks, Person | undefined>>;
  readonly bystander: Person;
  readonly feed: string;
  readonly invite: string;
}

type Target = 'none' | 'own' | 'other’s' | 'other team’s';

interface Line {
  readonly route: string;
  readonly target: Target;
  /** In the order of WHO. */
  readonly expected: readonly number[];
  request(
    world: World,
    who: Person | undefined,
  ): Promise<{ readonly path: string; readonly body?: unknown }> | { readonly path: string; readonly body?: unknown };
}

const self = (who: Person | undefined): string => who?.person ?? 'm-0000000000000000';
const selfDevice = (who: Person | undefined): string => who?.device ?? '0000000000000001';
const path = (fixed: string) => () => ({ path: fixed });
const body = (fixed: string, sent: unknown) => () => ({ path: fixed, body: sent });

//                                                            outsider viewer editor admin revoked expired other team
const EVERYBODY = [200, 200, 200, 200, 200, 200, 200];
const MEMBERS = [401, 200, 200, 200, 401, 401, 200];
const EDITORS = [401, 403, 200, 200, 401, 401, 200];
const ADMINS = [401, 403, 403, 200, 401, 401, 200];
/** Something of this team: whoever is of another does not even learn that it is there. */
const ADMINS_HERE = [401, 403, 403, 200, 401, 401, 404];
const NOBODY = [401, 403, 403, 404, 401, 401, 404];

const op = (who: Person | undefined, about: string | undefined): unknown => ({
  ops: [
    who
      ? who.does('tag', 'github:acme/app#1', about ? { deleted: true } : tagSet(1), about ? { of: about } : {})
      : {
          op: 'operation-x',
          device: '00000000000000ff',
          n: 1,
          hlc: '0'.repeat(32),
          kind: 'tag',
          key: 'github:acme/app#1',
          set: tagSet(1),
          schema: 1,
        },
  ],
});

const LINES: readonly Line[] = [
  {
    route: 'POST /v1/join',
    target: 'none',
    expected: [410, 410, 410, 410, 410, 410, 410],
    request: () => ({
      path: '/v1/join',
      body: { invite: `azi_t-0000000000000000_${'x'.repeat(32)}`, request: 'x'.repeat(20), device: newDevice(), name: 'X' },
    }),
  },
  {
    route: 'POST /v1/token',
    target: 'own',
    expected: [401, 200, 200, 200, 401, 200, 200],
    request: (_, who) => ({ path: '/v1/token', body: { refresh: who?.refresh ?? `azr_t-0000000000000000_${'x'.repeat(55)}` } }),
  },
  { route: 'POST /v1/push', target: 'own', expected: EDITORS, request: (_, who) => ({ path: '/v1/push', body: op(who, undefined) }) },
  { route: 'GET /v1/pull', target: 'none', expected: MEMBERS, request: path('/v1/pull') },
  { route: 'GET /v1/snapshot', target: 'none', expected: MEMBERS, request: path('/v1/snapshot') },
  { route: 'GET /v1/team', target: 'none', expected: MEMBERS, request: path('/v1/team') },
  { route: 'PATCH /v1/team', target: 'none', expected: ADMINS, request: body('/v1/team', { hideUntilAnswered: true }) },
  { route: 'GET /v1/members', target: 'none', expected: MEMBERS, request: path('/v1/members') },
  {
    route: 'PATCH /v1/members/:person',
    target: 'own',
    expected: MEMBERS,
    request: (_, who) => ({ path: `/v1/members/${self(who)}`, body: { name: 'Newly called' } }),
  },
  {
    route: 'PATCH /v1/members/:person',
    target: 'other’s',
    expected: ADMINS_HERE,
    request: ({ bystander }) => ({ path: `/v1/members/${bystander.person}`, body: { role: 'admin' } }),
  },
  {
    route: 'PATCH /v1/members/:person',
    target: 'other’s',
    expected: [401, 403, 403, 403, 401, 401, 403],
    request: ({ bystander }) => ({ path: `/v1/members/${bystander.person}`, body: { name: 'Not theirs' } }),
  },
  {
    route: 'PATCH /v1/members/:person',
    target: 'other team’s',
    expected: NOBODY,
    request: () => ({ path: '/v1/members/m-00000000000000aa', body: { role: 'admin' } }),
  },
  {
    route: 'DELETE /v1/members/:person',
    target: 'own',
    expected: [401, 200, 200, 409, 401, 401, 409],
    request: (_, who) => ({ path: `/v1/members/${self(who)}` }),
  },
  {
    route: 'DELETE /v1/members/:person',
    target: 'other’s',
    expected: ADMINS_HERE,
    request: ({ bystander }) => ({ path: `/v1/members/${bystander.person}?tags=delete` }),
  },
  { route: 'GET /v1/devices', target: 'none', expected: MEMBERS, request: path('/v1/devices') },
  {
    route: 'DELETE /v1/devices/:device',
    target: 'own',
    expected: MEMBERS,
    request: (_, who) => ({ path: `/v1/devices/${selfDevice(who)}` }),
  },
  {
    route: 'DELETE /v1/devices/:device',
    target: 'other’s',
    expected: [401, 404, 404, 200, 401, 401, 404],
    request: ({ bystander }) => ({ path: `/v1/devices/${bystander.device}` }),
  },
  { route: 'GET /v1/invites', target: 'none', expected: ADMINS, request: path('/v1/invites') },
  { route: 'POST /v1/invites', target: 'none', expected: ADMINS, request: body('/v1/invites', { role: 'admin' }) },
  {
    route: 'POST /v1/invites',
    target: 'own',
    expected: MEMBERS,
    request: (_, who) => ({ path: '/v1/invites', body: { person: self(who) } }),
  },
  {
    route: 'POST /v1/invites',
    target: 'other’s',
    expected: ADMINS_HERE,
    request: ({ bystander }) => ({ path: '/v1/invites', body: { person: bystander.person } }),
  },
  {
    route: 'DELETE /v1/invites/:invite',
    target: 'other’s',
    expected: ADMINS_HERE,
    request: ({ invite }) => ({ path: `/v1/invites/${invite}` }),
  },
  { route: 'GET /v1/audit', target: 'none', expected: ADMINS, request: path('/v1/audit') },
  { route: 'GET /v1/export', target: 'none', expected: MEMBERS, request: path('/v1/export') },
  { route: 'PUT /v1/feed', target: 'none', expected: ADMINS, request: body('/v1/feed', { on: false }) },
  { route: 'GET /status/:secret', target: 'none', expected: EVERYBODY, request: ({ feed }) => ({ path: feed }) },
  {
    route: 'GET /status/:secret',
    target: 'other team’s',
    expected: [404, 404, 404, 404, 404, 404, 404],
    request: ({ feed }) => ({ path: `${feed.slice(0, -1)}${feed.endsWith('A') ? 'B' : 'A'}` }),
  },
  { route: 'GET /status/:secret/feed.json', target: 'none', expected: EVERYBODY, request: ({ feed }) => ({ path: `${feed}/feed.json` }) },
  { route: 'GET /join', target: 'none', expected: EVERYBODY, request: path('/join') },
];

/** In every team there is something that must not be seen in another. */
const CANARY = 'canary-of-the-team';

async function world(): Promise<World> {
  const stage = await setStage();
  const admin = await stage.joins('Ada', 'admin');
  const bystander = await stage.joins('Bystander', 'editor');
  const [viewer, editor, revoked, expired] = [
    await stage.joins('Vera', 'viewer'),
    await stage.joins('Ed', 'editor'),
    await stage.joins('Rex', 'editor'),
    await stage.joins('Exa', 'editor'),
  ];
  const other = await setStage(stage.store, undefined, 'Other');
  const stranger = await other.joins('Eve', 'admin');
  await bystander.pushes(bystander.does('tag', 'github:acme/app#9', { ...tagSet(1), note: CANARY }));
  await stage.ask('DELETE', `/v1/members/${revoked.person}`, { token: admin.access });
  const feed = await stage.ask('PUT', '/v1/feed', { token: admin.access, body: { on: true } });
  const made = await stage.ask('POST', '/v1/invites', { token: admin.access, body: {} });
  // Everybody but one has a token of this hour.
  stage.now += 15 * 60_000;
  for (const one of [admin, bystander, viewer, editor, stranger]) {
    const next = await stage.ask('POST', '/v1/token', { body: { refresh: one.refresh } });
    Object.assign(one, { access: next.body['access'], refresh: next.body['refresh'] });
  }
  const people = { outsider: undefined, viewer, editor, admin, revoked, expired, 'other team': stranger };
  return { stage, people, bystander, feed: String(feed.body['page']), invite: String(made.body['id']) };
}

describe('who may do what', () => {
  let here: World;
  beforeEach(async () => {
    here = await world();
  });

  it('is said of every route there is, and of no other', () => {
    const routes = ROUTES.map(({ method, path: at }) => `${method} ${at}`);
    expect([...new Set(LINES.map(({ route }) => route))].toSorted()).toEqual(routes.toSorted());
    const served = here.stage.app.routes.map(({ method, path: at }) => `${method} ${at}`).filter((route) => !routes.includes(route));
    // Told of in limits.test.ts: they know no team.
    expect([...new Set(served)].toSorted()).toEqual(['GET /healthz', 'GET /metrics', 'GET /v1/openapi.json']);
  });

  for (const [i, who] of WHO.entries()) {
    it(`by: ${who}`, async () => {
      const told: string[] = [];
      const expected: string[] = [];
      let done = false;
      for (const line of LINES) {
        // What one did must not decide about the next.
        if (done) here = await world();
        const { stage, people } = here;
        const { path: at, body: sent } = await line.request(here, people[who]);
        const reply = await stage.ask(line.route.split(' ')[0] ?? '', at, {
          ...(people[who] && { token: people[who].access }),
          body: sent,
        });
        done = !line.route.startsWith('GET') && reply.status < 400;
        told.push(`${line.route} (${line.target}): ${reply.status}`);
        expected.push(`${line.route} (${line.target}): ${line.expected[i]}`);
        if (!['viewer', 'editor', 'admin'].includes(who)) expect(reply.text, line.route).not.toContain(CANARY);
        if (reply.status >= 400) expect(Object.keys(reply.body), line.route).toEqual(['error']);
        expect(stage.reported).toEqual([]);
      }
      expect(told).toEqual(expected);
    });
  }

  it('includes whose tags: an editor’s own, and of others an admin only their removal', async () => {
    const { stage, people, bystander } = here;
    const codes = async (who: Person | undefined, about: string): Promise<unknown> => {
      const reply = await stage.ask('POST', '/v1/push', { token: who?.access ?? '', body: op(who, about) });
      return (reply.body['results'] as { status: string; code?: string }[] | undefined)?.map(({ status, code }) => code ?? status)[0];
    };
    expect(await codes(people.editor, bystander.person)).toBe('forbidden');
    expect(await codes(people.editor, people.editor?.person ?? '')).toBe('applied');
    expect(await codes(people.admin, bystander.person)).toBe('applied');
    expect(await codes(people['other team'], bystander.person)).toBe('invalid');
  });
});
