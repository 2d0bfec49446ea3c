// Joining a team, leaving it, coming back, and a database that the browser has lost.
import { beforeEach, describe, expect, it } from 'vitest';
import { teamOf } from '../../lib/store/synced.ts';
import { maySpeakTo, readInvite } from '../../lib/sync/invite.ts';
import { leaveTeam } from '../../lib/sync/joining.ts';
import { isLost, refill } from '../../lib/sync/refill.ts';
import { dump, KEY, moves, readingDeed, START, tagDeed } from '../store/open.ts';
import { BOB, logOf, ME, opsOf, ORIGIN, setStage, type Stage, TEAM } from './stage.ts';

const OTHER = 't-00000000000000bb';
let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});

const deed = (set = {}, more = {}) => {
  const { team: _, ...rest } = tagDeed(set, more);
  return rest;
};
const signal = new AbortController().signal;
const leave = (here: 'keep' | 'delete', anyway = false) => leaveTeam(stage.ports, { here, there: 'keep', anyway }, signal);
const lettingGo = (): void => {
  stage.between = ({ method }) => (method === 'DELETE' ? { status: 200, body: { done: true } } : undefined);
};

describe('joining', () => {
  it('sends what was done in the months before, and nothing of the sample or of other teams; nothing here is rewritten', async () => {
    await stage.writer.write([deed()]);
    stage.clock.now += 90 * 86_400_000;
    await stage.writer.write([
      deed({}, { key: 'github:acme/app#13' }),
      readingDeed('sample-planner/m/2026-11-22', 1, { team: 'sample', set: { value: 1, source: 'sample' } }),
      tagDeed({}, { team: 't-else' }),
      { request: 'sample-reading', kind: 'reading', key: 'f/m/2026-11-21', set: { value: 1, source: 'sample' } },
    ]);
    const before = await dump(stage.db);
    expect(await stage.join()).toBeUndefined();
    const { ops, tags, readings } = await dump(stage.db);
    expect({ ops, tags, readings }).toEqual({ ops: before.ops, tags: before.tags, readings: before.readings });
    expect(await stage.sync()).toBe('synced');
    expect(logOf(stage).map(({ key }) => key)).toEqual([KEY, 'github:acme/app#13']);
    expect((await dump(stage.db)).tags).toEqual(before.tags);
  });

  it('by a reply that was lost: asked again by the same name, and joined once', async () => {
    const invite = stage.endpoint.invite(TEAM, ME);
    stage.between = ({ path }, pass) => {
      if (path !== '/v1/join') return undefined;
      pass();
      throw new Error('network');
    };
    expect(await stage.join(invite)).toBe('unreachable');
    expect(await teamOf(stage.db)).toBeUndefined();
    stage.between = () => undefined;
    expect(await stage.join(invite)).toBeUndefined();
    const [first, second] = stage.asked.map(({ body }) => body['request']);
    expect(first).toBe(second);
    expect(await teamOf(stage.db)).toMatchObject({ origin: ORIGIN, team: TEAM, name: 'T', you: { person: ME, role: 'admin' } });
  });

  it('says what is wrong with an invite', async () => {
    expect(await stage.join('azi_t-00000000000000aa_nonenonenonenonenonenone')).toBe('invite-gone');
    expect(await stage.db.count('outbox')).toBe(0);
  });
});

