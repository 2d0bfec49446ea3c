// The audit log: what was done to people, rights and settings. Each entry holds the digest of the one before, so that none
// can be changed or taken out without all later ones showing it.
import type { AuditEntry } from '../../lib/sync/protocol-team.ts';
import { first, type Queries } from '../store/store.ts';
import { digest } from './secret.ts';

export type AuditAction =
  | 'team.created'
  | 'team.changed'
  | 'team.restored'
  | 'invite.made'
  | 'invite.revoked'
  | 'member.joined'
  | 'member.readmitted'
  | 'member.changed'
  | 'member.revoked'
  | 'member.left'
  | 'tags.deleted'
  | 'device.signed-out'
  | 'device.added'
  | 'token.reused'
  | 'framework.changed'
  | 'operation.forged'
  | 'feed.on'
  | 'feed.off'
  | 'exported';

export interface Deed {
  /** A member, or `system`. */
  readonly by: string;
  readonly action: AuditAction;
  /** An id; never a name, a token or anything somebody typed. */
  readonly about: string;
}

const hashOf = (before: string, { n, at, by, action, about }: Omit<AuditEntry, 'hash'>): string =>
  digest(JSON.stringify([before, n, at, by, action, about]));

/** Adds entries; within a transaction, whose hold on the team's row puts them in order. */
export async function audit(q: Queries, team: string, at: number, ...deeds: readonly Deed[]): Promise<void> {
  const last = await first<{ audit_n: number; audit_hash: string }>(q, 'SELECT audit_n, audit_hash FROM team WHERE team = $1 FOR UPDATE', [
    team,
  ]);
  if (!last || deeds.length === 0) return;
  let [n, hash] = [last.audit_n, last.audit_hash];
  const rows = deeds.map(({ by, action, about }) => {
    n += 1;
    hash = hashOf(hash, { n, at, by, action, about });
    return [team, n, at, by, action, about, hash];
  });
  await q.insert('audit', ['team', 'n', 'at', 'by_person', 'action', 'about', 'hash'], rows);
  await q.all('UPDATE team SET audit_n = $2, audit_hash = $3 WHERE team = $1', [team, n, hash]);
}

const COLUMNS = 'n, at, by_person AS "by", action, about, hash';

export const auditPage = (q: Queries, team: string, after: number, limit: number): Promise<AuditEntry[]> =>
  q.all<AuditEntry>(`SELECT ${COLUMNS} FROM audit WHERE team = $1 AND n > $2 ORDER BY n LIMIT $3`, [team, after, limit]);

/** The number of the first entry that does not follow from the one before; `undefined` where the chain is whole up to the team's row. */
export async function brokenAt(q: Queries, team: string): Promise<number | undefined> {
  const last = await first<{ audit_n: number; audit_hash: string }>(q, 'SELECT audit_n, audit_hash FROM team WHERE team = $1', [team]);
  let [n, hash] = [0, ''];
  for (;;) {
    const page = await auditPage(q, team, n, 1000);
    for (const entry of page) {
      if (entry.n !== n + 1 || entry.hash !== hashOf(hash, entry)) return n + 1;
      [n, hash] = [entry.n, entry.hash];
    }
    if (page.length < 1000) break;
  }
  return last && (last.audit_n !== n || last.audit_hash !== hash) ? n + 1 : undefined;
}
