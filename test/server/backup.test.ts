import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup, restore } from '../../server/commands/backup.ts';
import { createApp } from '../../server/app.ts';
import { openPostgres } from '../../server/store/postgres.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { brokenAt } from '../../server/team/audit.ts';
import { hasPostgres, newDatabase } from './open.ts';
import { newDevice, setStage, type Stage, tagSet, UNHURRIED } from './stage.ts';

let folder: string;
let open: Store[];
const empty = async (): Promise<Store> => {
  const store = hasPostgres() ? openPostgres(await newDatabase(), { connections: 2 }) : openSqlite(':memory:');
  open.push(store);
  return store;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'azimuth-backup-'));
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((store) => store.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** The same endpoint, its data set back to a backup. */
async function setBack(stage: Stage, file: string, into: Store): Promise<Stage> {
  await restore(into, file, stage.now);
  const app = createApp({ store: into, settings: UNHURRIED, now: () => stage.now });
  const back = await setStage(into);
  // What this stage says and hears, on the other data.
  return Object.assign(stage, { store: into, app, ask: back.ask });
}

describe('a backup', () => {
  it('brings everything back, and every device sends again what it has not', async () => {
    const stage = await setStage(await empty());
    const ada = await stage.joins('Ada', 'admin');
    const bob = await stage.joins('Bob', 'editor');
    const [old, fresh] = [bob.does('tag', 'github:acme/app#1', tagSet(1)), bob.does('tag', 'github:acme/app#2', tagSet(2))];
    await bob.pushes(old);
    const cursor = (await stage.ask('GET', '/v1/pull', { token: ada.access })).body['next'];
    const file = join(folder, 'team.backup');
    await backup(stage.store, file, stage.now);
    await bob.pushes(fresh);

    await setBack(stage, file, await empty());
    const signedIn = await stage.ask('POST', '/v1/token', { body: { refresh: bob.refresh } });
    const again = await stage.ask('POST', '/v1/token', { body: { refresh: ada.refresh } });
    Object.assign(bob, { access: signedIn.body['access'] });
    Object.assign(ada, { access: again.body['access'] });
    expect((await stage.ask('GET', `/v1/pull?after=${cursor}`, { token: ada.access })).status).toBe(409);
    expect((await bob.pushes(old, fresh)).map(({ status }) => status)).toEqual(['duplicate', 'applied']);
    expect((await ada.pulls()).map(({ op }) => op)).toEqual([old.op, fresh.op]);
    expect(await brokenAt(stage.store, stage.team)).toBeUndefined();
  });

  it('keeps who has a newer token than it signed in, once', async () => {
    const stage = await setStage(await empty());
    const ada = await stage.joins('Ada', 'admin');
    const file = join(folder, 'team.backup');
    await backup(stage.store, file, stage.now);
    const refresh = (token: unknown) => stage.ask('POST', '/v1/token', { body: { refresh: token } });
    const one = (await refresh(ada.refresh)).body['refresh'];
    const two = (await refresh(one)).body['refresh'];
    await setBack(stage, file, await empty());
    const three = await refresh(two);
    expect(three.status).toBe(200);
    expect((await refresh(three.body['refresh'])).status).toBe(200);
    // One that nobody can place comes a second time.
    expect((await refresh(one)).status).toBe(401);
  });

  it('goes into an empty database only, and nothing else goes into one', async () => {
    const stage = await setStage(await empty());
    await stage.joins('Ada', 'admin');
    const file = join(folder, 'team.backup');
    await backup(stage.store, file, stage.now);
    await expect(restore(stage.store, file, 0)).rejects.toThrow(/empty database/);
    const other = join(folder, 'other');
    writeFileSync(other, gzipSync('{"format":"other/v1"}\n'));
    await expect(restore(await empty(), other, 0)).rejects.toThrow(/no backup/);
    const strange = join(folder, 'strange');
    writeFileSync(strange, gzipSync('{"format":"azimuth-backup/v1","version":3}\n["sqlite_master",{"team":"x"}]\n'));
    await expect(restore(await empty(), strange, 0)).rejects.toThrow(/another program/);
  });

  it('moves a team from one kind of store to the other', async () => {
    const stage = await setStage(openSqlite(':memory:'));
    open.push(stage.store);
    const ada = await stage.joins('Ada', 'admin');
    await ada.pushes(ada.does('tag', 'github:acme/app#1', { ...tagSet(1), note: 'Ä \u{1F600} \u0000' }));
    const before = await ada.pulls();
    const file = join(folder, 'team.backup');
    await backup(stage.store, file, stage.now);
    await setBack(stage, file, await empty());
    const signedIn = await stage.ask('POST', '/v1/token', { body: { refresh: ada.refresh } });
    Object.assign(ada, { access: signedIn.body['access'] });
    expect(await ada.pulls()).toEqual(before);
    expect((await stage.joinsBy('azi_x', newDevice())).status).toBe(400);
  });
});
