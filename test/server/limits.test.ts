import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { MOST_BODY_BYTES } from '../../lib/sync/protocol.ts';
import { createApp } from '../../server/app.ts';
import { configurationOf } from '../../server/environment.ts';
import { SETTINGS } from '../../server/settings.ts';
import { openStore } from './open.ts';
import { type Person, type Reply, setStage, type Stage, tagSet, UNHURRIED } from './stage.ts';

let stage: Stage;
let bob: Person;
const push = (body: unknown, headers: Record<string, string> = {}): Promise<Reply> =>
  stage.ask('POST', '/v1/push', { token: bob.access, body, headers });
const why = ({ status, body }: Reply): unknown[] => [status, (body['error'] as { detail?: string } | undefined)?.detail];

beforeEach(async () => {
  stage = await setStage();
  bob = await stage.joins('Bob', 'editor');
});

describe('a body', () => {
  it('means one thing only', async () => {
    const text = JSON.stringify({ ops: [bob.does('tag', 'github:acme/app#1', tagSet(1))] });
    const proto = text.replace('"deleted":false', '"deleted":false,"__proto__":{"role":"admin"}');
    expect(why(await push(proto))).toEqual([400, 'forbidden-key']);
    expect(why(await push(text.replace('"deleted"', '"deleted":true,"deleted"')))).toEqual([400, 'repeated-key']);
    expect(why(await push(text.replace('"deleted":false', '"x":1e999')))).toEqual([400, 'value']);
    expect(why(await push(text.replace('"deleted":false', '"x":"\\ud800"')))).toEqual([400, 'value']);
    expect(why(await push(`${text}x`))).toEqual([400, 'not-json']);
    expect(why(await push(text.replace('"deleted":false', '"constructor":1')))[0]).toBe(400);
    expect(({} as { role?: unknown }).role).toBeUndefined();
  });

  it('is not deep, not large and of few values', async () => {
    const deep = `{"ops":${'['.repeat(20)}${']'.repeat(20)}}`;
    expect(why(await push(deep))).toEqual([400, 'too-deep']);
    expect((await push(`{"ops":[${'1,'.repeat(250_000)}1]}`)).status).toBe(413);
    expect((await push(' '.repeat(MOST_BODY_BYTES + 1))).status).toBe(413);
    expect((await push('{}', { 'content-length': String(MOST_BODY_BYTES + 1) })).status).toBe(413);
    const many = Array.from({ length: 501 }, (_, i) => bob.does('tag', `github:acme/app#${i + 1}`, tagSet(1)));
    expect(why(await push({ ops: many }))).toEqual([400, 'ops']);
  });

  it('may be packed, and is measured unpacked', async () => {
    const send = (bytes: Uint8Array<ArrayBuffer>): Promise<Response> | Response =>
      stage.app.request('http://127.0.0.1/v1/push', {
        method: 'POST',
        headers: { authorization: `Bearer ${bob.access}`, 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: bytes,
      });
    const fine = JSON.stringify({ ops: [bob.does('tag', 'github:acme/app#1', tagSet(1))] });
    expect((await send(new Uint8Array(gzipSync(fine)))).status).toBe(200);
    expect((await send(new Uint8Array(gzipSync(' '.repeat(MOST_BODY_BYTES * 20))))).status).toBe(413);
    expect((await send(new Uint8Array([1, 2, 3]))).status).toBe(400);
  });

  it('is JSON and says so', async () => {
    expect((await push('{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await push('{}', { 'content-encoding': 'br' })).status).toBe(415);
  });
});

describe('rates', () => {
  it('are of a device and of a team, and say when to come again', async () => {
    const settings = { ...SETTINGS, requests: { perMinute: 60, burst: 5 }, operations: { perMinute: 60, burst: 10 } };
    const here = await setStage(undefined, settings);
    const ada = await here.joins('Ada', 'admin');
    const ask = (): Promise<Reply> => here.ask('GET', '/v1/team', { token: ada.access });
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await ask()).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await ask()).headers.get('retry-after')).toBe('1');
    here.now += 1000;
    expect((await ask()).status).toBe(200);
    here.now += 60_000;
    const ops = Array.from({ length: 9 }, (_, i) => ada.does('tag', `github:acme/app#${i + 1}`, tagSet(1)));
    await ada.pushes(...ops);
    const refused = await here.ask('POST', '/v1/push', { token: ada.access, body: { ops } });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '8']);
    expect(await ada.pulls()).toHaveLength(9);
  });
});

describe('what goes wrong here', () => {
  it('is one line that quotes nothing, and tells the outside nothing', async () => {
    const reported: string[] = [];
    const store = { ...(await openStore()), all: () => Promise.reject(Object.assign(new Error('secret words'), { code: '23505' })) };
    const app = createApp({ store, settings: UNHURRIED, now: () => 0, report: (line) => reported.push(line) });
    const reply = await app.request('/v1/team', { headers: { authorization: `Bearer ${bob.access}` } });
    expect([reply.status, await reply.text()]).toEqual([500, '{"error":{"code":"internal"}}']);
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatch(/^GET \/v1\/team Error 23505/);
    expect(reported[0]).not.toContain('secret words');
    expect((await app.request('/healthz')).status).toBe(503);
  });
});

describe('besides its routes', () => {
  it('the endpoint says whether it is well, what it counted, and how it is spoken to', async () => {
    expect((await stage.ask('GET', '/healthz')).body).toEqual({ ok: true });
    expect((await stage.ask('GET', '/metrics')).status).toBe(401);
    const here = await setStage(undefined, { ...UNHURRIED, metricsToken: 'let-me' });
    await here.ask('GET', '/v1/members/m-0000000000000000');
    const { text } = await here.ask('GET', '/metrics', { token: 'let-me' });
    expect(text).toMatch(/^azimuth_request_duration_seconds_count\{method="GET",route="\*",status="404"\} 1$/m);
    const { body } = await stage.ask('GET', '/v1/openapi.json');
    expect(body).toMatchObject({
      openapi: '3.1.0',
      paths: { '/v1/push': { post: { requestBody: {} } }, '/v1/members/{person}': { patch: {} } },
    });
  });

  it('refuses another protocol, also a parameter that is said twice', async () => {
    expect((await stage.ask('GET', '/v1/team', { token: bob.access, headers: { 'azimuth-protocol': '0' } })).status).toBe(426);
    expect((await stage.ask('GET', '/v1/pull?limit=1&limit=2', { token: bob.access })).status).toBe(400);
    expect((await stage.ask('GET', '/v1/team?x=1', { token: bob.access })).status).toBe(400);
  });

  it('speaks plain http on loopback only', () => {
    expect(configurationOf({}).host).toBe('127.0.0.1');
    expect(() => configurationOf({ HOST: '0.0.0.0' })).toThrow(/loopback/);
    expect(configurationOf({ HOST: '0.0.0.0', TLS_CERT: 'a', TLS_KEY: 'b' }).tls).toEqual({ cert: 'a', key: 'b' });
    expect(() => configurationOf({ PORT: 'x' })).toThrow(/PORT/);
  });
});
