import { beforeEach, describe, expect, it } from 'vitest';
import { brokenAt } from '../../server/team/audit.ts';
import { newDevice, type Person, setStage, type Stage } from './stage.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
let stage: Stage;
let ada: Person;
let bob: Person;

const refresh = (token: string) => stage.ask('POST', '/v1/token', { body: { refresh: token } });
const team = (token: string) => stage.ask('GET', '/v1/team', { token });
const codeOf = ({ body }: { body: Record<string, unknown> }): unknown => (body['error'] as { code?: unknown } | undefined)?.code;

beforeEach(async () => {
  stage = await setStage();
  ada = await stage.joins('Ada', 'admin');
  bob = await stage.joins('Bob', 'editor');
});

describe('tokens', () => {
  it('open what a member may see for a quarter of an hour, then ask to be refreshed', async () => {
    expect((await team(bob.access)).status).toBe(200);
    stage.now += 15 * MINUTE;
    const late = await team(bob.access);
    expect([late.status, codeOf(late)]).toEqual([401, 'token_expired']);
    const next = await refresh(bob.refresh);
    expect((await team(String(next.body['access']))).status).toBe(200);
  });

  it('are given again where the reply was lost, for as long as the successor is not used', async () => {
    const lost = await refresh(bob.refresh);
    stage.now += 30 * DAY;
    const again = await refresh(bob.refresh);
    expect(again.body['refresh']).toBe(lost.body['refresh']);
    expect((await team(String(again.body['access']))).status).toBe(200);
    expect((await refresh(String(again.body['refresh']))).status).toBe(200);
  });

  it('are given again within a minute of the rotation although the successor was used', async () => {
    const next = await refresh(bob.refresh);
    await team(String(next.body['access']));
    stage.now += MINUTE;
    expect((await refresh(bob.refresh)).body['refresh']).toBe(next.body['refresh']);
  });

  it('end altogether when an old one turns up again later: two have it', async () => {
    const next = await refresh(bob.refresh);
    await team(String(next.body['access']));
    stage.now += MINUTE + 1;
    expect(codeOf(await refresh(bob.refresh))).toBe('signed_out');
    expect(codeOf(await team(String(next.body['access'])))).toBe('signed_out');
    expect(codeOf(await refresh(String(next.body['refresh'])))).toBe('signed_out');
    const audit = await stage.ask('GET', '/v1/audit', { token: ada.access });
    expect(audit.text).toContain('token.reused');
  });

  it('of two rotations ago end it too', async () => {
    const second = await refresh(bob.refresh);
    const third = await refresh(String(second.body['refresh']));
    expect(codeOf(await refresh(bob.refresh))).toBe('signed_out');
    expect(codeOf(await refresh(String(third.body['refresh'])))).toBe('signed_out');
  });

  it('last 180 days from their last use', async () => {
    stage.now += 179 * DAY;
    const next = await refresh(bob.refresh);
    expect(next.status).toBe(200);
    stage.now += 180 * DAY;
    expect(codeOf(await refresh(String(next.body['refresh'])))).toBe('signed_out');
  });

  it('end at the next request after a revocation, and roles change with it', async () => {
    await stage.ask('PATCH', `/v1/members/${bob.person}`, { token: ada.access, body: { role: 'viewer' } });
    const op = bob.does('tag', 'github:acme/app#1', { deleted: true });
    expect((await stage.ask('POST', '/v1/push', { token: bob.access, body: { ops: [op] } })).status).toBe(403);
    await stage.ask('DELETE', `/v1/members/${bob.person}`, { token: ada.access });
    expect(codeOf(await team(bob.access))).toBe('signed_out');
    expect(codeOf(await refresh(bob.refresh))).toBe('signed_out');
  });

  it('of a device end when it is signed out; those of another go on', async () => {
    const made = await stage.ask('POST', '/v1/invites', { token: bob.access, body: { person: bob.person } });
    const second = await stage.joinsBy(String(made.body['invite']), newDevice());
    expect((second.body['team'] as { you: { person: string } }).you.person).toBe(bob.person);
    await stage.ask('DELETE', `/v1/devices/${bob.device}`, { token: String(second.body['access']) });
    expect(codeOf(await team(bob.access))).toBe('signed_out');
    expect((await team(String(second.body['access']))).status).toBe(200);
  });

  it('and invites are nowhere in the store as they are', async () => {
    const made = await stage.ask('POST', '/v1/invites', { token: ada.access, body: { role: 'viewer' } });
    const next = await refresh(bob.refresh);
    const tables = await Promise.all(
      ['family', 'access', 'invite', 'feed', 'audit'].map((table) => stage.store.all(`SELECT * FROM ${table}`)),
    );
    const stored = JSON.stringify(tables);
    for (const secret of [bob.access, bob.refresh, next.body['refresh'], made.body['invite']]) {
      expect(stored).not.toContain(String(secret).slice(-22));
      // Behind its kind and its team; of a refresh token, behind its family too.
      expect(stored).not.toContain(String(secret).slice(23 + 11, 23 + 32));
    }
  });
});

