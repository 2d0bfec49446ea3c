// Tokens: made at joining, exchanged at each refresh, looked at with each request. A family is all tokens of one joining.
import type { Tokens } from '../../lib/sync/protocol-team.ts';
import { Refused } from '../refused.ts';
import type { Settings } from '../settings.ts';
import { first, type Queries, type Store } from '../store/store.ts';
import { audit } from './audit.ts';
import { digest, newFamily, newSecret, refreshParts, type RefreshParts, refreshToken, successorOf, teamOf } from './secret.ts';

interface FamilyRow {
  readonly family: string;
  readonly person: string;
  readonly device: string;
  readonly fixed_hash: string;
  readonly salt: string;
  readonly generation: number;
  readonly current_hash: string;
  readonly previous_hash: string;
  readonly rotated: number;
  readonly confirmed: number;
  readonly expires: number;
  readonly revoked: number | null;
  readonly resumable: number;
}

const FAMILY =
  'family, person, device, fixed_hash, salt, generation, current_hash, previous_hash, rotated, confirmed, expires, revoked, resumable';

interface Issued {
  readonly team: string;
  readonly family: string;
  readonly generation: number;
  readonly refresh: string;
  readonly refreshExpires: number;
}

async function issue(
  q: Queries,
  { team, family, generation, refresh, refreshExpires }: Issued,
  now: number,
  settings: Settings,
): Promise<Tokens> {
  const access = newSecret('aza', team);
  const accessExpires = now + settings.accessMs;
  await q.all('DELETE FROM access WHERE team = $1 AND family = $2 AND expires < $3', [team, family, now]);
  await q.insert(
    'access',
    ['team', 'hash', 'family', 'generation', 'expires'],
    [[team, digest(access), family, generation, accessExpires]],
  );
  return { access, accessExpires, refresh, refreshExpires, serverTime: now };
}

/** The first tokens of a device; those it had before end. Within a transaction. */
export async function signIn(
  q: Queries,
  { team, person, device }: { readonly team: string; readonly person: string; readonly device: string },
  now: number,
  settings: Settings,
): Promise<Tokens> {
  await q.all('UPDATE family SET revoked = $3 WHERE team = $1 AND device = $2 AND revoked IS NULL', [team, device, now]);
  const made = newFamily();
  const refresh = refreshToken(team, made);
  const refreshExpires = now + settings.refreshMs;
  const columns = ['team', ...FAMILY.split(', ').filter((name) => name !== 'revoked')];
  const hashes = [digest(made.fixed), made.salt, 1, digest(refresh), ''];
  await q.insert('family', columns, [[team, made.family, person, device, ...hashes, now, 1, refreshExpires, 0]]);
  return issue(q, { team, family: made.family, generation: 1, refresh, refreshExpires }, now, settings);
}

/**
 * The next pair of tokens. The token before the current one gives the current one again, while that was never used and for a
 * short while after it was made: a device that lost the reply is not signed out. Any older one means that two have it.
 * @throws Refused `signed_out`
 */
export async function refresh(store: Store, token: string, now: number, settings: Settings): Promise<Tokens> {
  const team = teamOf(token, 'azr');
  const parts = refreshParts(token);
  if (team === undefined || !parts) throw new Refused('signed_out');
  // A reuse is kept although the request is refused: it is told after the transaction, not thrown within.
  const tokens = await store.transact(async (q) => {
    const held = await first(q, 'SELECT team FROM team WHERE team = $1 FOR UPDATE', [team]);
    const row = held && (await first<FamilyRow>(q, `SELECT ${FAMILY} FROM family WHERE team = $1 AND family = $2`, [team, parts.family]));
    if (!row || row.fixed_hash !== digest(parts.fixed) || row.revoked !== null || row.expires <= now) return undefined;
    if (!(await isMember(q, team, row.person))) return undefined;
    return rotate(q, { team, row, token, parts }, now, settings);
  });
  if (!tokens) throw new Refused('signed_out');
  return tokens;
}

interface Presented {
  readonly team: string;
  readonly row: FamilyRow;
  readonly token: string;
  readonly parts: RefreshParts;
}

async function rotate(q: Queries, { team, row, token, parts }: Presented, now: number, settings: Settings): Promise<Tokens | undefined> {
  const hash = digest(token);
  const successor = successorOf(token, team, parts, row.salt);
  const refreshExpires = now + settings.refreshMs;
  const next = { team, family: row.family, refresh: successor, refreshExpires };
  const again = hash === row.previous_hash && (row.confirmed === 0 || now - row.rotated <= settings.graceMs);
  if (again) return issue(q, { ...next, generation: row.generation }, now, settings);
  // After a restore, tokens made since the backup are not known: the part that stays vouches for one of them, once.
  if (hash !== row.current_hash && row.resumable === 0) {
    await q.all('UPDATE family SET revoked = $3 WHERE team = $1 AND family = $2', [team, row.family, now]);
    await audit(q, team, now, { by: row.person, action: 'token.reused', about: row.device });
    return undefined;
  }
  const generation = row.generation + 1;
  await q.all(
    `UPDATE family SET generation = $3, current_hash = $4, previous_hash = $5, rotated = $6, confirmed = 0, expires = $7, resumable = 0
      WHERE team = $1 AND family = $2`,
    [team, row.family, generation, digest(successor), hash, now, refreshExpires],
  );
  await q.all('UPDATE device SET seen = $3 WHERE team = $1 AND device = $2', [team, row.device, now]);
  return issue(q, { ...next, generation }, now, settings);
}

const isMember = async (q: Queries, team: string, person: string): Promise<boolean> =>
  (await first(q, 'SELECT person FROM member WHERE team = $1 AND person = $2 AND left_at IS NULL', [team, person])) !== undefined;
