import { beforeEach, describe, expect, it } from 'vitest';
import type { PulledOperation, PullReply, PushedOperation, SnapshotReply } from '../../lib/sync/protocol.ts';
import { type Cells, merge } from '../../lib/sync/merge.ts';
import type { Operation } from '../../lib/model/operation.ts';
import { type Person, setStage, type Stage, tagSet } from './stage.ts';

let stage: Stage;
let ada: Person;
let bob: Person;
const asked = (path: string, who = ada) => stage.ask('GET', path, { token: who.access });
const tags = (who: Person, from: number, to: number): PushedOperation[] =>
  Array.from({ length: to - from + 1 }, (_, i) => who.does('tag', `github:acme/app#${from + i}`, tagSet(i)));

async function all(who: Person, limit: number): Promise<PulledOperation[]> {
  const ops: PulledOperation[] = [];
  for (let after = ''; ; ) {
    const page = (await asked(`/v1/pull?limit=${limit}${after && `&after=${after}`}`, who)).body as unknown as PullReply;
    ops.push(...page.ops);
    after = page.next;
    if (!page.more) return ops;
  }
}

beforeEach(async () => {
  stage = await setStage();
  ada = await stage.joins('Ada', 'admin');
  bob = await stage.joins('Bob', 'editor');
});

describe('a pull', () => {
  it('goes through the log in pages, every operation once', async () => {
    const ops = tags(bob, 1, 25);
    await bob.pushes(...ops);
    for (const limit of [1, 7, 25, 100]) expect((await all(ada, limit)).map(({ op }) => op)).toEqual(ops.map(({ op }) => op));
  });

  it('ends a page before it grows too large, and sends one that is too large by itself', async () => {
    const large = (i: number): PushedOperation =>
      ada.does('framework', `f${i}`, { framework: null, deleted: true, padding: 'x'.repeat(700_000) }, { base: 0 });
    for (let i = 0; i < 5; i++) expect((await ada.pushes(large(i)))[0]?.status).toBe('applied');
    const page = (await asked('/v1/pull')).body as unknown as PullReply;
    expect([page.ops.length, page.more]).toEqual([3, true]);
    expect(await all(bob, 1000)).toHaveLength(5);
  });

  it('stays where it is while nothing is new', async () => {
    await bob.pushes(...tags(bob, 1, 3));
    const { next, head, more } = (await asked('/v1/pull')).body as unknown as PullReply;
    expect([next, more]).toEqual([head, false]);
    expect((await asked(`/v1/pull?after=${next}&known=${head}`)).body).toMatchObject({ ops: [], next, head, more: false });
  });

  it('knows a log that was set back, by its epoch or by what stands at the cursor', async () => {
    await bob.pushes(...tags(bob, 1, 3));
    const { next } = (await asked('/v1/pull')).body as unknown as PullReply;
    await stage.store.all('DELETE FROM op WHERE team = $1 AND seq = 3', [stage.team]);
    await stage.store.all('UPDATE team SET head = 2 WHERE team = $1', [stage.team]);
    expect(await asked(`/v1/pull?after=${next}`)).toMatchObject({ status: 409, body: { error: { code: 'epoch_changed' } } });
    await bob.pushes(...tags(bob, 4, 5));
    for (const query of [`after=${next}`, `known=${next}`]) expect((await asked(`/v1/pull?${query}`)).status).toBe(409);
    await stage.store.all("UPDATE team SET epoch = 'e-0000000000000000' WHERE team = $1", [stage.team]);
    expect(await asked(`/v1/pull?after=${next}`)).toMatchObject({ body: { error: { epoch: 'e-0000000000000000' } } });
  });

  it('refuses cursors that are none', async () => {
    for (const after of ['x', '1', `${'e-'.padEnd(18, '0')}.1`, 'a%00b', 'x'.repeat(200)])
      expect((await asked(`/v1/pull?after=${after}`)).status, after).toBe(400);
  });

  it('is of one’s own team only', async () => {
    await bob.pushes(...tags(bob, 1, 3));
    const other = await setStage(stage.store, undefined, 'Other');
    const eve = await other.joins('Eve', 'admin');
    const page = await stage.ask('GET', '/v1/pull', { token: eve.access });
    expect(page.body).toMatchObject({ ops: [], more: false });
    const { next } = (await asked('/v1/pull')).body as unknown as PullReply;
    expect((await stage.ask('GET', `/v1/pull?after=${next}`, { token: eve.access })).status).toBe(409);
  });
});

