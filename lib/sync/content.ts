// What an operation's fields may hold, looked at where operations arrive from elsewhere: at the endpoint before it keeps them,
// on a device before they become rows. Fields that are not known here are let through whole: a newer version may know them.
import * as z from 'zod/mini';
import { Framework } from '../model/framework.ts';
import type { Operation } from '../model/operation.ts';
import { Reading } from '../model/reading.ts';
import { TeamRecord } from '../model/record.ts';
import { Answer, Remarks } from '../model/tag.ts';

const orNull = <T extends z.core.$ZodType>(schema: T) => z.nullable(schema);
const given = z.iso.datetime();
const everywhere = { deleted: orNull(z.boolean()), given: orNull(given) };
const SEEN = z.object({ id: z.string().check(z.maxLength(300)), title: z.string().check(z.maxLength(2000)) });

/** By kind and field; null is a field that was taken back. */
const FIELDS: Readonly<Record<Operation['kind'], Readonly<Record<string, z.core.$ZodType>>>> = {
  tag: {
    ...everywhere,
    answer: orNull(Answer),
    seen: orNull(SEEN),
    ...Object.fromEntries(Object.entries(Remarks.shape).map(([name, schema]) => [name, orNull(schema)])),
  },
  framework: { ...everywhere, framework: orNull(Framework) },
  reading: { ...everywhere, value: orNull(z.number()), source: orNull(Reading.shape.source), origin: orNull(Reading.shape.origin) },
  record: { ...everywhere, record: orNull(z.looseObject({ kind: z.string().check(z.minLength(1), z.maxLength(40)) })) },
};

const RECORDS: ReadonlySet<unknown> = new Set(TeamRecord.def.options.map((option) => option.shape.kind.def.values[0]));

/** Keys as the store reads them: one that it cannot take apart would make a row that nobody finds. */
const KEYS: Readonly<Record<Operation['kind'], RegExp>> = {
  tag: /^(github|jira|linear):\S+[#-]\d+$/,
  framework: /^[^]{1,64}$/,
  reading: /^[^]{1,64}\/[a-z0-9][a-z0-9-]{0,63}\/\d{4}-\d{2}-\d{2}$/,
  record: /^[a-z][a-z-]{0,39}\/[^]+$/,
};

/**
 * What is wrong with an operation of a schema that is known here, as a path and no more (`set.answer.effects.0`): what somebody
 * wrote does not go into logs. `undefined` where nothing is.
 */
export function contentFault({ kind, key, set }: Pick<Operation, 'kind' | 'key' | 'set'>): string | undefined {
  if (!KEYS[kind].test(key) || (kind === 'tag' && key !== key.toLowerCase())) return 'key';
  for (const [field, value] of Object.entries(set)) {
    const schema = FIELDS[kind][field] ?? z.unknown();
    const known = field === 'record' && RECORDS.has((value as { readonly kind?: unknown } | null)?.kind) ? TeamRecord : schema;
    const parsed = z.safeParse(known, value);
    if (!parsed.success) return ['set', field, ...(parsed.error.issues[0]?.path ?? [])].join('.');
  }
  const framework = set['framework'] as Framework | null | undefined;
  return kind === 'framework' && framework && framework.id !== key ? 'set.framework.id' : undefined;
}
