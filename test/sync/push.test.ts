// What waits goes out: the outbox, pages, what the endpoint says of each operation, and what a device does then.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { asides, sentPage } from '../../lib/store/synced.ts';
import type { Membership } from '../../lib/sync/merge.ts';
import { pageOf } from '../../lib/sync/outgoing.ts';
import { MOST_BODY_BYTES, MOST_PUSHED, PushRequest } from '../../lib/sync/protocol.ts';
import type { Waiting } from '../../lib/sync/ports.ts';
import { FRAMEWORK } from '../messages/examples.ts';
import { KEY, opOf, readingDeed, START, tagDeed } from '../store/open.ts';
import { type Asked, logOf, ME, opsOf, partClocks, setStage, type Stage, TEAM } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const deed = (set = {}, more = {}) => {
  const { team: _, ...rest } = tagDeed(set, more);
  return rest;
};
const framework = (version: number, request: string) => ({
  ...{ request, kind: 'framework' as const, key: 'planner' },
  set: { framework: { ...FRAMEWORK, version }, deleted: false },
});
const pushes = (): Asked[] => stage.asked.filter(({ path }) => path === '/v1/push');
const rejecting = (code: string, but: (op: string) => boolean = () => false) => {
  stage.between = ({ path, body }, pass) => {
    if (path !== '/v1/push') return undefined;
    const reply = pass() as { status: number; body: { results: { op: string }[] } };
    const results = body.ops.map(({ op }) =>
      but(String(op)) ? reply.body.results.find((one) => one.op === op) : { op, status: 'rejected', code },
    );
    return { ...reply, body: { ...reply.body, results } };
  };
};

describe('the outbox', () => {
  it('has nothing while no team is joined, and nothing of other teams after', async () => {
    await stage.writer.write([deed()]);
    expect(await stage.db.count('outbox')).toBe(0);
    await stage.join();
    await stage.writer.write([deed(), readingDeed('f/m/2026-11-22', 1, { team: 'sample' })]);
    expect(await stage.db.count('outbox')).toBe(2);
  });

  it('is written by the transaction that stores the tag: with one that fails neither is there', async () => {
    await stage.join();
    const note = async (): Promise<void> => {
      throw new Error('no');
    };
    await expect(stage.writer.write([deed()], { note })).rejects.toThrow('no');
    expect([await stage.db.count('outbox'), await stage.db.count('ops')]).toEqual([0, 0]);
    await stage.writer.write([deed()]);
    expect([await stage.db.count('outbox'), await stage.db.count('ops')]).toEqual([1, 1]);
  });

  it('is emptied by the endpoint’s word, and what left is listed', async () => {
    await stage.join();
    const [op] = await stage.writer.write([deed()]);
    expect(await stage.sync()).toBe('synced');
    expect(logOf(stage)).toMatchObject([{ op: op?.op, person: ME, author: ME, key: KEY, hlc: op?.hlc }]);
    expect(await stage.state()).toMatchObject({ phase: 'synced', waiting: 0, syncedAt: START });
    expect(await sentPage(stage.db, 10)).toEqual([
      { op: op?.op, kind: 'tag', key: KEY, fields: ['answer', 'seen', 'deleted'], at: START, team: TEAM, seq: 1 },
    ]);
  });

  it('keeps what the reply was lost of, and sends the same again', async () => {
    await stage.join();
    await stage.writer.write([deed()]);
    stage.between = ({ path }, pass) => {
      if (path !== '/v1/push') return undefined;
      pass();
      throw new Error('network');
    };
    expect(await stage.sync()).toBe('waiting');
    expect(await stage.state()).toMatchObject({ waiting: 1, error: { code: 'offline', todo: 'wait' } });
    stage.between = () => undefined;
    expect(await stage.sync()).toBe('synced');
    expect(pushes()[1]?.body).toEqual(pushes()[0]?.body);
    expect(logOf(stage)).toHaveLength(1);
  });

  it('keeps what a reply says nothing about', async () => {
    await stage.join();
    const [, left] = await stage.writer.write([deed(), deed()]);
    let first = true;
    stage.between = ({ path }, pass) => {
      if (path !== '/v1/push' || !first) return undefined;
      first = false;
      const reply = pass() as { status: number; body: { results: unknown[] } };
      return { ...reply, body: { ...reply.body, results: reply.body.results.slice(0, 1) } };
    };
    await stage.sync();
    expect(pushes().map(({ body }) => body.ops.length)).toEqual([2, 1]);
    expect(pushes()[1]?.body.ops[0]).toMatchObject({ op: left?.op });
  });
});