describe('a snapshot', () => {
  it('is what the log makes, in pages of whole rows', async () => {
    await bob.pushes(...tags(bob, 1, 5), bob.does('tag', 'github:acme/app#2', { note: 'later', deleted: true }));
    await ada.pushes(
      ...tags(ada, 4, 6),
      ada.does('reading', 'growth/activation/2026-11-20', { value: 32.5, source: 'typed', deleted: false }),
    );
    const expected = new Map<string, Cells>();
    for (const op of await all(ada, 100)) {
      const place = JSON.stringify([op.kind, op.key, op.kind === 'tag' ? op.person : undefined]);
      expected.set(place, merge(expected.get(place) ?? {}, { ...op, team: '', schema: 1 } as Operation));
    }
    for (const limit of [1, 3, 100]) {
      const rows: SnapshotReply['rows'] = [];
      for (let page: string | undefined = ''; page !== undefined; ) {
        const reply = (await asked(`/v1/snapshot?limit=${limit}${page && `&page=${page}`}`)).body as unknown as SnapshotReply;
        rows.push(...reply.rows);
        page = reply.page;
      }
      expect(new Map(rows.map(({ kind, key, person, cells }) => [JSON.stringify([kind, key, person]), cells]))).toEqual(expected);
      expect(rows).toHaveLength(expected.size);
    }
    const { after } = (await asked('/v1/snapshot')).body as unknown as SnapshotReply;
    expect((await asked(`/v1/pull?after=${after}`)).body).toMatchObject({ ops: [] });
  });

  it('refuses pages that are none', async () => {
    const { epoch } = (await asked('/v1/team')).body;
    for (const page of [`${epoch}.AAAA`, `${epoch}.`, `${epoch}.${Buffer.from('a\nb\n\0').toString('base64url')}`])
      expect((await asked(`/v1/snapshot?page=${page}`)).status, page).toBe(400);
    expect((await asked('/v1/snapshot?page=e-0000000000000000.AAAA')).status).toBe(409);
  });
});

describe('somebody who leaves', () => {
  it('takes the content of their tags along, for everybody', async () => {
    await bob.pushes(bob.does('tag', 'github:acme/app#1', { ...tagSet(1), note: 'a secret' }));
    await ada.pushes(ada.does('tag', 'github:acme/app#1', { ...tagSet(2), note: 'stays' }));
    const { next } = (await asked('/v1/pull')).body as unknown as PullReply;
    expect((await stage.ask('DELETE', `/v1/members/${bob.person}?tags=delete`, { token: bob.access })).status).toBe(200);
    const [removal] = await ada.pulls(next);
    expect(removal).toMatchObject({ person: bob.person, key: 'github:acme/app#1', set: { answer: null, note: null, deleted: true } });
    const stored = JSON.stringify([await stage.store.all('SELECT * FROM op'), await stage.store.all('SELECT * FROM cell')]);
    expect(stored).not.toContain('a secret');
    expect(stored).toContain('stays');
  });

  it('is never the last admin', async () => {
    expect((await stage.ask('DELETE', `/v1/members/${ada.person}`, { token: ada.access })).status).toBe(409);
    expect((await stage.ask('PATCH', `/v1/members/${ada.person}`, { token: ada.access, body: { role: 'viewer' } })).status).toBe(409);
  });
});
