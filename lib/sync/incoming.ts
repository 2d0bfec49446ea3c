// One pulled operation, as this device keeps it, or why it cannot be read here.
import type { Operation } from '../model/operation.ts';
import { TeamRecord } from '../model/record.ts';
import { contentFault } from './content.ts';
import { inward, type Membership } from './merge.ts';
import { NEWEST_SCHEMA, PulledOperation } from './protocol.ts';

export type Incoming =
  | { readonly op: Operation }
  /** `id`: what it is kept aside under. */
  | { readonly aside: 'unreadable' | 'newer'; readonly id: string; readonly detail?: string };

/**
 * @param raw as it came
 * @param at where in the log, for what has no readable id
 * @param newest operations' `schema` that can be read here
 */
export function readPulled(raw: unknown, m: Membership, at: string, newest = NEWEST_SCHEMA): Incoming {
  const said: Record<string, unknown> = typeof raw === 'object' && raw !== null ? { ...raw } : {};
  const id = typeof said['op'] === 'string' && said['op'].length <= 64 ? said['op'] : at;
  if (typeof said['schema'] === 'number' && said['schema'] > newest) return { aside: 'newer', id };
  const parsed = PulledOperation.safeParse(raw);
  if (!parsed.success) return { aside: 'unreadable', id, detail: parsed.error.issues[0]?.path.join('.') ?? '' };
  const { seq: _, person, author, ...op } = parsed.data;
  const fault = contentFault(op);
  if (fault !== undefined) return { aside: 'unreadable', id, detail: fault };
  // Records of a kind that is not known here would make no row.
  const record = op.kind === 'record' ? op.set['record'] : undefined;
  if (record != null && !TeamRecord.safeParse(record).success) return { aside: 'newer', id, detail: 'set.record.kind' };
  const { seq: _s, person: _p, author: _a, ...whole } = said;
  const named = inward({ ...whole, ...op, schema: op.schema as Operation['schema'], team: m.joined.team, person }, m);
  return { op: author === person ? named : { ...named, author: author === m.joined.person ? m.local.person : author } };
}
