// What decisions, budgets and views of a file would change here. One is known again by its key, or by what it says: a budget by its
// quarter, a view by its name, a decision by all of it. What was changed here since the file was written stays unless somebody says
// otherwise.
import { type Budget, budgetKey, type Decision, type TeamRecord, type View } from '../model/record.ts';
import { type AnswerFault, faultAt, type Home } from './answers.ts';

/** One of a file, read. */
export interface GivenRecord {
  /** Line of the text, from 1. */
  readonly row: number;
  readonly record: Decision | Budget | View;
  readonly key?: string;
}

export interface StoredRecord {
  readonly team: string;
  readonly key: string;
  readonly record: TeamRecord;
  /** ISO time it was last changed. */
  readonly at: string;
}

export interface RecordChange {
  /** `older`: what is here was changed after the file was written, and stays. */
  readonly kind: 'new' | 'changed' | 'same' | 'older';
  readonly row: number;
  readonly team: string;
  readonly key: string;
  /** As it is to be stored. */
  readonly record: TeamRecord;
  readonly before?: StoredRecord;
}

export interface RecordsPlan {
  /** Where the file's frameworks go; absent for nowhere. */
  readonly homes: ReadonlyMap<string, Home>;
  /** What each is called, by its id in the file. */
  readonly names: ReadonlyMap<string, string>;
  readonly replace: boolean;
  /** When the file was written, ISO; absent where it does not say. */
  readonly exportedAt?: string | undefined;
}

/** Without the version it was decided under, which says nothing of what was decided. */
const meaning = (record: TeamRecord): string => JSON.stringify('version' in record ? { ...record, version: 0 } : record);

function atHome(record: TeamRecord, { id, version }: Home): TeamRecord {
  if (record.kind !== 'decision') return { ...record, framework: id };
  return { ...record, framework: id, version: record.framework === id ? Math.min(record.version, version) : version };
}

/** A name for what came without one: the same for the same, so that two devices that import it agree. FNV-1a. */
function madeKey(record: TeamRecord): string {
  let hash = 0xcbf29ce484222325n;
  for (const sign of new TextEncoder().encode(meaning(record))) hash = BigInt.asUintN(64, (hash ^ BigInt(sign)) * 0x100000001b3n);
  return `${record.kind}/${hash.toString(16).padStart(16, '0')}`;
}

const likeness = (record: TeamRecord): string =>
  record.kind === 'view' ? JSON.stringify(['view', record.framework, record.name]) : meaning(record);

/** Compares. Never throws. */
export function planRecords(
  given: readonly GivenRecord[],
  { homes, names, replace, exportedAt }: RecordsPlan,
  stored: readonly StoredRecord[],
): { readonly changes: RecordChange[]; readonly faults: AnswerFault[] } {
  const byKey = new Map(stored.map((one) => [`${one.team}/${one.key}`, one]));
  const byLikeness = new Map(stored.map((one) => [`${one.team}/${likeness(one.record)}`, one]));
  const seen = new Map<string, number>();
  const changes: RecordChange[] = [];
  const faults: AnswerFault[] = [];
  for (const { row, record: told, key: own } of given) {
    const home = homes.get(told.framework);
    if (!home) {
      faults.push(faultAt(row, 'framework', 'no-framework', names.get(told.framework) ?? told.framework));
      continue;
    }
    const { team } = home;
    const record = atHome(told, home);
    const known = (own && byKey.get(`${team}/${own}`)) || byLikeness.get(`${team}/${likeness(record)}`);
    const key = record.kind === 'budget' ? budgetKey(record) : (known?.key ?? own ?? madeKey(record));
    const before = byKey.get(`${team}/${key}`);
    const other = seen.get(`${team}/${key}`);
    if (other !== undefined) {
      faults.push(faultAt(row, 'key', 'twice', key, other));
      continue;
    }
    seen.set(`${team}/${key}`, row);
    const one = { row, team, key, record };
    if (!before) changes.push({ ...one, kind: 'new' });
    else if (meaning(before.record) === meaning(record)) changes.push({ ...one, kind: 'same', before });
    else changes.push({ ...one, kind: !replace && exportedAt !== undefined && before.at > exportedAt ? 'older' : 'changed', before });
  }
  return { changes, faults };
}