describe('a page', () => {
  const m: Membership = { local: { team: 't-1', person: 'p-other' }, joined: { team: TEAM, person: ME } };
  const waits = (size: number): Waiting => ({ op: opOf(START, { note: 'x'.repeat(size) }) });

  it('is what the protocol takes, whatever waits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 60 }), (sizes) => {
        const all = sizes.map(waits);
        const { page } = pageOf(all, m);
        const body = { ops: page.map(({ pushed }) => pushed) };
        expect(PushRequest.safeParse(body).success).toBe(true);
        expect(JSON.stringify(body).length).toBeLessThanOrEqual(MOST_BODY_BYTES);
        expect(page.map(({ waiting }) => waiting)).toEqual(all.slice(0, page.length));
        const next = all[page.length];
        if (next) expect(JSON.stringify(body).length + JSON.stringify(next.op).length).toBeGreaterThan(MOST_BODY_BYTES - 400);
      }),
      { numRuns: 40 },
    );
  });

  it('has no more operations than one request may, and counts bytes and not letters', () => {
    expect(
      pageOf(
        Array.from({ length: 600 }, () => waits(1)),
        m,
      ).page,
    ).toHaveLength(MOST_PUSHED);
    const wide: Waiting = { op: opOf(START, { note: '語'.repeat(200_000) }) };
    expect(pageOf([wide, wide], m).page).toHaveLength(1);
    expect(pageOf([waits(MOST_BODY_BYTES)], m)).toMatchObject({ page: [], large: { kind: 'tag' } });
  });

  it('says whose tag it is about only where that is somebody else’s, and no local name at all', () => {
    const [mine, theirs] = pageOf([waits(1), { op: opOf(START, { deleted: true }, { person: 'm-0000000000000009' }) }], m).page;
    expect(mine?.pushed).not.toHaveProperty('of');
    expect(theirs?.pushed).toMatchObject({ of: 'm-0000000000000009' });
    expect(JSON.stringify([mine?.pushed, theirs?.pushed])).not.toMatch(/t-1|p-other/);
  });
});