describe('an invite', () => {
  const invited = async (body: object, token = ada.access): Promise<string> =>
    String((await stage.ask('POST', '/v1/invites', { token, body })).body['invite']);

  it('works once; the same try may ask again while the reply may be lost', async () => {
    const invite = await invited({ role: 'viewer' });
    const device = newDevice();
    const one = await stage.joinsBy(invite, device, 'Cleo');
    const again = await stage.joinsBy(invite, device, 'Cleo');
    expect([one.status, again.status]).toEqual([200, 200]);
    expect((again.body['team'] as { you: unknown }).you).toEqual((one.body['team'] as { you: unknown }).you);
    expect(codeOf(await stage.joinsBy(invite, newDevice(), 'Dan'))).toBe('invite_gone');
    stage.now += 10 * MINUTE + 1;
    expect(codeOf(await stage.joinsBy(invite, device, 'Cleo'))).toBe('invite_gone');
    expect((await stage.ask('GET', '/v1/members', { token: ada.access })).text.match(/Cleo/g)).toHaveLength(1);
  });

  it('runs out after three days, can be taken back, and ends with the rights of who made it', async () => {
    const late = await invited({});
    stage.now += 3 * DAY + 1;
    expect(codeOf(await stage.joinsBy(late, newDevice(), 'Cleo'))).toBe('invite_gone');
    const fresh = await refresh(ada.refresh);
    const token = String(fresh.body['access']);
    const made = await stage.ask('POST', '/v1/invites', { token, body: {} });
    await stage.ask('DELETE', `/v1/invites/${made.body['id']}`, { token });
    expect(codeOf(await stage.joinsBy(String(made.body['invite']), newDevice(), 'Cleo'))).toBe('invite_gone');
    const cleo = await stage.joinsBy(await invited({ role: 'admin' }, token), newDevice(), 'Cleo');
    const byCleo = await invited({}, String(cleo.body['access']));
    const { person } = (cleo.body['team'] as { you: { person: string } }).you;
    await stage.ask('PATCH', `/v1/members/${person}`, { token, body: { role: 'editor' } });
    expect(codeOf(await stage.joinsBy(byCleo, newDevice(), 'Dan'))).toBe('invite_gone');
  });

  it('re-admits who was away too long, on the same device, as the same person', async () => {
    stage.now += 200 * DAY;
    expect(codeOf(await refresh(bob.refresh))).toBe('signed_out');
    const admin = await stage.joinsBy(await systemInvite(), newDevice(), 'Ada again');
    const back = await stage.joinsBy(await invited({ person: bob.person }, String(admin.body['access'])), bob.device);
    expect((back.body['team'] as { you: object }).you).toMatchObject({ person: bob.person, role: 'editor', name: 'Bob' });
  });

  it('gives nobody another’s device, and lets nobody invite others but admins', async () => {
    expect(codeOf(await stage.joinsBy(await invited({}), bob.device, 'Cleo'))).toBe('conflict');
    for (const body of [{ role: 'admin' }, {}, { person: ada.person }])
      expect((await stage.ask('POST', '/v1/invites', { token: bob.access, body })).status).toBe(403);
    const own = await invited({ person: bob.person, role: 'admin' }, bob.access);
    const second = await stage.joinsBy(own, newDevice());
    expect((second.body['team'] as { you: object }).you).toMatchObject({ role: 'editor' });
  });

  async function systemInvite(): Promise<string> {
    const { inviteAdmin } = await import('../../server/team/invite.ts');
    return (await inviteAdmin(stage.store, stage.team, stage.now, (await import('./stage.ts')).UNHURRIED)).invite;
  }
});

describe('the audit log', () => {
  it('shows where an entry was changed, taken out, or cut off', async () => {
    await stage.ask('PATCH', '/v1/team', { token: ada.access, body: { name: 'Other' } });
    expect(await brokenAt(stage.store, stage.team)).toBeUndefined();
    const { n } = (await stage.store.all<{ n: number }>('SELECT max(n) AS n FROM audit WHERE team = $1', [stage.team]))[0] ?? { n: 0 };
    const changes = [
      ["UPDATE audit SET about = 'x' WHERE team = $1 AND n = 2", 2],
      ['DELETE FROM audit WHERE team = $1 AND n = 3', 2],
      [`DELETE FROM audit WHERE team = $1 AND n = ${n}`, 2],
    ] as const;
    for (const [sql, at] of changes) {
      await stage.store.all(sql, [stage.team]);
      expect(await brokenAt(stage.store, stage.team)).toBe(at);
    }
  });

  it('of which the newest entry was cut off does not end where the team says', async () => {
    await stage.store.all('DELETE FROM audit WHERE team = $1 AND n = (SELECT max(n) FROM audit WHERE team = $1)', [stage.team]);
    expect(await brokenAt(stage.store, stage.team)).toBeGreaterThan(1);
  });
});
