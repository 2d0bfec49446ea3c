// S4: what one store answers, the other answers too, word for word.
import { describe, expect, it, vi } from 'vitest';
import { openPostgres } from '../../../server/store/postgres.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { newDatabase } from '../open.ts';
import { answer, countAnew, framework, type Person, setStage, type Stage } from '../stage.ts';

const chance = vi.hoisted(() => ({ drawn: 0 }));
/** Ids and secrets are drawn alike in both plays: rows stand in the order of ids. */
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  const randomBytes = (size: number): Buffer =>
    real
      .createHash('sha512')
      .update(`drawn ${++chance.drawn}`)
      .digest()
      .subarray(0, size);
  return { ...real, randomBytes };
});

/** The same numbers every time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

async function play(store: Store, seed: number, steps: number): Promise<string[]> {
  chance.drawn = 0;
  countAnew();
  const stage: Stage = await setStage(store);
  const transcript: string[] = [];
  const ask: Stage['ask'] = async (method, path, sent) => {
    const reply = await stage.ask(method, path, sent);
    transcript.push(`${method} ${path} ${reply.status} ${reply.text}`);
    return reply;
  };
  const random = numbers(seed);
  const below = (n: number): number => Math.floor(random.next().value * n);
  const people: Person[] = [
    await stage.joins('Ada', 'admin'),
    await stage.joins('Bob', 'editor'),
    await stage.joins('Zoë', 'editor'),
    await stage.joins('Vera', 'viewer'),
  ];
  const pushed: unknown[] = [];
  let version = 0;
  const keys = ['github:acme/app#1', 'github:acme/app#2', 'jira:acme.example/é-3', 'linear:acme/z-1', 'github:acme/App#4'];
  for (let step = 0; step < steps; step++) {
    stage.now += below(5000);
    const who = people[below(people.length)] as Person;
    const token = who.access;
    const key = keys[below(keys.length)] ?? '';
    const moves: (() => Promise<unknown>)[] = [
      () => {
        const set = {
          answer: answer(below(9)),
          seen: { id: key, title: 'Ä \u{1F600} "\\' },
          note: below(2) ? 'x'.repeat(below(200)) : null,
          deleted: below(5) === 0,
        };
        const ops = [
          who.does('tag', key, set),
          who.does('tag', keys[below(5)] ?? '', { deleted: below(2) === 0 }, below(3) ? {} : { of: people[1]?.person ?? '' }),
        ];
        pushed.push(...ops);
        return ask('POST', '/v1/push', { token, body: { ops } });
      },
      () =>
        ask('POST', '/v1/push', {
          token,
          body: {
            ops: [
              pushed[below(pushed.length)] ?? {},
              who.does('reading', `growth/activation/2026-11-${10 + below(9)}`, { value: below(100) / 3, source: 'typed' }),
            ],
          },
        }),
      () => {
        const base = below(4) ? version : version + 1;
        if (base === version && who === people[0]) version += 1;
        return ask('POST', '/v1/push', {
          token,
          body: { ops: [who.does('framework', 'growth', { framework: framework(base + 1), deleted: false }, { base })] },
        });
      },
      async () => {
        const { body } = await ask('GET', `/v1/pull?limit=${1 + below(20)}`, { token });
        return ask('GET', `/v1/pull?after=${body['next'] ?? 'x'}`, { token });
      },
      async () => {
        const { body } = await ask('GET', `/v1/snapshot?limit=${1 + below(5)}`, { token });
        if (body['page'] !== undefined) await ask('GET', `/v1/snapshot?page=${body['page']}`, { token });
      },
      async () => {
        const { body } = await ask('POST', '/v1/token', { body: { refresh: who.refresh } });
        if (body['access'] !== undefined) Object.assign(who, { access: body['access'], refresh: below(6) ? body['refresh'] : who.refresh });
      },
      () => ask('PATCH', `/v1/members/${people[below(4)]?.person}`, { token, body: { role: ['viewer', 'editor', 'admin'][below(3)] } }),
      () =>
        ask(
          'GET',
          ['/v1/team', '/v1/members', '/v1/devices', '/v1/invites', '/v1/audit', '/v1/export', '/v1/export?format=csv'][below(7)] ?? '',
          { token },
        ),
      () =>
        below(8)
          ? ask('POST', '/v1/invites', { token, body: { role: 'viewer' } })
          : ask('DELETE', `/v1/members/${people[2]?.person}?tags=delete`, { token }),
      async () => {
        const { body } = await ask('PUT', '/v1/feed', { token, body: { on: below(3) > 0 } });
        if (body['json'] !== undefined) await ask('GET', String(body['json']));
      },
    ];
    await moves[below(moves.length)]?.();
  }
  const stored = { op: 'seq', cell: 'kind, key, op, field', version: 'framework, version', member: 'joined, name' };
  for (const [table, order] of Object.entries(stored))
    transcript.push(JSON.stringify(await store.all(`SELECT * FROM ${table} ORDER BY ${order}`)));
  if (stage.reported.length > 0) throw new Error(stage.reported.join('\n'));
  return transcript;
}

describe('SQLite and PostgreSQL', () => {
  const SEEDS = Number(process.env['SAME_SEEDS'] ?? 3);
  for (let seed = 1; seed <= SEEDS; seed++)
    it(`answer alike, seed ${seed}`, async () => {
      const [one, other] = [openSqlite(':memory:'), openPostgres(await newDatabase())];
      try {
        const [said, heard] = [await play(one, seed, 150), await play(other, seed, 150)];
        expect(said.length).toBeGreaterThan(150);
        // Every kind of step took place, and not only to be refused.
        expect(
          new Set(
            said.map((line) =>
              line
                .split(' ', 3)
                .join(' ')
                .replace(/[?].*| \/status.*|m-[0-9a-f]{16}/g, ''),
            ),
          ).size,
        ).toBeGreaterThan(15);
        // One line at a time: the first that differs is the one to look at.
        for (const [i, line] of said.entries()) expect(heard[i], `line ${i}`).toBe(line);
        expect(heard).toHaveLength(said.length);
      } finally {
        await Promise.all([one.close(), other.close()]);
      }
    });
});
