// What devices and the team's endpoint say to each other about operations: push, pull, snapshot. The rules a client keeps
// are in docs/sync.md; what is said about people and invites is in protocol-team.ts. Shared with the server: no effects here.
import * as z from 'zod/mini';
import { Operation } from '../model/operation.ts';

export const PROTOCOL = 1;
/** Said with every request, so that an endpoint can refuse those it no longer understands (`upgrade_required`). */
export const PROTOCOL_HEADER = 'azimuth-protocol';
/** Operations' `schema` that this code understands; a device keeps what is newer until it is updated. */
export const NEWEST_SCHEMA = 1;

export const MOST_BODY_BYTES = 1024 * 1024;
export const MOST_BODY_DEPTH = 16;
export const MOST_BODY_VALUES = 200_000;
export const MOST_PUSHED = 500;
export const MOST_PULLED = 1000;
/** A page of a pull ends before it is larger, unless its first operation alone is. */
export const MOST_PULLED_BYTES = 2 * 1024 * 1024;
export const MOST_CLOCK_AHEAD_MS = 5 * 60_000;
/** Bytes of an operation's `set` as JSON. A framework carries the notes on its own changes. */
export const MOST_SET_BYTES: Readonly<Record<Operation['kind'], number>> = {
  tag: 32_768,
  reading: 4096,
  record: 65_536,
  framework: 786_432,
};

const text = (shortest: number, longest: number) => z.string().check(z.minLength(shortest), z.maxLength(longest));
/** Printable, without control characters and halves of surrogate pairs: it is a key in every database. */
const KEY = /^(?:[^\p{Cc}\p{Cs}])+$/u;

export const TeamId = z.string().check(z.regex(/^t-[0-9a-f]{16}$/));
/** A member's name within the team's data; a device's own `person` is written as this once it has joined. */
export const PersonId = z.string().check(z.regex(/^m-[0-9a-f]{16}$/));
export const DeviceId = z.string().check(z.regex(/^[0-9a-f]{16}$/));
export const OpId = z.string().check(z.regex(/^[\x21-\x7e]{8,64}$/));
/** Opaque: kept and given back as it came. */
export const Cursor = z.string().check(z.regex(/^[\w.~-]{1,120}$/));
export const Epoch = z.string().check(z.regex(/^e-[0-9a-f]{16}$/));
/** A field of a row; none that every object has from the start. */
export const Field = z.string().check(
  z.regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  z.refine((name) => !(name in Object.prototype), 'A name that every object has.'),
);

const told = {
  op: OpId,
  device: DeviceId,
  n: z.int().check(z.positive(), z.lte(Number.MAX_SAFE_INTEGER)),
  hlc: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  kind: Operation.shape.kind,
  key: text(1, 300).check(z.regex(KEY)),
  set: z.record(Field, z.unknown()).check(z.refine((set) => Object.keys(set).length > 0, 'Nothing is set.')),
  schema: z.int().check(z.positive(), z.lte(1000)),
};

/** An operation on its way to the team. Its team and its author are the token's; what else is said of them is refused. */
export const PushedOperation = z.strictObject({
  ...told,
  /** Whose tag it is about, where that is not the author's own: admins, who may only remove and bring back. */
  of: z.optional(PersonId),
  /** Of a framework: the version it was made from, 0 for none. Where another stands by now, it is refused (`stale_base`). */
  base: z.optional(z.int().check(z.gte(0))),
});
export type PushedOperation = z.infer<typeof PushedOperation>;

/** An operation as the team keeps it. `person` is whose row it is about (of a tag), `author` who did it. */
export const PulledOperation = z.object({ ...told, seq: z.int().check(z.positive()), person: PersonId, author: PersonId });
export type PulledOperation = z.infer<typeof PulledOperation>;

export const PushRequest = z.strictObject({ ops: z.array(PushedOperation).check(z.minLength(1), z.maxLength(MOST_PUSHED)) });
export type PushRequest = z.infer<typeof PushRequest>;

/** Why one operation of a push was not taken. What a client does about each is in docs/sync.md. */
export const REJECTIONS = [
  'clock_ahead',
  'forbidden',
  'foreign_device',
  'stale_base',
  'other_content',
  'invalid',
  'too_large',
  'schema_unknown',
] as const;
export type Rejection = (typeof REJECTIONS)[number];

