// Who asks: looked up anew with every request, so that a revocation or another role counts from the next one on.
import type { Role } from '../../lib/sync/protocol-team.ts';
import { Refused } from '../refused.ts';
import { first, type Store } from '../store/store.ts';
import { digest, teamOf } from './secret.ts';

/** A member on one of its devices. */
export interface Who {
  readonly team: string;
  readonly person: string;
  readonly device: string;
  readonly role: Role;
  readonly name: string;
}

interface Found {
  readonly person: string;
  readonly device: string;
  readonly role: Role;
  readonly name: string;
  readonly left_at: number | null;
  readonly revoked: number | null;
  readonly family: string;
  readonly expires: number;
  readonly generation: number;
  readonly newest: number;
  readonly confirmed: number;
}

const FIND = `SELECT f.person, f.device, m.role, m.name, m.left_at, f.revoked, a.family, a.expires, a.generation, f.generation AS newest, f.confirmed
  FROM access a
  JOIN family f ON f.team = a.team AND f.family = a.family
  JOIN member m ON m.team = a.team AND m.person = f.person
  WHERE a.team = $1 AND a.hash = $2`;

/**
 * @param header the request's `Authorization`
 * @throws Refused `unauthorized`, `token_expired` or `signed_out`
 */
export async function whoAsks(store: Store, header: string | undefined, now: number): Promise<Who> {
  const [, token] = /^Bearer (\S{1,200})$/.exec(header ?? '') ?? [];
  const team = token && teamOf(token, 'aza');
  if (!token || !team) throw new Refused('unauthorized');
  const found = await first<Found>(store, FIND, [team, digest(token)]);
  // Ended tokens are taken out in the end: one that is not known may be one of those, and the refresh token will tell.
  if (!found) throw new Refused('token_expired');
  if (found.revoked !== null || found.left_at !== null) throw new Refused('signed_out');
  if (found.expires <= now) throw new Refused('token_expired');
  if (found.confirmed === 0 && found.generation === found.newest) {
    await store.loosely((q) => q.all('UPDATE family SET confirmed = 1 WHERE team = $1 AND family = $2', [team, found.family]));
  }
  const { person, device, role, name } = found;
  return { team, person, device, role, name };
}
