// An operation: one thing somebody did, kept for ever. Rows are made from operations; sync carries operations.
import * as z from 'zod/mini';

export const Operation = z.object({
  /**
   * Also the idempotency key: the same operation arriving twice changes nothing the second time. Those of an import are
   * named after it and counted: `IMPORT-CHUNK-0`, so that all it did can be found and taken back.
   */
  op: z.string().check(z.minLength(8), z.maxLength(64)),
  device: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  /** Counts up by one on its device, without gaps. */
  n: z.int().check(z.positive()),
  hlc: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  /** A local handle; joining a team binds it to the team's own name and rewrites nothing here. */
  team: z.string(),
  person: z.string(),
  /** Who did it, where that is not `person`: an admin who removed somebody else's tag. */
  author: z.optional(z.string()),
  kind: z.enum(['tag', 'framework', 'reading', 'record']),
  /** Ticket key, framework id, `framework/metric/date`, or a record's kind and name. */
  key: z.string(),
  /** The fields this operation sets, all at once: a save arrives whole or not at all. */
  set: z.record(z.string(), z.unknown()),
  schema: z.literal(1),
});
export type Operation = z.infer<typeof Operation>;

/** The field without which a row is nothing: what is known of it besides waits until this is there. */
export const MAIN_FIELD: Record<Operation['kind'], string> = { tag: 'answer', reading: 'value', framework: 'framework', record: 'record' };
