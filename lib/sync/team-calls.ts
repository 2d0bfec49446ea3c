// What pages about the team may have asked of the endpoint, and what each comes back as. One row a call.
import * as z from 'zod/mini';
import type { TeamCall } from './messages.ts';
import { AuditReply, DevicesReply, Done, FeedReply, InviteReply, InvitesReply, MembersReply, TeamReply } from './protocol-team.ts';
import type { TeamRefusal } from './state.ts';

/** By the name of the call. `Done` is an answer to whatever changes something and has nothing to say. */
export const TEAM_REPLIES = {
  team: TeamReply,
  changeTeam: z.union([TeamReply, Done]),
  members: MembersReply,
  changeMember: z.looseObject({}),
  removeMember: z.looseObject({}),
  devices: DevicesReply,
  removeDevice: z.looseObject({}),
  invites: InvitesReply,
  invite: InviteReply,
  removeInvite: z.looseObject({}),
  audit: AuditReply,
  feed: FeedReply,
} as const;
export type TeamReplies = { readonly [K in keyof typeof TEAM_REPLIES]: z.infer<(typeof TEAM_REPLIES)[K]> };

/** The answer to `team`. `reply` is by the name of the call. */
export type TeamAnswer<C extends TeamCall['call'] = TeamCall['call']> =
  | { readonly state: 'team'; readonly reply: TeamReplies[C] }
  | { readonly state: 'refused'; readonly why: TeamRefusal };

export interface TeamRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** The request a call is. */
export function requestOf(what: TeamCall): TeamRequest {
  switch (what.call) {
    case 'team':
      return { method: 'GET', path: '/v1/team' };
    case 'changeTeam':
      return { method: 'PATCH', path: '/v1/team', body: what.change };
    case 'members':
      return { method: 'GET', path: '/v1/members' };
    case 'changeMember':
      return { method: 'PATCH', path: `/v1/members/${what.person}`, body: what.change };
    case 'removeMember':
      return { method: 'DELETE', path: `/v1/members/${what.person}?tags=${what.tags}` };
    case 'devices':
      return { method: 'GET', path: '/v1/devices' };
    case 'removeDevice':
      return { method: 'DELETE', path: `/v1/devices/${what.device}` };
    case 'invites':
      return { method: 'GET', path: '/v1/invites' };
    case 'invite':
      return { method: 'POST', path: '/v1/invites', body: what.invite };
    case 'removeInvite':
      return { method: 'DELETE', path: `/v1/invites/${what.id}` };
    case 'audit':
      return { method: 'GET', path: `/v1/audit${what.after === undefined ? '' : `?after=${what.after}`}` };
    case 'feed':
      return { method: 'PUT', path: '/v1/feed', body: { on: what.on } };
  }
}
