// Members, their devices, and what becomes of somebody's tags when they go.
import type { Device, Member, MemberChange } from '../../lib/sync/protocol-team.ts';
import { tick } from '../../lib/sync/clock.ts';
import { Refused } from '../refused.ts';
import { first, type Queries, type Store } from '../store/store.ts';
import { audit } from './audit.ts';
import { OWN_DEVICE } from './check.ts';
import { keep } from './push.ts';
import { hexId } from './secret.ts';
import { holdTeam, type MemberRow, memberRow } from './team.ts';
import type { Who } from './who.ts';

export async function members(q: Queries, team: string): Promise<Member[]> {
  const rows = await q.all<MemberRow>('SELECT person, name, role, joined, left_at FROM member WHERE team = $1 ORDER BY joined, person', [
    team,
  ]);
  return rows.map(({ left_at, ...row }) => ({ ...row, ...(left_at !== null && { left: left_at }) }));
}

/** A team always has an admin: the last one neither leaves nor becomes less. */
async function keepsAnAdmin(q: Queries, team: string, person: string): Promise<void> {
  const admins = "SELECT person FROM member WHERE team = $1 AND role = 'admin' AND left_at IS NULL AND person <> $2";
  if (!(await first(q, admins, [team, person]))) throw new Refused('conflict', 'The team’s last admin.');
}

async function heldMember(q: Queries, who: Who, person: string): Promise<MemberRow> {
  await holdTeam(q, who.team);
  const member = await memberRow(q, who.team, person);
  if (!member) throw new Refused('not_found');
  return member;
}

/** Role by admins, name by oneself. */
export async function changeMember(store: Store, who: Who, person: string, { role, name }: MemberChange, now: number): Promise<Member> {
  if (role !== undefined && who.role !== 'admin') throw new Refused('forbidden');
  if (name !== undefined && person !== who.person) throw new Refused('forbidden');
  return store.transact(async (q) => {
    const member = await heldMember(q, who, person);
    if (member.left_at !== null) throw new Refused('not_found');
    if (role !== undefined && role !== 'admin' && member.role === 'admin') await keepsAnAdmin(q, who.team, person);
    const next = { role: role ?? member.role, name: name ?? member.name };
    await q.all('UPDATE member SET role = $3, name = $4 WHERE team = $1 AND person = $2', [who.team, person, next.role, next.name]);
    await audit(q, who.team, now, { by: who.person, action: 'member.changed', about: person });
    return { person, ...next, joined: member.joined };
  });
}

/** Ends somebody's membership: one's own, or another's as an admin. */
export async function endMember(store: Store, who: Who, person: string, deleteTags: boolean, now: number): Promise<void> {
  const own = person === who.person;
  if (!own && who.role !== 'admin') throw new Refused('forbidden');
  await store.transact(async (q) => {
    const member = await heldMember(q, who, person);
    if (member.left_at === null) {
      if (member.role === 'admin') await keepsAnAdmin(q, who.team, person);
      await q.all('UPDATE member SET left_at = $3 WHERE team = $1 AND person = $2', [who.team, person, now]);
      await q.all('UPDATE family SET revoked = $3 WHERE team = $1 AND person = $2 AND revoked IS NULL', [who.team, person, now]);
      await q.all('DELETE FROM invite WHERE team = $1 AND person = $2 AND used IS NULL', [who.team, person]);
      await audit(q, who.team, now, { by: who.person, action: own ? 'member.left' : 'member.revoked', about: person });
    }
    if (!deleteTags) return;
    await removeTags(q, who.team, person, now);
    await audit(q, who.team, now, { by: who.person, action: 'tags.deleted', about: person });
  });
}

/** Empties all tags of a member and everything said about them: what others have of them goes with their next pull. */
async function removeTags(q: Queries, team: string, person: string, now: number): Promise<void> {
  const tags = await q.all<{ key: string; hlc: string }>(
    "SELECT key, max(hlc) AS hlc FROM cell WHERE team = $1 AND person = $2 AND kind = 'tag' GROUP BY key ORDER BY key",
    [team, person],
  );
  const mine = "team = $1 AND person = $2 AND kind = 'tag'";
  await q.all(`UPDATE op SET content = '{"deleted":true}', size = 16 WHERE ${mine}`, [team, person]);
  await q.all(`DELETE FROM cell WHERE ${mine}`, [team, person]);
  const row = await holdTeam(q, team);
  if (!row || tags.length === 0) return;
  // Content is taken back field by field, so that no device keeps what lies under a removed row.
  const set = { answer: null, seen: null, note: null, effort: null, evidence: null, given: null, deleted: true };
  const content = JSON.stringify(set);
  const ops = tags.map(({ key, hlc }, i) => ({
    op: hexId('left-'),
    device: OWN_DEVICE,
    n: row.head + i + 1,
    hlc: tick(hlc, now, OWN_DEVICE),
    kind: 'tag' as const,
    key,
    set,
    schema: 1,
    content,
    size: Buffer.byteLength(content),
    seq: row.head + i + 1,
  }));
  for (let i = 0; i < ops.length; i += 500)
    await keep(q, { team, person }, ops.slice(i, i + 500), row.head + Math.min(i + 500, ops.length), now);
}

/** One's own devices; all of them for admins. */
export async function devices(q: Queries, who: Who, now: number): Promise<Device[]> {
  const rows = await q.all<Omit<Device, 'signedIn'> & { signed: number }>(
    `SELECT d.device, d.person, d.since, d.seen,
        (SELECT count(*) FROM family f WHERE f.team = $1 AND f.device = d.device AND f.revoked IS NULL AND f.expires > $2) AS signed
      FROM device d WHERE d.team = $1 ORDER BY d.since, d.device`,
    [who.team, now],
  );
  return rows
    .filter(({ person }) => who.role === 'admin' || person === who.person)
    .map(({ signed, ...row }) => ({ ...row, signedIn: signed > 0 }));
}

/** Ends all tokens of a device: one's own, or another's as an admin. */
export async function signOut(store: Store, who: Who, device: string, now: number): Promise<void> {
  await store.transact(async (q) => {
    const row = await first<{ person: string }>(q, 'SELECT person FROM device WHERE team = $1 AND device = $2', [who.team, device]);
    // Whose devices there are is not for everybody to find out.
    if (!row || (row.person !== who.person && who.role !== 'admin')) throw new Refused('not_found');
    await q.all('UPDATE family SET revoked = $3 WHERE team = $1 AND device = $2 AND revoked IS NULL', [who.team, device, now]);
    await audit(q, who.team, now, { by: who.person, action: 'device.signed-out', about: device });
  });
}
