// No request that is not meant well has an effect. HOSTILE=all takes all there are, else every some-th one.
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { ROUTES } from '../../server/routes.ts';
import type { Store } from '../../server/store/store.ts';
import { addressAttacks, type Attack, bodyAttacks, type Fine, tokenAttacks } from './hostile.ts';
import { framework, newDevice, type Person, setStage, type Stage, tagSet } from './stage.ts';

const EVERY = process.env['HOSTILE'] === 'all' ? 1 : 7;

/** All that is stored, but the rates and who was seen when. */
async function stored(store: Store): Promise<string> {
  const tables = ['team', 'op', 'cell', 'version', 'member', 'device', 'invite', 'audit', 'feed'];
  const kept = await Promise.all(tables.map((table) => store.all(`SELECT * FROM ${table} ORDER BY 1, 2`)));
  const families = await store.all('SELECT team, family, generation, revoked FROM family ORDER BY 1, 2');
  return JSON.stringify([kept, families]);
}

interface Scene {
  readonly stage: Stage;
  readonly ada: Person;
  readonly vera: Person;
  readonly attacks: readonly Attack[];
}

async function scene(): Promise<Scene> {
  const stage = await setStage();
  const ada = await stage.joins('Ada', 'admin');
  const expired = (await stage.joins('Exa', 'admin')).access;
  const vera = await stage.joins('Vera', 'viewer');
  stage.now += 15 * 60_000;
  for (const one of [ada, vera]) {
    const { body } = await stage.ask('POST', '/v1/token', { body: { refresh: one.refresh } });
    Object.assign(one, { access: body['access'], refresh: body['refresh'] });
  }
  const made = await stage.ask('POST', '/v1/invites', { token: ada.access, body: {} });
  const rex = personFrom((await stage.joinsBy(String(made.body['invite']), newDevice(), 'Rex')).body);
  await stage.ask('DELETE', `/v1/members/${rex.person}`, { token: ada.access });
  const other = await setStage(stage.store, undefined, 'Other');
  const eve = await other.joins('Eve', 'admin');
  const open = await stage.ask('POST', '/v1/invites', { token: ada.access, body: {} });
  const tokens = { expired, revoked: rex.access, refresh: ada.refresh, stranger: eve.access, own: ada.access };
  const attacks = FINE({ ada, invite: String(open.body['invite']), id: String(open.body['id']) }).flatMap((fine) => {
    const route = ROUTES.find(({ method, path }) => fine.route === `${method} ${path}`);
    const query = Object.keys((route?.query as z.ZodMiniObject | undefined)?.shape ?? {});
    const ids = fine.path.match(/[mi]-[0-9a-f]{16}|(?<=\/)[0-9a-f]{16}/g) ?? [];
    return [
      ...(fine.body === undefined ? [] : bodyAttacks(fine, true)),
      ...(route?.access === 'everybody' ? [] : tokenAttacks(fine, tokens)),
      ...addressAttacks(fine, query, ids, [eve.person, eve.device, 'm-ffffffffffffffff']),
    ];
  });
  return { stage, ada, vera, attacks: attacks.filter((attack) => !HARMLESS.some((is) => is(attack))) };
}

const personFrom = (body: object): { person: string; access: string } => {
  const { access, team } = body as { access: string; team: { you: { person: string } } };
  return { access, person: team.you.person };
};

