// Invites: made, listed, taken back, and used once.
import {
  type InviteReply,
  type InviteRequest,
  type JoinRequest,
  MOST_DEVICES,
  MOST_MEMBERS,
  type OpenInvite,
  type Role,
  type Tokens,
} from '../../lib/sync/protocol-team.ts';
import { Refused } from '../refused.ts';
import type { Settings } from '../settings.ts';
import { first, type Queries, type Store } from '../store/store.ts';
import { audit } from './audit.ts';
import { digest, hexId, newPerson, newSecret, teamOf } from './secret.ts';
import { holdTeam, type MemberRow, memberRow } from './team.ts';
import { signIn } from './tokens.ts';
import type { Who } from './who.ts';

interface Invited {
  readonly by: string;
  readonly role: Role;
  readonly person: string | null;
}

async function keepInvite(q: Queries, team: string, { by, role, person }: Invited, now: number, settings: Settings): Promise<InviteReply> {
  const [id, invite, expires] = [hexId('i-'), newSecret('azi', team), now + settings.inviteMs];
  const columns = ['team', 'id', 'hash', 'role', 'person', 'by_person', 'expires'];
  await q.insert('invite', columns, [[team, id, digest(invite), role, person, by, expires]]);
  await audit(q, team, now, { by, action: 'invite.made', about: person ?? id });
  return { id, invite, expires };
}

/** An invite by the endpoint's own command, for the first admin. */
export const inviteAdmin = (store: Store, team: string, now: number, settings: Settings): Promise<InviteReply> =>
  store.transact(async (q) => {
    if (!(await holdTeam(q, team))) throw new Error(`There is no team ${team}.`);
    return keepInvite(q, team, { by: 'system', role: 'admin', person: null }, now, settings);
  });

/** Admins invite anybody and re-admit members; everybody invites a further device of their own. */
export function invite(store: Store, who: Who, request: InviteRequest, now: number, settings: Settings): Promise<InviteReply> {
  const own = request.person === who.person;
  if (!own && who.role !== 'admin') throw new Refused('forbidden');
  return store.transact(async (q) => {
    if (request.person === undefined)
      return keepInvite(q, who.team, { by: who.person, role: request.role ?? 'editor', person: null }, now, settings);
    const member = await memberRow(q, who.team, request.person);
    if (!member) throw new Refused('not_found');
    // A device more gives nobody another role; who comes back, comes back as what they were, or as what is said.
    const role = member.left_at === null ? member.role : (request.role ?? member.role);
    return keepInvite(q, who.team, { by: who.person, role, person: member.person }, now, settings);
  });
}

export async function openInvites(q: Queries, team: string, now: number): Promise<OpenInvite[]> {
  const columns = 'id, role, person, by_person AS "by", expires';
  const rows = await q.all<OpenInvite & { person: string | null }>(
    `SELECT ${columns} FROM invite WHERE team = $1 AND used IS NULL AND expires > $2 ORDER BY expires, id`,
    [team, now],
  );
  return rows.map(({ person, ...row }) => ({ ...row, ...(person !== null && { person }) }));
}

export async function revokeInvite(store: Store, who: Who, id: string, now: number): Promise<void> {
  await store.transact(async (q) => {
    const gone = await q.all('DELETE FROM invite WHERE team = $1 AND id = $2 AND used IS NULL RETURNING id', [who.team, id]);
    if (gone.length === 0) throw new Refused('not_found');
    await audit(q, who.team, now, { by: who.person, action: 'invite.revoked', about: id });
  });
}

interface InviteRow {
  readonly id: string;
  readonly role: Role;
  readonly person: string | null;
  readonly by_person: string;
  readonly expires: number;
  readonly used: number | null;
  readonly used_by: string | null;
  readonly request_hash: string | null;
}

export interface Joined {
  readonly team: string;
  readonly person: string;
  readonly tokens: Tokens;
}

/** Makes a member, or a further device of one. @throws Refused `invite_gone`, `conflict` where the device is somebody else's */
export function join(store: Store, request: JoinRequest, now: number, settings: Settings): Promise<Joined> {
  const team = teamOf(request.invite, 'azi');
  if (team === undefined) throw new Refused('invite_gone');
  return store.transact(async (q) => {
    const held = await holdTeam(q, team);
    const columns = 'id, role, person, by_person, expires, used, used_by, request_hash';
    const row =
      held && (await first<InviteRow>(q, `SELECT ${columns} FROM invite WHERE team = $1 AND hash = $2`, [team, digest(request.invite)]));
    if (!row) throw new Refused('invite_gone');
    // Asked again because the reply was lost: the same device, the same try.
    const request_hash = digest(`${request.request} ${request.device}`);
    const again = row.used !== null && row.request_hash === request_hash && now - row.used <= settings.joinGraceMs;
    if (!again && (row.used !== null || row.expires <= now || !(await stillInvited(q, team, row)))) throw new Refused('invite_gone');
    const person = again && row.used_by !== null ? row.used_by : await admit(q, team, row, request, now);
    if (again && (await memberRow(q, team, person))?.left_at != null) throw new Refused('invite_gone');
    await bindDevice(q, team, request.device, person, now);
    const used = [team, row.id, now, person, request_hash];
    if (!again) await q.all('UPDATE invite SET used = $3, used_by = $4, request_hash = $5 WHERE team = $1 AND id = $2', used);
    return { team, person, tokens: await signIn(q, { team, person, device: request.device }, now, settings) };
  });
}

/** An invite ends with the rights of whoever made it. */
async function stillInvited(q: Queries, team: string, { by_person, person }: InviteRow): Promise<boolean> {
  if (by_person === 'system') return true;
  const by = await memberRow(q, team, by_person);
  return by?.left_at === null && (by.role === 'admin' || person === by_person);
}

async function admit(q: Queries, team: string, { role, person }: InviteRow, { name, device }: JoinRequest, now: number): Promise<string> {
  if (person !== null) {
    const member = await memberRow(q, team, person);
    const back = member?.left_at !== null;
    if (back) await q.all('UPDATE member SET left_at = NULL, role = $3 WHERE team = $1 AND person = $2', [team, person, role]);
    await audit(q, team, now, { by: person, action: back ? 'member.readmitted' : 'device.added', about: back ? person : device });
    return person;
  }
  if (name === undefined) throw new Refused('bad_request', 'name');
  const members = await q.all<Pick<MemberRow, 'person'>>('SELECT person FROM member WHERE team = $1', [team]);
  if (members.length >= MOST_MEMBERS) throw new Refused('conflict', `At most ${MOST_MEMBERS} members.`);
  const made = newPerson();
  await q.insert('member', ['team', 'person', 'name', 'role', 'joined'], [[team, made, name, role, now]]);
  await audit(q, team, now, { by: made, action: 'member.joined', about: made });
  return made;
}

async function bindDevice(q: Queries, team: string, device: string, person: string, now: number): Promise<void> {
  const known = await q.all<{ device: string; person: string }>(
    'SELECT device, person FROM device WHERE team = $1 AND (device = $2 OR person = $3)',
    [team, device, person],
  );
  const mine = known.find((row) => row.device === device);
  if (mine && mine.person !== person) throw new Refused('conflict', 'This device is another member’s.');
  if (!mine && known.length >= MOST_DEVICES) throw new Refused('conflict', `At most ${MOST_DEVICES} devices.`);
  if (mine) await q.all('UPDATE device SET seen = $3 WHERE team = $1 AND device = $2', [team, device, now]);
  else await q.insert('device', ['team', 'device', 'person', 'since', 'seen'], [[team, device, person, now, now]]);
}
