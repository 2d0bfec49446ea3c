// The link somebody was invited by: ORIGIN/join#INVITE. What is behind the # reaches no server's log.
import { Invite } from './protocol-team.ts';

export interface InviteLink {
  /** `https://sync.example.org`, with its port where that is not the usual one. */
  readonly origin: string;
  readonly invite: string;
  /** What the browser is asked for before anything is sent; it knows no ports. */
  readonly pattern: string;
}

export type InviteFault = 'not-an-invite' | 'not-encrypted';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether an endpoint may be spoken to: encrypted, or on this very machine. */
export function maySpeakTo(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

export const patternOfEndpoint = (origin: string): string => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};

/** Takes a link apart, as it was pasted. */
export function readInvite(text: string): InviteLink | InviteFault {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return 'not-an-invite';
  const { protocol, origin, pathname, hash, username, search } = new URL(trimmed);
  const invite = Invite.safeParse(hash.slice(1));
  if (!/^https?:$/.test(protocol) || !/^\/join\/?$/.test(pathname) || username !== '' || search !== '' || !invite.success)
    return 'not-an-invite';
  if (!maySpeakTo(origin)) return 'not-encrypted';
  return { origin, invite: invite.data, pattern: patternOfEndpoint(origin) };
}
