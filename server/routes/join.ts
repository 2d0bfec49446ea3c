// Joining by an invite, and the tokens after it.
import { JoinReply, JoinRequest, RefreshRequest, Tokens } from '../../lib/sync/protocol-team.ts';
import { route } from '../route.ts';
import { join } from '../team/invite.ts';
import { refresh } from '../team/tokens.ts';
import { memberRow } from '../team/team.ts';
import { teamReply } from './team.ts';

export const joining = [
  route({
    method: 'POST',
    path: '/v1/join',
    summary: 'Become a member by an invite, or add a device to a membership',
    access: 'everybody',
    body: JoinRequest,
    reply: JoinReply,
    handle: async (_, { body, around: { store, now, settings } }) => {
      const { team, person, tokens } = await join(store, body, now(), settings);
      const member = await memberRow(store, team, person);
      const who = { team, person, device: body.device, role: member?.role ?? 'viewer', name: member?.name ?? '' };
      return { json: { ...tokens, team: await teamReply(store, who) } };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/token',
    summary: 'Exchange a refresh token for the next pair',
    access: 'everybody',
    body: RefreshRequest,
    reply: Tokens,
    handle: async (_, { body, around: { store, now, settings } }) => ({ json: await refresh(store, body.refresh, now(), settings) }),
  }),
];
