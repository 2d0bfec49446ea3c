// The frameworks that a push is about: a version is made by an admin, on the one that stands, and means one thing for ever.
import type { Framework } from '../../lib/model/framework.ts';
import type { PushedOperation } from '../../lib/sync/protocol.ts';
import type { Queries } from '../store/store.ts';
import { digest } from './secret.ts';

interface Standing {
  /** Its newest content, also where it was removed. */
  framework: unknown;
  removed: boolean;
  version: number;
  /** Of the content, and of the last of all its fields. */
  hlc: string;
  highest: number;
  readonly digests: Map<number, string>;
}

export interface FrameworkLog {
  /** What stands in the way of an operation: the version to be compared with. Keeps the operation in mind where nothing does. */
  refusal(op: PushedOperation): { readonly version: number; readonly framework: unknown } | undefined;
  /** Versions that are new, for the store. */
  readonly fresh: readonly (readonly [framework: string, version: number, digest: string])[];
}

/** The same for the same content, whatever the order of its keys. */
const digestOf = (value: unknown): string => digest(JSON.stringify(value, (_, part: unknown) => (isObject(part) ? sorted(part) : part)));
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const sorted = (value: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What is stored of the frameworks that operations are about. Within the transaction that holds the team. */
export async function frameworkLog(q: Queries, team: string, ops: readonly PushedOperation[]): Promise<FrameworkLog> {
  const ids = [...new Set(ops.filter(({ kind }) => kind === 'framework').map(({ key }) => key))];
  const all = new Map(ids.map((id) => [id, nothing()]));
  const fresh: (readonly [string, number, string])[] = [];
  if (ids.length > 0) await load(q, team, all);
  return { fresh, refusal: (op) => refusal(all.get(op.key) ?? nothing(), op, fresh) };
}

const nothing = (): Standing => ({ framework: null, removed: false, version: 0, hlc: '', highest: 0, digests: new Map() });

async function load(q: Queries, team: string, all: ReadonlyMap<string, Standing>): Promise<void> {
  const list = q.list([...all.keys()]);
  const cells = await q.all<{ key: string; field: string; hlc: string; value: string }>(
    `SELECT key, field, hlc, value FROM cell WHERE team = $1 AND kind = 'framework' AND person = '' AND ${q.among('key', '$2')}`,
    [team, list],
  );
  for (const { key, field, hlc, value } of cells) {
    const standing = all.get(key);
    if (!standing) continue;
    if (hlc > standing.hlc) standing.hlc = hlc;
    if (field === 'framework') standing.framework = JSON.parse(value);
    if (field === 'deleted') standing.removed = value === 'true';
  }
  const versions = await q.all<{ framework: string; version: number; digest: string }>(
    `SELECT framework, version, digest FROM version WHERE team = $1 AND ${q.among('framework', '$2')}`,
    [team, list],
  );
  for (const row of versions) all.get(row.framework)?.digests.set(row.version, row.digest);
  for (const standing of all.values()) {
    standing.highest = Math.max(0, ...standing.digests.keys());
    standing.version = standing.removed ? 0 : ((standing.framework as Framework | null)?.version ?? 0);
  }
}

function refusal(
  standing: Standing,
  op: PushedOperation,
  fresh: (readonly [string, number, string])[],
): ReturnType<FrameworkLog['refusal']> {
  const { version, removed } = standing;
  const stale = { version, framework: removed ? null : standing.framework };
  if (op.base !== undefined && op.base !== version) return stale;
  if (op.hlc <= standing.hlc) return stale;
  const made = op.set['framework'] as Framework | null | undefined;
  if (made) {
    const content = digestOf(made);
    const before = standing.digests.get(made.version);
    // Below the highest nothing is new: either that very version returns, or somebody counted without knowing.
    if (before === undefined ? made.version <= standing.highest : before !== content) return stale;
    if (before === undefined) fresh.push([op.key, made.version, content]);
    standing.digests.set(made.version, content);
    standing.highest = Math.max(standing.highest, made.version);
  }
  if (made !== undefined) standing.framework = made;
  if ('deleted' in op.set) standing.removed = op.set['deleted'] === true;
  standing.version = standing.removed ? 0 : ((standing.framework as Framework | null)?.version ?? 0);
  standing.hlc = op.hlc;
  return undefined;
}
