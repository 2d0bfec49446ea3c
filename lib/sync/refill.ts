// A database that the browser has dropped without a word: what says so, and how what the team has comes back.
import type { Access, Member, Ports } from './ports.ts';
import { InviteReply } from './protocol-team.ts';
import { joinTeam } from './joining.ts';
import { ask } from './request.ts';
import type { TeamRefusal } from './state.ts';
import { refusalOf, Trouble } from './trouble.ts';

/** Kept outside of the database, in `storage.local`. No secret: scripts on tracker pages could read it. */
export interface Sentinel {
  readonly origin: string;
  readonly team: string;
  readonly device: string;
  /** How many operations there were, and the last stamp. */
  readonly ops: number;
  readonly hlc: string;
}

/** Whether the database is not the one that was joined with. */
export const isLost = (sentinel: Sentinel | undefined, member: Member | undefined): boolean =>
  sentinel !== undefined && member === undefined;

/**
 * Joins again as a further device of the same person, by an invite that this device's own access token, where it still holds,
 * asks for. What was never sent is gone; everything else comes with the next rounds.
 */
export async function refill(
  ports: Ports,
  { origin }: Pick<Sentinel, 'origin'>,
  access: Access,
  signal: AbortSignal,
): Promise<TeamRefusal | undefined> {
  try {
    const { invite } = await ask(ports, origin, { method: 'POST', path: '/v1/invites', body: {} }, InviteReply, signal, access.token);
    return await joinTeam(ports, { origin, invite }, signal);
  } catch (error) {
    if (error instanceof Trouble) return refusalOf(error);
    throw error;
  }
}