describe('leaving', () => {
  const joined = async (): Promise<void> => {
    await stage.join();
    await stage.writer.write([deed()]);
    stage.bob(START, { set: { answer: moves(), seen: { id: 'github:acme/app#2', title: '' }, deleted: false }, key: 'github:acme/app#2' });
    await stage.sync();
  };

  it('keeps what is here, and sends nothing more', async () => {
    await joined();
    lettingGo();
    expect(await leave('keep')).toBeUndefined();
    expect(await stage.state()).toMatchObject({ phase: 'alone', waiting: 0 });
    expect(await stage.db.count('tags')).toBe(2);
    stage.asked.length = 0;
    await stage.writer.write([deed({ note: 'later' })]);
    expect([await stage.sync(), stage.asked.length, await stage.db.count('outbox')]).toEqual(['alone', 0, 0]);
    expect(await stage.db.get('meta', 'sign-in')).toBeUndefined();
  });

  it('and coming back sends only what is new', async () => {
    await joined();
    lettingGo();
    await leave('keep');
    const [later] = await stage.writer.write([deed({ note: 'later' })]);
    stage.asked.length = 0;
    await stage.join();
    await stage.sync();
    expect(stage.asked.flatMap(({ body }) => body?.ops?.map(({ op }) => op) ?? [])).toEqual([later?.op]);
  });

  it('takes everything of the team away where that is asked for', async () => {
    await joined();
    lettingGo();
    await leave('delete');
    const { meta, ...rest } = await dump(stage.db);
    expect(Object.values(rest).flat()).toEqual([]);
    expect(meta.map((row) => (row as [unknown])[0]).toSorted()).toEqual(['clock', 'identity']);
  });

  it('changes nothing where the endpoint cannot be told, unless it is to be done anyway', async () => {
    await joined();
    stage.between = () => {
      throw new Error('network');
    };
    expect(await leave('keep')).toBe('unreachable');
    expect(await teamOf(stage.db)).toBeDefined();
    expect(await leave('keep', true)).toBeUndefined();
    expect(await teamOf(stage.db)).toBeUndefined();
  });

  it('and joining another team: what the former one’s people did stays behind', async () => {
    await joined();
    lettingGo();
    await leave('keep');
    stage.endpoint.addTeam(OTHER);
    await stage.join(stage.endpoint.invite(OTHER, 'm-0000000000000003'));
    await stage.sync();
    expect(stage.endpoint.team(OTHER).log.map(({ key }) => key)).toEqual([KEY]);
    expect((await stage.db.getAll('tags')).map(({ ticket }) => ticket)).toEqual([KEY]);
    expect((await opsOf(stage)).some(({ person }) => person === BOB)).toBe(false);
  });
});

describe('a database that was lost', () => {
  it('is noticed by what stands outside of it, and what the team has comes back', async () => {
    await stage.join();
    await stage.writer.write([deed()]);
    await stage.sync();
    const { access } = stage;
    const sentinel = { origin: ORIGIN, team: TEAM, device: 'd', ops: 1, hlc: 'h' };
    expect(isLost(sentinel, (await stage.db.get('meta', 'membership')) as never)).toBe(false);
    for (const name of stage.db.objectStoreNames) await stage.db.clear(name);
    expect(isLost(sentinel, (await stage.db.get('meta', 'membership')) as never)).toBe(true);
    const invite = stage.endpoint.invite(TEAM, ME);
    stage.between = ({ path }) => (path === '/v1/invites' ? { status: 200, body: { id: 'i', invite, expires: START } } : undefined);
    expect(access && (await refill(stage.ports, sentinel, access, signal))).toBeUndefined();
    expect(await stage.sync()).toBe('synced');
    expect((await stage.db.getAll('tags')).map(({ ticket, person }) => [ticket, person])).toEqual([
      [KEY, (await stage.writer.identity()).person],
    ]);
  });
});

describe('an invite link', () => {
  const invite = `azi_t-00000000000000aa_${'i'.repeat(22)}`;
  it.each([
    [`https://sync.example.org/join#${invite}`, 'https://sync.example.org', 'https://sync.example.org/*'],
    [`  https://sync.example.org:8443/join#${invite}\n`, 'https://sync.example.org:8443', 'https://sync.example.org/*'],
    [`http://localhost:8090/join#${invite}`, 'http://localhost:8090', 'http://localhost/*'],
    [`http://127.0.0.1:8090/join#${invite}`, 'http://127.0.0.1:8090', 'http://127.0.0.1/*'],
  ])('%s', (link, origin, pattern) => expect(readInvite(link)).toEqual({ origin, invite, pattern }));

  it.each([
    ['', 'not-an-invite'],
    [invite, 'not-an-invite'],
    [`https://sync.example.org/#${invite}`, 'not-an-invite'],
    [`https://sync.example.org/join?x#${invite}`, 'not-an-invite'],
    [`https://me:secret@sync.example.org/join#${invite}`, 'not-an-invite'],
    ['https://sync.example.org/join#azr_t-00000000000000aa_iiiiiiiiiiiiiiiiiiiiii', 'not-an-invite'],
    [`javascript:alert(1)//join#${invite}`, 'not-an-invite'],
    [`http://sync.example.org/join#${invite}`, 'not-encrypted'],
    [`http://localhost.example.org/join#${invite}`, 'not-encrypted'],
    [`http://127.0.0.1.example.org/join#${invite}`, 'not-encrypted'],
    [`http://10.0.0.1/join#${invite}`, 'not-encrypted'],
  ])('%s: %s', (link, fault) => expect(readInvite(link)).toBe(fault));

  it('plain http only on this machine', () => {
    expect([maySpeakTo('http://[::1]:80'), maySpeakTo('http://0x7f.1'), maySpeakTo('ftp://localhost'), maySpeakTo('nothing')]).toEqual([
      ...[true, true, false, false],
    ]);
  });
});
