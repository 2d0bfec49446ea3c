// Members, devices, invites, and the log of what was done to them.
import * as z from 'zod/mini';
import { DeviceId, PersonId } from '../../lib/sync/protocol.ts';
import {
  AuditQuery,
  AuditReply,
  DevicesReply,
  Done,
  InviteReply,
  InviteRequest,
  InvitesReply,
  LeaveQuery,
  Member,
  MemberChange,
  MembersReply,
} from '../../lib/sync/protocol-team.ts';
import { route } from '../route.ts';
import { auditPage } from '../team/audit.ts';
import { invite, openInvites, revokeInvite } from '../team/invite.ts';
import { changeMember, devices, endMember, members, signOut } from '../team/people.ts';

const DONE = { json: { done: true } };
const MOST_ENTRIES = 500;
const ofPerson = z.strictObject({ person: PersonId });
const ofDevice = z.strictObject({ device: DeviceId });
const ofInvite = z.strictObject({ invite: z.string().check(z.regex(/^i-[0-9a-f]{16}$/)) });

export const people = [
  route({
    method: 'GET',
    path: '/v1/members',
    summary: 'Everybody who is or was in the team',
    access: 'viewer',
    reply: MembersReply,
    handle: async (who, { around: { store } }) => ({ json: { members: await members(store, who.team) } }),
  }),
  route({
    method: 'PATCH',
    path: '/v1/members/:person',
    summary: 'Change a role (admins) or one’s own name',
    access: 'viewer',
    params: ofPerson,
    body: MemberChange,
    reply: Member,
    handle: async (who, { params, body, around: { store, now } }) => ({ json: await changeMember(store, who, params.person, body, now()) }),
  }),
  route({
    method: 'DELETE',
    path: '/v1/members/:person',
    summary: 'Revoke a member (admins), or leave',
    access: 'viewer',
    params: ofPerson,
    query: LeaveQuery,
    reply: Done,
    handle: async (who, { params, query, around: { store, now } }) => {
      await endMember(store, who, params.person, query.tags === 'delete', now());
      return DONE;
    },
  }),
  route({
    method: 'GET',
    path: '/v1/devices',
    summary: 'One’s own devices; all of them for admins',
    access: 'viewer',
    reply: DevicesReply,
    handle: async (who, { around: { store, now } }) => ({ json: { devices: await devices(store, who, now()) } }),
  }),
  route({
    method: 'DELETE',
    path: '/v1/devices/:device',
    summary: 'Sign a device out',
    access: 'viewer',
    params: ofDevice,
    reply: Done,
    handle: async (who, { params, around: { store, now } }) => {
      await signOut(store, who, params.device, now());
      return DONE;
    },
  }),
  route({
    method: 'GET',
    path: '/v1/invites',
    summary: 'Invites that nobody has used yet',
    access: 'admin',
    reply: InvitesReply,
    handle: async (who, { around: { store, now } }) => ({ json: { invites: await openInvites(store, who.team, now()) } }),
  }),
  route({
    method: 'POST',
    path: '/v1/invites',
    summary: 'Invite somebody (admins), or a further device of one’s own',
    access: 'viewer',
    body: InviteRequest,
    reply: InviteReply,
    handle: async (who, { body, around: { store, now, settings } }) => ({ json: await invite(store, who, body, now(), settings) }),
  }),
  route({
    method: 'DELETE',
    path: '/v1/invites/:invite',
    summary: 'Take an invite back',
    access: 'admin',
    params: ofInvite,
    reply: Done,
    handle: async (who, { params, around: { store, now } }) => {
      await revokeInvite(store, who, params.invite, now());
      return DONE;
    },
  }),
  route({
    method: 'GET',
    path: '/v1/audit',
    summary: 'What was done to people, rights and settings',
    access: 'admin',
    query: AuditQuery,
    reply: AuditReply,
    handle: async (who, { query, around: { store } }) => {
      const limit = Math.min(MOST_ENTRIES, Number(query.limit ?? MOST_ENTRIES));
      const entries = await auditPage(store, who.team, Number(query.after ?? 0), limit + 1);
      return { json: { entries: entries.slice(0, limit), more: entries.length > limit } };
    },
  }),
];