describe('what the endpoint refuses', () => {
  it.each(['forbidden', 'other_content', 'invalid', 'too_large', 'foreign_device'] as const)(
    '%s: goes aside with its reason, the others go through, and the tag stays where it is shown',
    async (code) => {
      await stage.join();
      const [bad, good] = await stage.writer.write([deed(), deed({}, { key: 'github:acme/app#13' })]);
      rejecting(code, (op) => op === good?.op);
      expect(await stage.sync()).toBe('synced');
      expect(await stage.state()).toMatchObject({ waiting: 0, refused: 1 });
      expect(await asides(stage.db)).toMatchObject([{ key: `out/${bad?.op}`, way: 'out', code, operation: { op: bad?.op } }]);
      expect(await stage.db.count('tags')).toBe(2);
    },
  );

  it('is sent again on demand, or dropped with what it did', async () => {
    await stage.join();
    await stage.writer.write([deed({ note: 'first' }), deed({ note: 'second' })]);
    rejecting('forbidden', (op) => op === 'none');
    await stage.sync();
    const [one, two] = (await asides(stage.db)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
    stage.between = () => undefined;
    await stage.store.discard([two?.key ?? '']);
    const [tag] = await stage.db.getAll('tags');
    expect(tag?.note).toBe('first');
    await stage.store.retry([one?.key ?? '']);
    expect(await stage.sync()).toBe('synced');
    expect(await stage.state()).toMatchObject({ refused: 0, waiting: 0 });
    expect(pushes().at(-1)?.body.ops).toMatchObject([{ set: { note: 'first' } }]);
  });

  it('schema_unknown: waits, without holding up what comes after it', async () => {
    await stage.join();
    const [bad] = await stage.writer.write([deed(), deed({}, { key: 'github:acme/app#13' })]);
    rejecting('schema_unknown', (op) => op !== bad?.op);
    await stage.sync();
    expect(await stage.state()).toMatchObject({ waiting: 1, refused: 0 });
    stage.between = () => undefined;
    stage.asked.length = 0;
    await stage.sync();
    expect(pushes()).toHaveLength(0);
    stage.clock.now += 3_600_000;
    await stage.sync();
    expect(await stage.state()).toMatchObject({ waiting: 0 });
  });

  it('a page that is no good is halved until the one is found that is to blame', async () => {
    await stage.join();
    const made = await stage.writer.write(Array.from({ length: 9 }, (_, i) => deed({}, { key: `github:acme/app#${i + 1}` })));
    const bad = made[4]?.op;
    stage.between = ({ path, body }) =>
      path === '/v1/push' && body.ops.some(({ op }) => op === bad) ? { status: 400, body: { error: { code: 'bad_request' } } } : undefined;
    expect(await stage.sync()).toBe('synced');
    expect(await asides(stage.db)).toMatchObject([{ key: `out/${bad}`, code: 'invalid' }]);
    expect(logOf(stage)).toHaveLength(8);
  });
});

describe('frameworks', () => {
  it('name the version they were made from, in order, also those of before joining', async () => {
    await stage.writer.write([framework(1, 'version-1')]);
    await stage.writer.write([framework(2, 'version-2')]);
    await stage.join();
    await stage.writer.write([framework(3, 'version-3')]);
    expect(await stage.sync()).toBe('synced');
    expect(pushes().flatMap(({ body }) => body.ops.map(({ base }) => base))).toEqual([0, 1, 2]);
    expect(logOf(stage)).toHaveLength(3);
  });

  it('stale_base: the team’s stands here as well, and one’s own is kept to be compared', async () => {
    await stage.join();
    stage.bob(START - 1000, {
      kind: 'framework',
      key: 'planner',
      set: { framework: { ...FRAMEWORK, version: 1, name: 'Theirs' }, deleted: false },
    });
    await stage.writer.write([framework(1, 'version-1')]);
    expect(await stage.sync()).toBe('synced');
    const [row] = await stage.db.getAll('frameworks');
    expect(row?.framework.name).toBe('Theirs');
    expect(await asides(stage.db)).toMatchObject([
      { key: 'out/version-1', code: 'stale_base', there: { version: 1, framework: { name: 'Theirs' } } },
    ]);
  });
});

describe('clocks', () => {
  it.each([86_400_000, 10 * 365 * 86_400_000])(
    'ahead by %d ms: stamped anew in order with the same ids, and nobody is told',
    async (ahead) => {
      await stage.join();
      partClocks(stage, -ahead);
      const before = await stage.writer.write([deed({ note: 'a' }), deed({ note: 'b' })]);
      stage.clock.now += 50;
      before.push(...(await stage.writer.write([deed({ note: 'c' })])));
      expect(await stage.sync()).toBe('synced');
      expect(await stage.state()).not.toHaveProperty('error');
      const log = logOf(stage);
      expect(log.map(({ op }) => op)).toEqual(before.map(({ op }) => op));
      expect(log.map(({ hlc }) => hlc)).toEqual(log.map(({ hlc }) => hlc).toSorted());
      const [tag] = await stage.db.getAll('tags');
      expect([tag?.note, tag?.cells['note']?.hlc]).toEqual(['c', log[2]?.hlc]);
      // What is done next is right from the start.
      const pushed = pushes().length;
      stage.clock.now += 60_000;
      await stage.writer.write([deed({ note: 'd' })]);
      await stage.sync();
      expect(pushes()).toHaveLength(pushed + 1);
      expect((await stage.db.getAll('tags'))[0]?.note).toBe('d');
    },
  );

  it('takes back the stamp that everybody else has, where a reply was lost before it was stamped anew', async () => {
    await stage.join();
    const [op] = await stage.writer.write([deed({ note: 'a' })]);
    stage.between = ({ path }, pass) => {
      if (path !== '/v1/push') return undefined;
      pass();
      throw new Error('network');
    };
    await stage.sync();
    stage.between = () => undefined;
    stage.clock.now += 5000;
    await stage.store.restamp(op?.hlc ?? '', stage.clock.now);
    expect((await opsOf(stage))[0]?.hlc).not.toBe(op?.hlc);
    expect(await stage.sync()).toBe('synced');
    expect((await opsOf(stage))[0]?.hlc).toBe(op?.hlc);
    expect((await stage.db.getAll('tags'))[0]?.cells['note']?.hlc).toBe(op?.hlc);
  });
});
