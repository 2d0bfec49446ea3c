import { beforeEach, describe, expect, it } from 'vitest';
import { readEstimates } from '../../lib/formats/json.ts';
import { framework, type Person, setStage, type Stage, tagSet } from './stage.ts';

let stage: Stage;
let ada: Person;
let bob: Person;

beforeEach(async () => {
  stage = await setStage(undefined, undefined, 'Acme <b>');
  ada = await stage.joins('Ada', 'admin');
  bob = await stage.joins('Bob', 'editor');
  await ada.pushes(
    ada.does('framework', 'growth', { framework: framework(1), deleted: false }, { base: 0 }),
    ada.does('reading', 'growth/activation/2026-11-20', { value: 32, source: 'typed', deleted: false }),
    ada.does('reading', 'growth/activation/2030-01-01', { value: 99, source: 'typed', deleted: false }),
    ada.does('record', 'budget/growth/2026-Q4', { record: { kind: 'budget', framework: 'growth', quarter: '2026-Q4', share: 0.2 } }),
    ada.does('tag', 'github:acme/app#1', { ...tagSet(2), note: 'why' }),
    ada.does('tag', 'github:acme/app#2', { ...tagSet(2), deleted: true }),
  );
  await bob.pushes(bob.does('tag', 'github:acme/app#1', tagSet(4)));
});

describe('an export', () => {
  it('is azimuth-estimates/v1, worked from the newest readings, one’s own answers as one’s own', async () => {
    const reply = await stage.ask('GET', '/v1/export', { token: ada.access });
    const read = readEstimates(reply.text);
    if (!read.ok) throw new Error(read.where);
    const { estimates, frameworks, budgets } = read.estimates;
    expect(estimates.map(({ ticket, person, note, gain }) => [ticket, person, note, gain?.unit])).toEqual(
      [ada, bob]
        .toSorted((a, b) => (a.person < b.person ? -1 : 1))
        .map((who) => ['github:acme/app#1', who === ada ? 'me' : 'Bob', who === ada ? 'why' : undefined, 'teams']),
    );
    // +2 to +5 pp with 70 %, 10 to 20 teams for each point: about 0.7 x 3.5 x 15.
    expect(estimates.find(({ person }) => person === 'me')?.gain?.mean).toBeCloseTo(36.75, 1);
    expect(frameworks).toMatchObject([{ id: 'growth', readings: [{ metric: 'activation', date: '2026-11-20', value: 32 }] }]);
    expect(budgets).toMatchObject([{ quarter: '2026-Q4' }]);
  });

  it('is CSV where that is asked for, and nothing else', async () => {
    const reply = await stage.ask('GET', '/v1/export?format=csv', { token: bob.access });
    expect(reply.headers.get('content-type')).toContain('text/csv');
    expect(reply.text.split('\r\n').filter(Boolean)).toHaveLength(3);
    expect((await stage.ask('GET', '/v1/export?format=xlsx', { token: bob.access })).status).toBe(400);
  });
});

describe('the page for those without the extension', () => {
  const on = async (): Promise<{ page: string; json: string }> => {
    const { body } = await stage.ask('PUT', '/v1/feed', { token: ada.access, body: { on: true } });
    return body as { page: string; json: string };
  };

  it('is off until it is turned on, under an address that ends when it is turned off or on again', async () => {
    expect((await stage.ask('GET', '/v1/team', { token: ada.access })).body['feed']).toBe(false);
    const first = await on();
    expect((await stage.ask('GET', first.page)).status).toBe(200);
    const second = await on();
    expect((await stage.ask('GET', first.page)).status).toBe(404);
    await stage.ask('PUT', '/v1/feed', { token: ada.access, body: { on: false } });
    expect((await stage.ask('GET', second.json)).status).toBe(404);
  });

  it('says how the metrics do and how much is answered, and names nobody', async () => {
    const { page, json } = await on();
    const feed = await stage.ask('GET', json);
    expect(feed.body).toMatchObject({
      format: 'azimuth-status/v1',
      frameworks: [
        {
          id: 'growth',
          answered: 1,
          notNorthStar: 0,
          metrics: [
            { id: 'teams', verdict: 'unknown' },
            { id: 'activation', value: 32 },
          ],
        },
      ],
    });
    const { text, headers } = await stage.ask('GET', page);
    expect(text).toContain('Acme &#60;b&#62;');
    for (const private_ of ['Bob', 'acme/app', 'why']) expect(text + feed.text).not.toContain(private_);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
