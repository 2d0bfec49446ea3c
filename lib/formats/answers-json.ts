// `azimuth-estimates/v1` on its way back in: an answer at a time, so that a long file does not hold up the page and a spoilt
// answer costs no other. Gains are left behind: they are worked out anew from what is here.
import * as z from 'zod/mini';
import { type AnswerFault, faultAt, type Foreign, type Given, ticketId } from './answers.ts';
import { Estimate, FORMAT, KeptDecision, KeptView } from './estimates.ts';
import { type Item, type ItemsRefusal, jsonItems } from './json-items.ts';
import { readJson } from './json-text.ts';
import { Metric } from '../model/metric.ts';
import { Budget } from '../model/record.ts';
import type { GivenRecord } from './records-plan.ts';
import { MOST_ROWS } from './table.ts';

export const DEEPEST = 8;
/** More than any answer or framework has. */
const VALUES = 20_000;
const STEP = 64;

export type AnswersRefusal = ItemsRefusal | 'not-answers' | 'framework-file' | 'other-version' | 'empty';
export interface FileAnswers {
  readonly frameworks: readonly Foreign[];
  readonly given: readonly Given[];
  readonly faults: readonly AnswerFault[];
  /** Answers in the file. */
  readonly rows: number;
  readonly records: readonly GivenRecord[];
  /** When it was written, ISO, where it says. */
  readonly exportedAt?: string | undefined;
  /** Whether it tells numbers without how they were typed, and times to the second only, as a table does. */
  readonly rough?: true;
}
export type ReadAnswers =
  | { readonly ok: true; readonly answers: FileAnswers }
  | { readonly ok: false; readonly why: AnswersRefusal; readonly line: number };

const Row = z.omit(Estimate, { gain: true, url: true });
const Used = z.object({ id: z.string(), name: z.string(), metrics: z.array(Metric) });

/** Reads a file in steps; yields the share done. Never throws. */
export function* readAnswers(text: string): Generator<number, ReadAnswers> {
  const items = yield* shared(jsonItems(text, { deepest: DEEPEST, most: MOST_ROWS }), 0, 0.3);
  if (!items.ok) return items;
  const read = ({ start, end }: Item, around: number): unknown => {
    const one = readJson(text.slice(start, end), { deepest: DEEPEST - around, values: VALUES });
    return one.ok ? one.value : undefined;
  };
  const format = items.values.get('format');
  const named = format && read(format, 1);
  if (named !== FORMAT) return { ok: false, why: refusalOf(named), line: format?.line ?? 1 };
  const rows = items.lists.get('estimates');
  if (!rows) return { ok: false, why: 'not-answers', line: 1 };
  const lists = RECORDS.map(([name, schema]) => ({ schema, items: items.lists.get(name) ?? [] }));
  if (rows.length === 0 && lists.every(({ items: none }) => none.length === 0)) return { ok: false, why: 'empty', line: 1 };
  const frameworks = (items.lists.get('frameworks') ?? []).flatMap((item) => {
    const used = Used.safeParse(read(item, 2));
    return used.success ? [used.data] : [];
  });
  const given: Given[] = [];
  const faults: AnswerFault[] = [];
  for (const [i, item] of rows.entries()) {
    if (i % STEP === STEP - 1) yield 0.3 + (0.7 * i) / rows.length;
    const one = rowOf(read(item, 2), item.line);
    if ('what' in one) faults.push(one);
    else given.push(one);
  }
  const records: GivenRecord[] = [];
  let done = 0;
  for (const { schema, items: list } of lists) {
    for (const item of list) {
      if (++done % STEP === 0) yield 1;
      const one = recordOf(read(item, 2), schema, item.line);
      if ('what' in one) faults.push(one);
      else records.push(one);
    }
  }
  const written = items.values.get('exportedAt');
  const exportedAt = z.iso.datetime().safeParse(written && read(written, 1)).data;
  return { ok: true, answers: { frameworks, given, faults, rows: rows.length, records, exportedAt } };
}

function* shared<T>(steps: Generator<number, T>, from: number, to: number): Generator<number, T> {
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield from + step.value * (to - from);
  return step.value;
}

function refusalOf(format: unknown): AnswersRefusal {
  if (typeof format !== 'string') return 'not-answers';
  if (format.startsWith('azimuth-framework/')) return 'framework-file';
  return format.startsWith('azimuth-estimates/') ? 'other-version' : 'not-answers';
}

/** The lists of a file besides its answers. */
const RECORDS = [
  ['decisions', KeptDecision],
  ['budgets', z.extend(Budget, { key: z.optional(z.undefined()) })],
  ['views', KeptView],
] as const;

function recordOf(raw: unknown, schema: (typeof RECORDS)[number][1], line: number): GivenRecord | AnswerFault {
  if (raw === undefined) return faultAt(line, '', 'not-json');
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return faultAt(line, issue?.path.map(String).join('.') ?? '', 'invalid', issue?.message);
  }
  const { key, ...record } = parsed.data;
  return { row: line, record, ...(key?.startsWith(`${record.kind}/`) ? { key } : {}) };
}

function rowOf(raw: unknown, line: number): Given | AnswerFault {
  if (raw === undefined) return faultAt(line, '', 'not-json');
  const parsed = Row.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return faultAt(line, issue?.path.map(String).join('.') ?? '', 'invalid', issue?.message);
  }
  const { ticket, title, answer, note, effort, evidence, at, person, sample } = parsed.data;
  if (ticketId(ticket) === undefined) return faultAt(line, 'ticket', 'not-a-ticket', ticket);
  if (sample) return faultAt(line, 'sample', 'sample', ticket);
  if (person !== 'me') return faultAt(line, 'person', 'other-person', person);
  return {
    ...{ row: line, ticket, title, answer, at },
    ...(note === undefined ? {} : { note }),
    ...(effort === undefined ? {} : { effort }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}