function FINE({ ada, invite, id }: { ada: Person; invite: string; id: string }): Fine[] {
  const push = (kind: 'tag' | 'framework' | 'reading' | 'record', key: string, set: object, more = {}): Fine => ({
    route: 'POST /v1/push',
    path: '/v1/push',
    body: { ops: [ada.does(kind, key, set as Record<string, unknown>, more)] },
  });
  const decision = {
    ...{
      kind: 'decision',
      framework: 'growth',
      version: 1,
      words: 'First this',
      who: 'Ada',
      at: '2026-11-22T12:00:00Z',
      chance: 0.8,
      net: 12,
    },
    tickets: [{ ticket: 'github:acme/app#1', title: 'A ticket', mean: 4, low: 1, high: 9, effort: 3 }],
  };
  return [
    push('tag', 'github:acme/app#1', { ...tagSet(1), note: 'why', effort: 3, evidence: 'test' }),
    push('tag', 'github:acme/app#2', {
      answer: { kind: 'not-north-star', reason: 'debt', framework: 'growth', version: 1 },
      seen: { id: 'a', title: 'b' },
    }),
    push('framework', 'growth', { framework: framework(1), deleted: false }, { base: 0 }),
    push('reading', 'growth/activation/2026-11-20', { value: 32.5, source: 'import', origin: 'weekly.csv:14', deleted: false }),
    push('record', 'decision/first', { record: decision, deleted: false }),
    push('record', 'budget/growth/2026-Q4', {
      record: { kind: 'budget', framework: 'growth', quarter: '2026-Q4', share: 0.2, points: 100 },
    }),
    push('record', 'view/mine', { record: { kind: 'view', framework: 'growth', name: 'Mine', query: 'a=b' } }),
    { route: 'POST /v1/join', path: '/v1/join', body: { invite, request: 'x'.repeat(20), device: newDevice(), name: 'Nobody' } },
    { route: 'POST /v1/token', path: '/v1/token', body: { refresh: ada.refresh } },
    { route: 'PATCH /v1/team', path: '/v1/team', body: { name: 'Acme', hideUntilAnswered: true } },
    { route: 'PATCH /v1/members/:person', path: `/v1/members/${ada.person}`, body: { name: 'Ada L', role: 'admin' } },
    { route: 'POST /v1/invites', path: '/v1/invites', body: { role: 'viewer', person: ada.person } },
    { route: 'PUT /v1/feed', path: '/v1/feed', body: { on: true } },
    { route: 'DELETE /v1/members/:person', path: `/v1/members/${ada.person}` },
    { route: 'DELETE /v1/devices/:device', path: `/v1/devices/${ada.device}` },
    { route: 'DELETE /v1/invites/:invite', path: `/v1/invites/${id}` },
    ...['/v1/pull', '/v1/snapshot', '/v1/team', '/v1/members', '/v1/devices', '/v1/invites', '/v1/audit', '/v1/export'].map((path) => ({
      route: `GET ${path}`,
      path,
    })),
  ];
}

/** Where what looks wrong is fine: what a limit or a page means, and content that is text like any other. */
const HARMLESS: readonly ((attack: Attack) => boolean)[] = [
  // Left out of a change, nothing changes by it: the change has another part.
  ({ kind, route }) => kind === 'missing' && /^(PATCH|POST \/v1\/invites)/.test(route),
  // A field that is taken back.
  ({ field, kind }) => kind === 'instead: null' && /^ops\.#\.set\.\w+$/.test(field),
  // What is given is text: NUL has a way to be written in it.
  ({ field, kind }) => kind === 'instead: nul' && /\.set\./.test(field),
];

describe('requests that nobody means well with', () => {
  it('get the right status, change nothing, and leave nothing in the log', async () => {
    const { stage, ada, vera, attacks } = await scene();
    let state = await stored(stage.store);
    const chosen = attacks.flatMap((attack) => [ada, vera].map((who) => ({ ...attack, who }))).filter((_, i) => i % EVERY === 0);
    const wrong: string[] = [];
    const covered = new Map<string, Set<string>>();
    for (const attack of chosen) {
      const { route, field, kind, path, body, headers, who } = attack;
      const [method = ''] = route.split(' ');
      covered.set(route, (covered.get(route) ?? new Set()).add(`${field} ${kind}`));
      const reply = await stage.ask(method, path, {
        token: who.access,
        body: body === '' ? undefined : body,
        headers: { ...(body === '' && { 'content-type': 'application/json' }), ...headers },
      });
      const results = reply.status === 200 ? ((reply.body['results'] as { status: string }[] | undefined) ?? []) : [];
      const refused =
        reply.status >= 400 && reply.status < 500 ? true : results.length > 0 && results.every(({ status }) => status === 'rejected');
      const now = await stored(stage.store);
      if (!refused || now !== state)
        wrong.push(`${route} ${field} ${kind}: ${reply.status} ${now === state ? '' : 'CHANGED '}${reply.text.slice(0, 200)}`);
      if (reply.status >= 500) wrong.push(`${route} ${field} ${kind}: ${reply.status}`);
      state = now;
    }
    const fields = new Set([...covered].flatMap(([route, all]) => [...all].map((one) => `${route} ${one.split(' ')[0]}`)));
    console.log(
      `${chosen.length} of ${attacks.length * 2} requests: ${covered.size} routes, ${fields.size} fields, ${new Set(chosen.map(({ kind }) => kind)).size} kinds`,
    );
    expect(wrong).toEqual([]);
    expect(stage.reported).toEqual([]);
    expect(covered.size).toBeGreaterThanOrEqual(ROUTES.filter(({ access }) => access !== 'everybody').length);
    expect(({} as { role?: unknown }).role).toBeUndefined();
  }, 600_000);

  it('that repeat, reorder or mix what was pushed change nothing', async () => {
    const { stage, ada } = await scene();
    const ops = Array.from({ length: 20 }, (_, i) => ada.does('tag', `github:acme/app#${(i % 4) + 1}`, tagSet(i)));
    await ada.pushes(...ops);
    const before = await stored(stage.store);
    for (let i = 0; i < 20; i++) await ada.pushes(...ops.slice(i), ...ops.slice(0, i).toReversed());
    expect(await stored(stage.store)).toBe(before);
  });
});
