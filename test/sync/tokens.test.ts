// Tokens, and requests that come to nothing: what is tried again by itself, when, and what is said.
import { beforeEach, describe, expect, it } from 'vitest';
import { pause, said, stops, Trouble } from '../../lib/sync/trouble.ts';
import { tagDeed } from '../store/open.ts';
import { logOf, setStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await stage.join();
  const { team: _, ...deed } = tagDeed();
  await stage.writer.write([deed]);
});

const paths = (): string[] => stage.asked.map(({ method, path }) => `${method} ${path.split('?')[0]}`);
const refreshToken = () => stage.db.get('meta', 'sign-in');

describe('tokens', () => {
  it('an access token is not in the database, and is refreshed where it has run out', async () => {
    expect(JSON.stringify(await stage.db.getAll('meta'))).not.toContain('aza_');
    stage.clock.now += 16 * 60_000;
    expect(await stage.sync()).toBe('synced');
    expect(paths().slice(1)).toEqual(['POST /v1/token', 'POST /v1/push', 'GET /v1/pull']);
  });

  it('one that the endpoint no longer takes is refreshed once', async () => {
    stage.access = { token: 'aza_t-00000000000000aa_old0000000000000000000', until: Number.MAX_SAFE_INTEGER };
    expect(await stage.sync()).toBe('synced');
    expect(paths().slice(1)).toEqual(['POST /v1/push', 'POST /v1/token', 'POST /v1/push', 'GET /v1/pull']);
  });

  it('a lost reply to a refresh, or a worker that died before it was stored, signs nobody out', async () => {
    stage.access = undefined;
    const before = await refreshToken();
    stage.between = ({ path }, pass) => {
      if (path !== '/v1/token') return undefined;
      pass();
      throw new Error('network');
    };
    expect(await stage.sync()).toBe('waiting');
    expect(await refreshToken()).toBe(before);
    stage.between = () => undefined;
    expect(await stage.sync()).toBe('synced');
    expect(await refreshToken()).not.toBe(before);
  });

  it('the next refresh token is on disk before the access token that came with it is used', async () => {
    stage.access = undefined;
    const before = await refreshToken();
    const kept: unknown[] = [];
    const { store } = stage;
    const keepRefresh = store.keepRefresh.bind(store);
    Object.assign(store, {
      keepRefresh: async (token: string) => {
        kept.push(paths().at(-1));
        await keepRefresh(token);
      },
    });
    await stage.sync();
    expect(kept).toEqual(['POST /v1/token']);
    expect(await refreshToken()).not.toBe(before);
  });

  it('signed out: stops, keeps everything, says so, and goes on with a new invite where it stopped', async () => {
    stage.between = () => ({ status: 401, body: { error: { code: 'signed_out' } } });
    expect(await stage.sync()).toBe('stopped');
    expect(await stage.state()).toMatchObject({ phase: 'stopped', waiting: 1, error: { code: 'signed-out', todo: 'new-invite' } });
    expect(await stage.db.count('tags')).toBe(1);
    stage.between = () => undefined;
    expect(await stage.join()).toBeUndefined();
    expect(await stage.sync()).toBe('synced');
    expect(logOf(stage)).toHaveLength(1);
    expect(await stage.state()).not.toHaveProperty('error');
  });
});

describe('requests', () => {
  it.each<[string, () => { status: number; body: unknown; headers?: Record<string, string> } | undefined, string, string]>([
    [
      'no network',
      () => {
        throw new Error('network');
      },
      'offline',
      'wait',
    ],
    ['a page that is no endpoint’s', () => ({ status: 200, body: '<!doctype html>' }), 'unreachable', 'wait'],
    ['a reply cut short', () => ({ status: 200, body: '{"epoch":"e-' }), 'unreachable', 'wait'],
    ['404 of somebody else', () => ({ status: 404, body: 'Not found' }), 'unreachable', 'wait'],
    ['500', () => ({ status: 500, body: { error: { code: 'internal' } } }), 'busy', 'wait'],
    ['429', () => ({ status: 429, body: { error: { code: 'too_many' } }, headers: { 'retry-after': '30' } }), 'busy', 'wait'],
    ['426', () => ({ status: 426, body: { error: { code: 'upgrade_required' } } }), 'too-old', 'update'],
  ])('%s: everything waits, and it is said', async (_, between, code, todo) => {
    stage.between = between;
    expect(await stage.sync()).toBe('waiting');
    expect(await stage.state()).toMatchObject({ phase: 'waiting', waiting: 1, error: { code, todo } });
    const { retryAt = 0 } = await stage.state();
    expect(retryAt).toBeGreaterThan(stage.clock.now);
    if (code === 'busy' && _ === '429') expect(retryAt - stage.clock.now).toBeGreaterThanOrEqual(30_000);
    stage.between = () => undefined;
    expect(await stage.sync()).toBe('synced');
    const after = await stage.state();
    expect(after).not.toHaveProperty('error');
    expect(after).not.toHaveProperty('retryAt');
  });

  it('each goes to the endpoint and nowhere else, without cookies, following nothing, and says which protocol it speaks', async () => {
    await stage.sync();
    for (const { headers, path } of stage.asked) {
      expect(path.startsWith('/v1/')).toBe(true);
      expect(headers['azimuth-protocol']).toBe('1');
    }
  });
});

describe('waiting', () => {
  it('grows with each failure, up to five minutes, and is spread', () => {
    const trouble = new Trouble('offline');
    const longest = Array.from({ length: 20 }, (_, i) => pause(i + 1, 1, trouble));
    expect(longest).toEqual(longest.toSorted((a, b) => a - b));
    expect([longest[0], longest.at(-1)]).toEqual([4000, 300_000]);
    expect(pause(10, 0.25, trouble)).toBeCloseTo(pause(10, 0.5, trouble) / 2, 0);
    expect(pause(1, 0, new Trouble('busy', { retryAfter: 7000 }))).toBe(7000);
    expect(pause(1, 0, new Trouble('busy', { retryAfter: 1e12 }))).toBe(3_600_000);
  });

  it('is no use where only a person can help', () => {
    for (const code of ['signed-out', 'no-access'] as const) expect(stops(code)).toBe(true);
    for (const code of ['offline', 'busy', 'too-old', 'clock'] as const) expect(stops(code)).toBe(false);
    expect(said('no-access').todo).toBe('allow-host');
  });
});
