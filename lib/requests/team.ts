// What our own pages ask about the team.
import { OF_TEAM, type TeamMessage } from '../sync/messages.ts';
import type { SyncReply } from '../sync/state.ts';
import type { TeamAnswer } from '../sync/team-calls.ts';

export const isOfTeam = (message: { readonly ask: string }): message is TeamMessage => Object.hasOwn(OF_TEAM, message.ask);

/** No team can be joined yet. */
export async function ofTeam(_message: TeamMessage): Promise<SyncReply | TeamAnswer> {
  return { state: 'refused', why: 'not-joined' };
}
