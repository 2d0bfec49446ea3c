// How pages of ours join a team and ask about it. The browser is asked for the endpoint's host in the press itself, before
// anything is awaited: it would refuse to ask later.
import { browser } from '../browser.ts';
import { type InviteFault, readInvite } from '../sync/invite.ts';
import type { TeamCall, TeamMessage } from '../sync/messages.ts';
import type { SyncReply } from '../sync/state.ts';
import type { TeamAnswer } from '../sync/team-calls.ts';

type Refused = { readonly state: 'refused'; readonly why: 'storage' };

/** A worker that was just stopped gets a second try. Never throws. */
async function send<R>(message: TeamMessage): Promise<R | Refused> {
  const once = (): Promise<R> => browser.runtime.sendMessage(message);
  return once()
    .catch(once)
    .catch((): Refused => ({ state: 'refused', why: 'storage' }));
}

/** Everything but `team`: that is asked with `askTeam`. */
export const askSync = (message: Exclude<TeamMessage, { ask: 'team' }>): Promise<SyncReply> => send<SyncReply>(message);

/** Asks the endpoint about the team. */
export const askTeam = <C extends TeamCall['call']>(what: Extract<TeamCall, { call: C }>): Promise<TeamAnswer<C>> =>
  send<TeamAnswer<C>>({ ask: 'team', what });

/** Call it in the press itself. @param text the link as it was pasted @param name how the person wants to be called */
export async function joinByLink(
  text: string,
  name?: string,
): Promise<SyncReply | { readonly state: 'refused'; readonly why: InviteFault }> {
  const link = readInvite(text);
  if (typeof link === 'string') return { state: 'refused', why: link };
  const allowed = await browser.permissions.request({ origins: [link.pattern] }).catch(() => false);
  if (!allowed) return { state: 'refused', why: 'no-access' };
  return askSync({ ask: 'joinTeam', link: text.trim(), ...(name === undefined ? {} : { name }) });
}
