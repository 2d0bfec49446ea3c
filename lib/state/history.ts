// What was done to one ticket, told from its operations: when, on which device, from what to what.
import type { Operation } from '../model/operation.ts';
import type { Answer, Evidence } from '../model/tag.ts';
import { millisOf } from '../sync/clock.ts';

export interface Values {
  readonly answer?: Answer;
  readonly note?: string;
  readonly effort?: number;
  readonly evidence?: Evidence;
}

export interface HistoryEntry {
  /** The operation: what an undo takes back. */
  readonly op: string;
  /** ms since 1970. */
  readonly at: number;
  readonly here: boolean;
  readonly kind: 'answered' | 'changed' | 'removed' | 'restored';
  /** The fields that differ afterwards, with what they held before; a field that holds nothing is absent. */
  readonly fields: readonly (keyof Values)[];
  readonly before: Values;
  readonly after: Values;
}

const FIELDS: readonly (keyof Values)[] = ['answer', 'effort', 'evidence', 'note'];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** @param operations of one ticket and person, oldest first @param device of this browser @returns newest first */
export function historyEntries(operations: readonly Operation[], device: string): HistoryEntry[] {
  let values: Values = {};
  let there = false;
  const entries = operations.map((operation): HistoryEntry => {
    const before = values;
    const was = there;
    const set = Object.entries(operation.set).filter(([field]) => FIELDS.includes(field as keyof Values));
    // An emptied field is stored as null.
    values = Object.fromEntries(Object.entries({ ...before, ...Object.fromEntries(set) }).filter(([, value]) => value !== null));
    there = operation.set['deleted'] === true ? false : there || 'answer' in operation.set || operation.set['deleted'] === false;
    return {
      op: operation.op,
      at: millisOf(operation.hlc),
      here: operation.device === device,
      kind: !there ? 'removed' : was ? 'changed' : before.answer ? 'restored' : 'answered',
      fields: FIELDS.filter((field) => !same(before[field], values[field])),
      before,
      after: values,
    };
  });
  return entries.reverse();
}