export const PushResult = z.discriminatedUnion('status', [
  z.object({ op: OpId, status: z.literal('applied'), seq: z.int() }),
  /** Known already. `hlc` is the stamp it is known by: a device that has stamped it anew since takes that one back. */
  z.object({ op: OpId, status: z.literal('duplicate'), seq: z.int(), hlc: told.hlc }),
  z.object({
    op: OpId,
    status: z.literal('rejected'),
    code: z.enum(REJECTIONS),
    /** For people who look for the reason; English. */
    detail: z.optional(z.string()),
    /** With `stale_base`: the framework as it stands, null where it was removed. */
    there: z.optional(z.object({ version: z.int(), framework: z.unknown() })),
  }),
]);
export type PushResult = z.infer<typeof PushResult>;

const state = {
  epoch: Epoch,
  /** Where the team's log ends now. To be kept, and said as `known` at the next pull. */
  head: Cursor,
  /** ms since 1970. */
  serverTime: z.int(),
};

export const PushReply = z.object({ ...state, results: z.array(PushResult) });
export type PushReply = z.infer<typeof PushReply>;

const count = (most: number) =>
  z.string().check(
    z.regex(/^[1-9]\d{0,4}$/),
    z.refine((n) => Number(n) <= most, `At most ${most}.`),
  );

/** In the address of a pull. Without `after`, from the beginning. */
export const PullQuery = z.strictObject({
  after: z.optional(Cursor),
  /** The newest `head` this device was ever told: the endpoint sees by it that it has been set back. */
  known: z.optional(Cursor),
  limit: z.optional(count(MOST_PULLED)),
});
export type PullQuery = z.infer<typeof PullQuery>;

export const PullReply = z.object({
  ...state,
  ops: z.array(PulledOperation),
  /** `after` of the next pull; to be stored in the transaction that stores the operations. */
  next: Cursor,
  more: z.boolean(),
});
export type PullReply = z.infer<typeof PullReply>;

/** A pull's reply before its operations are looked at: each is parsed by itself, and put aside where it cannot be. */
export const PullEnvelope = z.object({ ...PullReply.shape, ops: z.array(z.unknown()) });

/** Where the next page of a snapshot begins. Opaque; it holds a key. */
export const Page = z.string().check(z.regex(/^[\w.~-]{1,2400}$/));

export const SnapshotQuery = z.strictObject({ page: z.optional(Page), limit: z.optional(count(MOST_PULLED)) });
export type SnapshotQuery = z.infer<typeof SnapshotQuery>;

/** A row with one clock for each field, as lib/sync/merge.ts makes it. */
export const SnapshotRow = z.object({
  kind: Operation.shape.kind,
  key: z.string(),
  /** Of a tag: whose. */
  person: z.optional(PersonId),
  cells: z.record(z.string(), z.object({ value: z.unknown(), hlc: z.string(), op: z.string() })),
});
export type SnapshotRow = z.infer<typeof SnapshotRow>;

export const SnapshotReply = z.object({
  ...state,
  rows: z.array(SnapshotRow),
  /** Of the next page; absent with the last one. Rows may be newer than `after` of the first page: pulling again is harmless. */
  page: z.optional(Page),
  /** Where to pull from once all pages of the snapshot are stored: as said with its FIRST page. */
  after: Cursor,
});
export type SnapshotReply = z.infer<typeof SnapshotReply>;

/** What a request as a whole can come to, besides a reply; by HTTP status. */
export const ERRORS = {
  bad_request: 400,
  /** No token, or none that is known. */
  unauthorized: 401,
  /** The access token has run out: refresh it and ask again. */
  token_expired: 401,
  /** Revoked, left, or not used for too long: nothing but a new invite helps. What waits is kept. */
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  /** The endpoint is not as this device knows it: it was set back to a backup. Push everything of one's own again, pull from the start. */
  epoch_changed: 409,
  conflict: 409,
  /** An invite that was used, has run out or was taken back. */
  invite_gone: 410,
  too_large: 413,
  unsupported_type: 415,
  /** This copy of the extension is too old for the endpoint. What is done stays here until it is updated. */
  upgrade_required: 426,
  /** `Retry-After` says for how many seconds. */
  too_many: 429,
  internal: 500,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof ERRORS;

export const ErrorReply = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    detail: z.optional(z.string()),
    /** With `epoch_changed`. */
    epoch: z.optional(Epoch),
  }),
});
export type ErrorReply = z.infer<typeof ErrorReply>;
